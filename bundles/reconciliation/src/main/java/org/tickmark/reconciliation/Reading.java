package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.message.Message;
import org.tickmark.reconciliation.AccountBooks.Day;
import org.tickmark.reconciliation.BooksReader.AccountRow;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;
import org.tickmark.reconciliation.journal.JournalMark;

/**
 * How a group stands on a date, as the books and the matches had it at one moment.
 *
 * @param known when it was known to stand so
 * @param group the group
 * @param date the last booking date that takes part; empty when nothing has been booked
 * @param accounts what the books hold of its accounts
 * @param open what rules may match: the entries booked on or before the date that are in no match and not left out
 * @param rests of those that are open what is left of entries of which a part is matched, by key of the entry
 * @param aside what else is open on the date, by key of the entry
 * @param marks the ledger entries open for rules that bear the mark of a voucher, by key
 * @param matches how many matches are effective on or before the date
 * @param difference sum of their differences
 * @param borne the differences of all matches that stand, by rule and month
 * @param chains what matches of other groups tie together, as far as rules of the group ask for it
 * @param lock what is locked of the group
 * @param changes how often matches of the group were made or undone, entries left out or let in, or the group locked
 * @param booksMarker what changes when files are booked on its accounts or taken out again
 */
record Reading(
        Known known,
        GroupTable.Saved group,
        Optional<LocalDate> date,
        List<AccountBooks> accounts,
        Snapshot open,
        Map<Long, Rest> rests,
        Map<Long, Aside> aside,
        Map<Long, Marked> marks,
        long matches,
        BigDecimal difference,
        Borne borne,
        Chains chains,
        PeriodLock lock,
        long changes,
        String booksMarker) {
    private static final int MOST_ATTEMPTS = 5;
    /** A day before every other, for a group on which nothing was booked. */
    static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    /**
     * An entry, or a part of one, that is open on the date and not for rules: its match counts from a later day only, or it is left out.
     *
     * @param entryId key of the entry
     * @param side its side
     * @param amount what is open
     * @param reason why it is
     */
    record Aside(long entryId, Side side, BigDecimal amount, Message reason) {
        Aside and(Aside other) {
            return new Aside(entryId, side, amount.add(other.amount), reason);
        }
    }

    /**
     * An entry that bears the mark of a voucher.
     *
     * @param mark the mark
     * @param amount what is open of the entry
     */
    record Marked(JournalMark mark, BigDecimal amount) {}

    /**
     * Reads how a group stands, all of its entries and matches.
     *
     * @param date the last booking date that takes part; empty for the last on which anything was booked
     * @throws org.tickmark.api.TickmarkException with code {@code rec.busy} if files are booked faster than this can read
     */
    static Reading of(Connection connection, GroupTable.Saved group, Optional<LocalDate> date) throws SQLException {
        return settled(
                connection,
                group,
                (books, accounts, changes, marker) ->
                        whole(connection, group, books.readAnew(accounts), date, Known.NOW, changes, marker));
    }

    /**
     * Reads how a group stands on the last day that anything was booked, by the sums that are kept, and of its entries no more than can be open.
     *
     * @param earlier how it stood when it was read last, if that is known
     * @throws org.tickmark.api.TickmarkException with code {@code rec.busy} if files are booked faster than this can read
     */
    static Reading latest(Connection connection, GroupTable.Saved group, Optional<Reading> earlier)
            throws SQLException {
        return settled(connection, group, (books, accounts, changes, marker) -> {
            Optional<Reading> before = earlier.filter(of -> of.booksMarker().equals(marker));
            if (before.isPresent() && before.get().isStill(group, changes)) {
                return before.get();
            }
            List<AccountBooks> sums = before.isPresent() ? before.get().accounts() : books.readKept(accounts);
            Optional<LocalDate> last = last(sums, Optional.empty());
            OpenRows rows = rows(connection, group, sums, last, Known.NOW);
            Optional<Left> left =
                    left(connection, group, earlier).filter(of -> of.serves(keys(sums), last.orElse(NEVER), changes));
            if (left.isPresent()) {
                rows.read(left.get().possible(connection, group.id()));
            } else {
                rows.read();
            }
            MatchSums matches = MatchSums.kept(connection, group.id(), last.orElse(NEVER));
            return reading(connection, group, sums, last, rows, matches, Known.NOW, changes, marker);
        });
    }

    private static Optional<Left> left(Connection connection, GroupTable.Saved group, Optional<Reading> earlier)
            throws SQLException {
        return earlier.isPresent() ? earlier.map(Reading::left) : LeftTable.find(connection, group.id());
    }

    /** A way to read a group of which something may change meanwhile. */
    @FunctionalInterface
    private interface Attempt {
        Reading read(BooksReader books, List<AccountRow> accounts, long changes, String marker) throws SQLException;
    }

    /** Reads until nothing has changed while it was read. */
    private static Reading settled(Connection connection, GroupTable.Saved group, Attempt attempt) throws SQLException {
        BooksReader books = new BooksReader(connection);
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            List<AccountRow> accounts = books.accountsOf(group.group());
            String marker = books.marker(accounts);
            Reading reading = attempt.read(books, accounts, GroupTable.changes(connection, group.id()), marker);
            if (reading.stands(connection)) {
                return reading;
            }
        }
        throw Problem.error("rec.busy", Texts.message("group.busy", group.name()))
                .where(group.name())
                .advice(Texts.message("group.busy.advice"))
                .exception();
    }

    private static Reading whole(
            Connection connection,
            GroupTable.Saved group,
            List<AccountBooks> accounts,
            Optional<LocalDate> date,
            Known known,
            long changes,
            String booksMarker)
            throws SQLException {
        Optional<LocalDate> last = last(accounts, date);
        OpenRows rows = rows(connection, group, accounts, last, known);
        rows.read();
        MatchSums matches = MatchSums.anew(connection, group.id(), last.orElse(NEVER), known);
        return reading(connection, group, accounts, last, rows, matches, known, changes, booksMarker);
    }

    /**
     * Whether nothing but the books can have changed since. Chains rest on matches of other groups, and rates are of no
     * group, so they are always read.
     */
    private boolean isStill(GroupTable.Saved now, long changesNow) {
        return group.version() == now.version()
                && changes == changesNow
                && RuleList.chained(group.group().rules()).isEmpty()
                && RuleList.rateTables(group.group().rules()).isEmpty();
    }

    private Left left() {
        return left(changes, Set.of());
    }

    /**
     * What is left open.
     *
     * @param changesNow how many changes of the group there are with those that left it
     * @param matched entries of which matches made since hold the whole
     */
    Left left(long changesNow, Set<Long> matched) {
        Set<Long> entries = new HashSet<>(aside.keySet());
        for (int row = 0; row < open.size(); row++) {
            entries.add(open.id(row));
        }
        entries.removeAll(matched);
        Map<Long, Long> last = accounts.stream().collect(Collectors.toMap(AccountBooks::id, AccountBooks::lastEntry));
        return new Left(changesNow, date.orElse(NEVER), last, entries);
    }

    /**
     * Reads how a group stood, as far as it was known at a moment before which nothing becomes known any more. It is for telling, not for
     * matching.
     */
    static Reading of(Connection connection, GroupTable.Saved group, Optional<LocalDate> date, Instant knownAt)
            throws SQLException {
        Known known = Known.at(knownAt);
        BooksReader books = new BooksReader(connection, known);
        return whole(connection, group, books.readAnew(books.accountsOf(group.group())), date, known, 0, "");
    }

    private static Set<Long> keys(List<AccountBooks> accounts) {
        return accounts.stream().map(AccountBooks::id).collect(Collectors.toSet());
    }

    private static Optional<LocalDate> last(List<AccountBooks> accounts, Optional<LocalDate> date) {
        return accounts.stream()
                .flatMap(account -> account.lastDay().stream())
                .max(LocalDate::compareTo)
                .flatMap(day -> date.isPresent() ? date : Optional.of(day));
    }

    private static OpenRows rows(
            Connection connection,
            GroupTable.Saved group,
            List<AccountBooks> accounts,
            Optional<LocalDate> date,
            Known known)
            throws SQLException {
        return new OpenRows(
                connection,
                group.id(),
                date.orElse(NEVER),
                known,
                accounts,
                group.group().rules());
    }

    private static Reading reading(
            Connection connection,
            GroupTable.Saved group,
            List<AccountBooks> accounts,
            Optional<LocalDate> date,
            OpenRows rows,
            MatchSums matches,
            Known known,
            long changes,
            String booksMarker)
            throws SQLException {
        Snapshot open = rows.open();
        return new Reading(
                known,
                group,
                date,
                accounts,
                open,
                rows.rests(),
                rows.aside(),
                rows.marks(),
                matches.matches(),
                matches.difference(),
                matches.borne(),
                ChainTable.read(connection, group.unit(), group.group().rules(), open, date.orElse(NEVER)),
                PeriodLock.of(connection, group.id(), group.name()),
                changes,
                booksMarker);
    }

    /** Whether matches and entries are still as they were read: what is no longer booked must not be matched. Asked while the group is locked. */
    boolean stands(Connection connection) throws SQLException {
        BooksReader books = new BooksReader(connection);
        return GroupTable.changes(connection, group.id()) == changes
                && books.marker(books.accountsOf(group.group())).equals(booksMarker);
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

    /** How many entries of a side are aside and nothing else of them is open. */
    long asideEntries(Side side) {
        return aside(side).filter(item -> !rests.containsKey(item.entryId())).count();
    }

    /** The sum of all that is open on a side. */
    BigDecimal openSum(Side side) {
        BigDecimal sum = asideSum(side);
        for (int row = 0; row < open.size(); row++) {
            sum = open.side(row) == side ? sum.add(open.amount(row)) : sum;
        }
        return sum;
    }

    BigDecimal asideSum(Side side) {
        return aside(side).map(Aside::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Aside> aside(Side side) {
        return aside.values().stream().filter(item -> item.side() == side);
    }
}
