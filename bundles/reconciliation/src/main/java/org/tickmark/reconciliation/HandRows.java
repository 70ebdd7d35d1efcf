package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.BooksReader.AccountRow;
import org.tickmark.reconciliation.ExclusionTable.Exclusion;
import org.tickmark.reconciliation.engine.Wording;

/** Finds the entries that someone wants to match, and refuses what cannot be. For one thread; used once. */
final class HandRows {
    private final Connection connection;
    private final GroupTable.Saved group;
    private final String currency;
    private final Map<Long, Side> sides = new HashMap<>();
    private final Map<Long, Booked> booked = new HashMap<>();
    private final Map<Long, List<Holder>> holders = new HashMap<>();

    HandRows(Connection connection, GroupTable.Saved group) throws SQLException {
        this.connection = connection;
        this.group = group;
        List<AccountRow> rows = new BooksReader(connection).accountsOf(group.group());
        this.currency = rows.get(0).currency();
        rows.forEach(account -> sides.put(account.id(), account.side()));
    }

    /** An entry of the books. */
    private record Booked(Side side, LocalDate date, BigDecimal amount) {}

    /** A match that holds an entry, or a part of one. */
    private record Holder(long match, String rule, String by, Instant at, Optional<BigDecimal> part) {}

    String currency() {
        return currency;
    }

    /**
     * The entries asked for.
     *
     * @throws TickmarkException if one of them cannot be matched, or not as much of it; see {@link
     *     org.tickmark.api.host.reconciliation.ManualWork#match}
     */
    List<HandRow> require(List<HandMatch.Row> wanted) throws SQLException {
        List<Long> ids = wanted.stream().map(HandMatch.Row::entryId).toList();
        refuseNoneOrTwice(ids);
        readBooked(ids);
        readHolders(ids);
        Map<Long, Exclusion> exclusions = new ExclusionTable(connection).standing(group.id(), Known.NOW);
        List<HandRow> rows = new ArrayList<>();
        for (HandMatch.Row row : wanted) {
            Rest rest = open(row.entryId());
            if (exclusions.containsKey(row.entryId())) {
                throw excluded(row.entryId(), exclusions.get(row.entryId()));
            }
            Booked entry = booked.get(row.entryId());
            BigDecimal amount = row.amount().orElse(rest.amount());
            requirePart(row.entryId(), amount, rest.amount());
            rows.add(new HandRow(row.entryId(), entry.side(), entry.date(), entry.amount(), rest, amount));
        }
        return rows;
    }

    /** Refuses entries that are none of the group's; whether they are open does not matter. */
    void requireBooked(List<Long> ids) throws SQLException {
        readBooked(ids);
        for (long id : ids) {
            booked(id);
        }
    }

    private void refuseNoneOrTwice(List<Long> ids) {
        if (ids.isEmpty()) {
            throw Problem.error("rec.no-entries", Texts.message("entry.none")).exception();
        }
        Set<Long> seen = new HashSet<>();
        for (long id : ids) {
            if (!seen.add(id)) {
                throw problem("rec.entry-twice", id, "entry.twice", id).exception();
            }
        }
    }

    private void readBooked(List<Long> ids) throws SQLException {
        Sql.on(
                        connection,
                        "select e.entry_id, e.account_id, e.booking_date, e.amount from "
                                + Known.NOW.entriesBy("entry_id")
                                + " where e.account_id = any(?) and e.status = 'BOOKED'")
                .with(Sql.longs(ids), Sql.longs(sides.keySet()))
                .each(row -> booked.put(
                        row.number("entry_id"),
                        new Booked(
                                sides.get(row.number("account_id")), row.date("booking_date"), row.amount("amount"))));
    }

    private void readHolders(List<Long> ids) throws SQLException {
        Sql.on(connection, """
                        select x.live_entry_id, m.id, m.rule, m.made_by, m.made_at, p.amount
                        from recon_match_entry x
                        join recon_match m on m.id = x.match_id
                        left join recon_part p on p.match_id = x.match_id and p.entry_id = x.entry_id
                        where x.group_id = ? and x.live_entry_id = any(?) order by x.live_part""").with(group.id(), Sql.longs(ids)).each(row -> holders.computeIfAbsent(
                        row.number("live_entry_id"), id -> new ArrayList<>())
                .add(holder(row)));
    }

    private static Holder holder(Row row) throws SQLException {
        return new Holder(
                row.number("id"),
                row.text("rule"),
                row.text("made_by"),
                row.instant("made_at"),
                row.optionalAmount("amount"));
    }

    private Booked booked(long id) {
        Booked entry = booked.get(id);
        if (entry == null) {
            throw problem("rec.unknown-entry", id, "entry.unknown", id, group.name())
                    .advice(Texts.message("entry.unknown.advice", group.name()))
                    .exception();
        }
        return entry;
    }

    /** What is open of an entry; refused if nothing is. */
    private Rest open(long id) {
        BigDecimal rest = booked(id).amount();
        List<Holder> matches = holders.getOrDefault(id, List.of());
        for (Holder match : matches) {
            rest = rest.subtract(match.part().orElse(rest));
        }
        if (!matches.isEmpty() && rest.signum() == 0) {
            throw taken(id, matches.get(matches.size() - 1));
        }
        return new Rest(rest, matches.size());
    }

    private TickmarkException taken(long id, Holder match) {
        String by = match.rule().isEmpty() ? "entry.taken.by-hand" : "entry.taken";
        return problem("rec.taken", id, by, id, match.match(), match.by(), Moments.text(match.at()), match.rule())
                .advice(Texts.message("entry.taken.advice", group.name(), match.match()))
                .exception();
    }

    private static TickmarkException excluded(long id, Exclusion exclusion) {
        return problem(
                        "rec.excluded",
                        id,
                        "entry.excluded",
                        id,
                        exclusion.by(),
                        Moments.text(exclusion.at()),
                        exclusion.reason())
                .advice(Texts.message("entry.excluded.advice"))
                .exception();
    }

    private void requirePart(long id, BigDecimal amount, BigDecimal open) {
        boolean isPart = amount.compareTo(open) == 0
                || (amount.signum() == open.signum() && amount.abs().compareTo(open.abs()) < 0);
        boolean isExact = amount.stripTrailingZeros().scale() <= Math.max(Amounts.minorUnits(currency), open.scale());
        if (!isPart || !isExact) {
            throw partRefused(id, open)
                    .found(amount.toPlainString())
                    .expected(Amounts.plain(open, currency))
                    .advice(Texts.message("entry.part.advice"))
                    .exception();
        }
    }

    /** Whoever is late is told who has taken the rest. */
    private Problem.Builder partRefused(long id, BigDecimal open) {
        List<Holder> matches = holders.getOrDefault(id, List.of());
        if (matches.isEmpty()) {
            return problem("rec.part", id, "entry.part", id, display(open));
        }
        Holder last = matches.get(matches.size() - 1);
        return problem(
                "rec.part",
                id,
                "entry.part.taken",
                id,
                display(open),
                last.match(),
                last.by(),
                Moments.text(last.at()));
    }

    private Message display(BigDecimal amount) {
        return Wording.amount(amount, currency);
    }

    private static Problem.Builder problem(String code, long entry, String text, Object... arguments) {
        return Problem.error(code, Texts.message(text, arguments)).where("entry/" + entry);
    }
}
