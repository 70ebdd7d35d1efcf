package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.AccountBooks.Day;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Entry;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/**
 * How a group stands on a date, as the books and the matches had it at one moment.
 *
 * @param group the group
 * @param date the last booking date that takes part; empty when nothing has been booked
 * @param accounts what the books hold of its accounts
 * @param open the entries booked on or before the date that are in no match
 * @param later entries booked on or before the date whose match has an entry after it
 * @param matches how many matches are effective on or before the date
 * @param difference sum of their differences
 * @param borne the differences of all matches that stand, by rule and month
 * @param marker what changes when matches of the group are made or undone
 * @param booksMarker what changes when files are booked on its accounts or taken out again
 */
record Reading(
        GroupTable.Saved group,
        Optional<LocalDate> date,
        List<AccountBooks> accounts,
        Snapshot open,
        List<Later> later,
        long matches,
        BigDecimal difference,
        Borne borne,
        String marker,
        String booksMarker) {
    private static final int MOST_ATTEMPTS = 5;
    /** A day before every other, for a group on which nothing was booked. */
    static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    /**
     * An entry that is matched, but not yet on the date.
     *
     * @param entryId its key
     * @param side its side
     * @param amount its amount
     * @param rule name of the rule
     * @param effective when the match is effective
     */
    record Later(long entryId, Side side, BigDecimal amount, String rule, LocalDate effective) {}

    /**
     * Reads how a group stands.
     *
     * @param date the last booking date that takes part; empty for the last on which anything was booked
     * @throws org.tickmark.api.TickmarkException with code {@code rec.busy} if files are booked faster than this can read
     */
    static Reading of(Connection connection, GroupTable.Saved group, Optional<LocalDate> date) throws SQLException {
        BooksReader books = new BooksReader(connection);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Long> ids = books.accountIds(group.group());
            String before = books.marker(ids);
            String matchesBefore = new MatchTable(connection).marker(group.id());
            Reading reading = read(connection, group, books.read(group.group()), date, before);
            if (books.marker(ids).equals(before) && reading.marker().equals(matchesBefore)) {
                return reading;
            }
        }
        throw Problem.error("rec.busy", Texts.message("group.busy", group.name()))
                .where(group.name())
                .advice(Texts.message("group.busy.advice"))
                .exception();
    }

    private static Reading read(
            Connection connection,
            GroupTable.Saved group,
            List<AccountBooks> accounts,
            Optional<LocalDate> date,
            String booksMarker)
            throws SQLException {
        Optional<LocalDate> last = accounts.stream()
                .flatMap(account -> account.lastDay().stream())
                .max(LocalDate::compareTo)
                .flatMap(day -> date.isPresent() ? date : Optional.of(day));
        LocalDate until = last.orElse(NEVER);
        Snapshot.Builder open = Snapshot.builder(accounts.get(0).currency());
        if (RuleList.readContents(group.group().rules())) {
            open.keepContents();
        }
        List<Later> later = new ArrayList<>();
        Map<Long, Side> sides = new HashMap<>();
        accounts.forEach(account -> sides.put(account.id(), account.side()));
        Sql.on(connection, """
                        select e.entry_id, e.account_id, e.booking_date, e.value_date, e.amount, e.refs, e.party_name, e.party_account,
                          e.bank_reference, e.text, m.rule, m.effective
                        from books_entry_v1 e
                        left join recon_match_entry x on x.group_id = ? and x.live_entry_id = e.entry_id
                        left join recon_match m on m.id = x.match_id
                        where e.account_id = any(?) and e.status = 'BOOKED' and e.booking_date <= ?
                          and (m.id is null or m.effective > ?)""")
                .with(group.id(), Sql.longs(sides.keySet()), until, until)
                .each(row -> {
                    Side side = sides.get(row.number("account_id"));
                    if (row.optionalText("rule").isPresent()) {
                        later.add(later(row, side));
                    } else {
                        open.add(entry(row, side));
                    }
                });
        MatchTable matches = new MatchTable(connection);
        return new Reading(
                group,
                last,
                accounts,
                open.build(),
                later,
                matches.count(group.id(), until),
                matches.difference(group.id(), until),
                matches.borne(group.id()),
                matches.marker(group.id()),
                booksMarker);
    }

    private static Later later(Row row, Side side) throws SQLException {
        return new Later(row.number("entry_id"), side, row.amount("amount"), row.text("rule"), row.date("effective"));
    }

    private static Entry entry(Row row, Side side) throws SQLException {
        return new Entry(
                row.number("entry_id"),
                side,
                row.date("booking_date"),
                row.optionalDate("value_date"),
                row.amount("amount"),
                references(row.text("refs")),
                row.text("party_name"),
                row.text("party_account"),
                row.text("bank_reference"),
                row.text("text"));
    }

    /** References as the books publish them: one TYPE:value a line. */
    static List<Reference> references(String lines) {
        return lines.lines()
                .map(line -> line.split(":", 2))
                .map(parts -> new Reference(Reference.Type.valueOf(parts[0]), parts[1]))
                .toList();
    }

    String currency() {
        return accounts.get(0).currency();
    }

    Stream<AccountBooks> accounts(Side side) {
        return accounts.stream().filter(account -> account.side() == side);
    }

    /** How many entries of a side are booked on or before the date. */
    long entries(Side side) {
        return date.map(day -> accounts(side)
                        .map(account -> account.until(day))
                        .reduce(Day.NONE, Day::and)
                        .entries())
                .orElse(0L);
    }

    long laterEntries(Side side) {
        return later.stream().filter(entry -> entry.side() == side).count();
    }

    BigDecimal laterSum(Side side) {
        return later.stream()
                .filter(entry -> entry.side() == side)
                .map(Later::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
