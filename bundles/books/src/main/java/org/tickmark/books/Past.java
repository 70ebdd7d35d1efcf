package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.tickmark.kit.jdbc.Sql;

/**
 * Keeps what the books held, in {@code past_entry} and {@code past_statement}, before it leaves them or changes hands. For one thread.
 */
final class Past {
    private static final String ENTRY = """
            e.id, e.account_id, e.statement_id, e.file_id, e.identity, e.ordinal, e.key_version, e.status, e.booking_date, e.value_date,
            e.amount, e.currency, e.original_amount, e.original_currency, e.reversal, e.bank_reference, e.refs, e.party_name,
            e.party_account, e.party_bic, e.party_organisation, e.text, e.transaction_code, e.voucher, e.position, e.detail_refs""";

    private static final String STATEMENT = """
            id, account_id, file_id, kind, statement_key, content_hash, bank_id, sequence_no, page_no, from_date, to_date, created_at,
            opening, opening_date, closing, closing_date, transactions, entry_sum, verdict, known_from""";

    private final Connection connection;
    private final Instant until;

    /**
     * The past up to a moment.
     *
     * @param until until when it was as it is kept
     */
    Past(Connection connection, Instant until) {
        this.connection = connection;
        this.until = until;
    }

    /** Keeps entries as they are, and says of them that they are otherwise from now on. */
    void keepAndRenew(List<Long> entries) throws SQLException {
        keepEntries("e.id = ANY(?)", Sql.longs(entries));
        Sql.on(connection, "UPDATE entry SET known_from = ? WHERE id = ANY(?)")
                .with(until, Sql.longs(entries))
                .update();
    }

    /** Keeps the entries of a file that are about to be deleted. */
    void keepEntriesOf(long file) throws SQLException {
        keepEntries("e.file_id = ?", file);
    }

    private void keepEntries(String condition, Object value) throws SQLException {
        Sql.on(
                        connection,
                        "INSERT INTO past_entry (" + ENTRY.replace("e.", "") + ", known_from, known_until) SELECT "
                                + ENTRY
                                + ", COALESCE(e.known_from, s.known_from), CAST(? AS TIMESTAMP WITH TIME ZONE)"
                                + " FROM entry e JOIN statement s ON s.id = e.statement_id WHERE " + condition)
                .with(until, value)
                .update();
    }

    /** Keeps the statements of a file that are about to be deleted. */
    void keepStatementsOf(long file) throws SQLException {
        Sql.on(
                        connection,
                        "INSERT INTO past_statement (" + STATEMENT + ", known_until) SELECT " + STATEMENT
                                + ", CAST(? AS TIMESTAMP WITH TIME ZONE) FROM statement WHERE file_id = ?")
                .with(until, file)
                .update();
    }
}
