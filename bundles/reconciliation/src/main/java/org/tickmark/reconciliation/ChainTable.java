package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/** Reads what the matches of two groups tie together, from the open bank entries of a third on: what is settled already is not looked at. */
final class ChainTable {
    private static final int CHUNK = 5_000;

    private final Connection connection;
    private final long first;
    private final long second;
    private final LocalDate until;
    private final Map<Long, List<Member>> byMatch = new HashMap<>();
    private final Map<Long, List<Member>> byEntry = new TreeMap<>();

    private ChainTable(Connection connection, long first, long second, LocalDate until) {
        this.connection = connection;
        this.first = first;
        this.second = second;
        this.until = until;
    }

    /**
     * An entry in a match of one of the two groups, or a part of it.
     *
     * @param inFirst whether it is a match of the first
     */
    private record Member(long match, long entry, boolean inFirst, Side side, BigDecimal amount) {
        /** Entries between are the ledger of the first group, and the bank of the second. */
        boolean isBetween() {
            return (side == Side.LEDGER) == inFirst;
        }
    }

    /** What rules of a unit's group ask for, of matches effective on or before a day. */
    static Chains read(Connection connection, String unit, List<Rule> rules, Snapshot open, LocalDate until)
            throws SQLException {
        Map<Chains.Pair, List<Chains.Chain>> found = new HashMap<>();
        for (Chains.Pair pair : RuleList.chained(rules)) {
            Optional<Long> first = inUnit(connection, pair.first(), unit);
            Optional<Long> second = inUnit(connection, pair.second(), unit);
            if (first.isPresent() && second.isPresent()) {
                ChainTable table = new ChainTable(connection, first.get(), second.get(), until);
                found.put(pair, table.chains(open));
            }
        }
        return (first, second) -> Optional.ofNullable(found.get(new Chains.Pair(first, second)));
    }

    private static Optional<Long> inUnit(Connection connection, String group, String unit) throws SQLException {
        return Sql.on(connection, "select id from recon_group where name = ? and unit_code = ?")
                .with(group, unit)
                .first(row -> row.number("id"));
    }

    private List<Chains.Chain> chains(Snapshot open) throws SQLException {
        List<Long> bank = new ArrayList<>();
        for (int row = 0; row < open.bankRows(); row++) {
            bank.add(open.id(row));
        }
        readAll(bank);
        List<Chains.Chain> chains = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (long entry : byEntry.keySet()) {
            if (!seen.contains(entry)) {
                List<Member> members = tiedTo(entry);
                members.forEach(member -> seen.add(member.entry()));
                chains.add(chain(members));
            }
        }
        return chains;
    }

    /** Reads the matches that these entries are in, then those of the entries in them, until none is new. */
    private void readAll(List<Long> entries) throws SQLException {
        Set<Long> asked = new HashSet<>();
        Collection<Long> next = entries;
        while (!next.isEmpty()) {
            asked.addAll(next);
            List<Long> all = List.copyOf(next);
            next = new LinkedHashSet<>();
            for (int from = 0; from < all.size(); from += CHUNK) {
                keepNew(members(all.subList(from, Math.min(all.size(), from + CHUNK)))).stream()
                        .filter(entry -> !asked.contains(entry))
                        .forEach(next::add);
            }
        }
    }

    /** Keeps the matches that were not known before; returns the entries in them. */
    private Set<Long> keepNew(Map<Long, List<Member>> matches) {
        Set<Long> entries = new LinkedHashSet<>();
        matches.forEach((match, members) -> {
            if (byMatch.putIfAbsent(match, members) == null) {
                for (Member member : members) {
                    byEntry.computeIfAbsent(member.entry(), id -> new ArrayList<>())
                            .add(member);
                    entries.add(member.entry());
                }
            }
        });
        return entries;
    }

    private Map<Long, List<Member>> members(List<Long> entries) throws SQLException {
        Map<Long, List<Member>> found = new TreeMap<>();
        Sql.on(connection, """
                        select x.match_id, x.entry_id, x.side, x.group_id, coalesce(p.amount, e.amount) as amount
                        from recon_match_entry x
                        join recon_match m on m.id = x.match_id
                        join books_entry_v1 e on e.entry_id = x.entry_id
                        left join recon_part p on p.match_id = x.match_id and p.entry_id = x.entry_id
                        where m.undone_at is null and m.effective <= ? and x.match_id in (
                          select o.match_id from recon_match_entry o where o.group_id in (?, ?) and o.live_entry_id = any(?))
                        order by x.match_id, x.entry_id""").with(until, first, second, Sql.longs(entries)).each(row -> found.computeIfAbsent(
                        row.number("match_id"), id -> new ArrayList<>())
                .add(member(row)));
        return found;
    }

    private Member member(Row row) throws SQLException {
        return new Member(
                row.number("match_id"),
                row.number("entry_id"),
                row.number("group_id") == first,
                row.choice("side", Side.class),
                row.amount("amount"));
    }

    private List<Member> tiedTo(long entry) {
        Set<Long> matches = new HashSet<>();
        List<Member> tied = new ArrayList<>();
        Deque<Long> waiting = new ArrayDeque<>(List.of(entry));
        while (!waiting.isEmpty()) {
            for (Member member : byEntry.getOrDefault(waiting.remove(), List.of())) {
                if (matches.add(member.match())) {
                    tied.addAll(byMatch.get(member.match()));
                    byMatch.get(member.match()).forEach(other -> waiting.add(other.entry()));
                }
            }
        }
        return tied;
    }

    private static Chains.Chain chain(List<Member> members) {
        TreeSet<Long> bank = new TreeSet<>();
        TreeSet<Long> ledger = new TreeSet<>();
        Map<Long, BigDecimal> between = new HashMap<>();
        for (Member member : members) {
            if (member.isBetween()) {
                BigDecimal amount =
                        member.inFirst() ? member.amount() : member.amount().negate();
                between.merge(member.entry(), amount, BigDecimal::add);
            } else {
                (member.inFirst() ? bank : ledger).add(member.entry());
            }
        }
        boolean whole = !ledger.isEmpty() && between.values().stream().allMatch(left -> left.signum() == 0);
        return new Chains.Chain(List.copyOf(bank), between.size(), List.copyOf(ledger), whole);
    }
}
