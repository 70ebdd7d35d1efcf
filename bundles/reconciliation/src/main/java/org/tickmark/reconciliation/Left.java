package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was open of a group when somebody read it. What is open later is of these entries, of those that matches made or taken back since hold, and of those
 * booked since: of all others a match holds the whole.
 *
 * @param changes how many changes of the group there had been
 * @param until the last booking date that took part
 * @param lastEntries by key of each account of the group the highest key of an entry booked on it; 0 if there was none. Whoever books on an account holds
 *     it until the end, so what comes later has a higher one.
 * @param entries the keys of the entries, which may be more than were open
 */
record Left(long changes, LocalDate until, Map<Long, Long> lastEntries, Set<Long> entries) {
    Left {
        lastEntries = Map.copyOf(lastEntries);
    }

    /** Whether it helps to tell what is open of these accounts by a day: on an earlier day than this was read by, more can be open. */
    boolean serves(Set<Long> accounts, LocalDate day, long changesNow) {
        return lastEntries.keySet().equals(accounts) && !day.isBefore(until) && changes <= changesNow;
    }

    /** The keys of all entries that can be open now. */
    Set<Long> possible(Connection connection, long group) throws SQLException {
        Set<Long> possible = new HashSet<>(entries);
        possible.addAll(new MatchTable(connection).entriesChangedAfter(group, changes));
        BooksReader books = new BooksReader(connection);
        for (Map.Entry<Long, Long> last : lastEntries.entrySet()) {
            possible.addAll(books.bookedAfter(last.getKey(), last.getValue()));
        }
        return possible;
    }
}
