package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.report.EntryLine;

/** Reads entries as people want to see them. */
final class EntryLines {
    private static final int CHUNK = 5_000;

    private EntryLines() {}

    /** The entries with these keys, as far as they are in the books, each on the side that a group has its account on. */
    static Map<Long, EntryLine> read(Connection connection, Group group, Known known, Collection<Long> ids)
            throws SQLException {
        Map<Long, EntryLine> lines = new HashMap<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            Sql.on(connection, """
                            select entry_id, account_code, booking_date, amount, refs, party_name, bank_reference, text, voucher
                            from\s""" + known.entriesBy("entry_id") + " where " + known.inBooks("e"))
                    .with(Sql.longs(all.subList(from, Math.min(all.size(), from + CHUNK))))
                    .with(known.holding())
                    .each(row -> lines.put(row.number("entry_id"), line(row, group)));
        }
        return lines;
    }

    private static EntryLine line(Row row, Group group) throws SQLException {
        return new EntryLine(
                row.number("entry_id"),
                group.bank().contains(row.text("account_code")) ? Side.BANK : Side.LEDGER,
                row.text("account_code"),
                row.date("booking_date"),
                row.amount("amount"),
                TellingReference.of(Reading.references(row.text("refs")), row.text("bank_reference")),
                row.text("party_name"),
                row.text("text").replace('\n', ' '),
                row.text("voucher"));
    }
}
