package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.report.EntryLine;

/** Reads entries as people want to see them. */
final class EntryLines {
    private static final int CHUNK = 5_000;

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
                TellingReference.of(Reading.references(row.text("refs")), row.text("bank_reference")),
                row.text("party_name"),
                row.text("text").replace('\n', ' '),
                row.text("voucher"));
    }
}
