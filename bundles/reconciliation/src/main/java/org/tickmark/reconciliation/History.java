package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.BooksReader.AccountRow;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/**
 * Entries of a group on which rules are tried, as if they were not matched. Immutable.
 *
 * @param group the group
 * @param currency ISO 4217 code
 * @param rows the entries
 * @param chains what matches of other groups tie together
 * @param byHand what people matched of them, with whole entries
 */
record History(GroupTable.Saved group, String currency, Snapshot rows, Chains chains, List<ByHand> byHand) {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    History {
        byHand = List.copyOf(byHand);
    }

    /**
     * What people matched.
     *
     * @param match key of the match
     * @param rows its rows, in ascending order
     * @param writtenOff what its difference is, if it has one
     * @param difference bank less ledger
     */
    record ByHand(long match, List<Integer> rows, Optional<WriteOff.Kind> writtenOff, BigDecimal difference) {
        ByHand {
            rows = List.copyOf(rows);
        }
    }

    /** Which entries take part. */
    enum Part {
        /** All that were booked. */
        ALL(""),
        /** Those that rules have left to people: open, or matched by hand. */
        LEFT_BY_RULES("and (m.id is null or m.rule = '')");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Reads entries that were booked in a period and are not left out.
     *
     * @param rules the rules to be tried
     */
    static History read(
            Connection connection,
            GroupTable.Saved group,
            Part part,
            List<Rule> rules,
            Optional<LocalDate> from,
            Optional<LocalDate> until)
            throws SQLException {
        List<AccountRow> accounts = new BooksReader(connection).accountsOf(group.group());
        Map<Long, Side> sides = new HashMap<>();
        accounts.forEach(account -> sides.put(account.id(), account.side()));
        Set<Long> left = new HashSet<>(
                new ExclusionTable(connection).standing(group.id(), Known.NOW).keySet());
        if (part == Part.LEFT_BY_RULES) {
            left.addAll(new PartTable(connection).byEntry(group.id(), Known.NOW).keySet());
        }
        Snapshot.Builder builder = Snapshot.builder(accounts.get(0).currency());
        if (RuleList.readContents(rules)) {
            builder.keepContents();
        }
        Sql.on(connection, OpenRows.COLUMNS + " from " + Known.NOW.entriesBy("account_id") + """

            left join recon_match_entry x on x.group_id = ? and x.live_entry_id = e.entry_id and x.live_part = 1
            left join recon_match m on m.id = x.match_id
            where e.status = 'BOOKED' and e.booking_date >= ? and e.booking_date <= ?
            """ + part.condition)
                .with(Sql.longs(sides.keySet()), group.id(), from.orElse(FIRST), until.orElse(LAST))
                .each(row -> {
                    if (!left.contains(row.number("entry_id"))) {
                        builder.add(OpenRows.entry(row, sides.get(row.number("account_id")), row.amount("amount")));
                    }
                });
        String currency = accounts.get(0).currency();
        Snapshot rows = builder.rates(RateTable.read(
                        connection, RuleList.rateTables(rules), builder.currencies(), currency, Known.NOW))
                .build();
        return new History(
                group,
                currency,
                rows,
                ChainTable.read(connection, group.unit(), rules, rows, until.orElse(LAST)),
                byHand(connection, group.id(), rows));
    }

    private static List<ByHand> byHand(Connection connection, long group, Snapshot rows) throws SQLException {
        Map<Long, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            rowOf.put(rows.id(row), row);
        }
        Map<Long, Made> made = new TreeMap<>();
        Sql.on(connection, """
                        select m.id, m.difference, h.written_off, x.entry_id
                        from recon_match m
                        join recon_by_hand h on h.match_id = m.id
                        join recon_match_entry x on x.match_id = m.id
                        where m.group_id = ? and m.undone_at is null
                          and not exists (select 1 from recon_part p where p.match_id = m.id)""").with(group).each(row -> made.computeIfAbsent(row.number("id"), id -> new Made())
                .add(row, rowOf));
        List<ByHand> byHand = new ArrayList<>();
        made.forEach((match, one) -> one.whole(match).ifPresent(byHand::add));
        return byHand;
    }

    /** A match by hand as it is read, entry by entry. */
    private static final class Made {
        private final List<Integer> rows = new ArrayList<>();
        private Optional<WriteOff.Kind> writtenOff = Optional.empty();
        private BigDecimal difference = BigDecimal.ZERO;

        void add(Row row, Map<Long, Integer> rowOf) throws SQLException {
            rows.add(rowOf.getOrDefault(row.number("entry_id"), -1));
            writtenOff = row.optionalText("written_off").map(WriteOff.Kind::valueOf);
            difference = row.amount("difference");
        }

        /** The match, unless some of its entries take no part. */
        Optional<ByHand> whole(long match) {
            return rows.contains(-1)
                    ? Optional.empty()
                    : Optional.of(new ByHand(match, rows.stream().sorted().toList(), writtenOff, difference));
        }
    }
}
