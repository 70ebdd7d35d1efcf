package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.report.EntryLine;

/** Reads entries as people want to see them. */
final class EntryLines {
    private static final int CHUNK = 5_000;

    /** Which reference of an entry says most, from the first to the last. */
    private static final List<Reference.Type> TELLING = List.of(
            Reference.Type.CREDITOR,
            Reference.Type.INVOICE,
            Reference.Type.BATCH,
            Reference.Type.END_TO_END,
            Reference.Type.CUSTOMER,
            Reference.Type.BANK);

    private EntryLines() {}

    /** The entries with these keys, as far as they are in the books. */
    static Map<Long, EntryLine> read(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, EntryLine> lines = new HashMap<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            Sql.on(connection, """
                            select entry_id, side, account_code, booking_date, amount, refs, party_name, bank_reference, text, voucher
                            from books_entry_v1 where entry_id = any(?)""")
                    .with(Sql.longs(all.subList(from, Math.min(all.size(), from + CHUNK))))
                    .each(row -> lines.put(row.number("entry_id"), line(row)));
        }
        return lines;
    }

    private static EntryLine line(Row row) throws SQLException {
        return new EntryLine(
                row.number("entry_id"),
                row.choice("side", Side.class),
                row.text("account_code"),
                row.date("booking_date"),
                row.amount("amount"),
                reference(Reading.references(row.text("refs")), row.text("bank_reference")),
                row.text("party_name"),
                row.text("text").replace('\n', ' '),
                row.text("voucher"));
    }

    private static String reference(List<Reference> references, String bankReference) {
        for (Reference.Type type : TELLING) {
            for (Reference reference : references) {
                if (reference.type() == type) {
                    return reference.value();
                }
            }
        }
        return bankReference;
    }
}
