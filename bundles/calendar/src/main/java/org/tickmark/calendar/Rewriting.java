package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tickmark.calendar.AppointmentTable.NewRow;

/**
 * Brings rows to what they shall be. A row stays the row of the same occurrence, through a move of the series and from one series to
 * another: it is found by its number where that is known, else by the start that the rule gave, else by the day of it. For one
 * transaction.
 */
final class Rewriting {
    private final Connection connection;
    private final Map<Long, StoredRow> standing = new LinkedHashMap<>();
    private final Map<LocalDateTime, Deque<Long>> free;

    /**
     * A rewriting.
     *
     * @param standing the rows that there are
     * @param free numbers of rows that were deleted, by the start that the rule gave; to be given again
     */
    Rewriting(Connection connection, Collection<StoredRow> standing, Map<LocalDateTime, Deque<Long>> free) {
        this.connection = connection;
        standing.forEach(row -> this.standing.put(row.id(), row));
        this.free = free;
    }

    /**
     * A row that shall be.
     *
     * @param id its number; 0 for any
     */
    record Wanted(long id, NewRow row) {
        LocalDateTime original() {
            return row.image().original();
        }
    }

    /** Writes what is different; tells the numbers of the rows, in order. What is not wanted is left to {@link #deleteRest}. */
    List<Long> write(List<Wanted> wanted) throws SQLException {
        long[] ids = new long[wanted.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = wanted.get(i).id();
        }
        StoredRow[] found = matched(wanted);
        update(wanted, found, ids);
        insert(wanted, found, ids);
        return Arrays.stream(ids).boxed().toList();
    }

    /** Deletes the rows that were not wanted, and tells which. */
    List<StoredRow> deleteRest() throws SQLException {
        List<StoredRow> rest = List.copyOf(standing.values());
        if (!rest.isEmpty()) {
            AppointmentTable.delete(connection, standing.keySet());
            standing.clear();
        }
        return rest;
    }

    /** The row that each is now; null for none. */
    private StoredRow[] matched(List<Wanted> wanted) {
        StoredRow[] found = new StoredRow[wanted.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = standing.remove(wanted.get(i).id());
        }
        match(wanted, found, original -> original);
        match(wanted, found, LocalDateTime::toLocalDate);
        return found;
    }

    private void match(List<Wanted> wanted, StoredRow[] found, Function<LocalDateTime, Object> key) {
        Map<Object, Deque<StoredRow>> byKey = new HashMap<>();
        for (StoredRow row : standing.values()) {
            byKey.computeIfAbsent(key.apply(row.image().original()), any -> new ArrayDeque<>())
                    .add(row);
        }
        for (int i = 0; i < found.length; i++) {
            Deque<StoredRow> same = byKey.get(key.apply(wanted.get(i).original()));
            if (found[i] == null && wanted.get(i).id() == 0 && same != null && !same.isEmpty()) {
                found[i] = same.poll();
                standing.remove(found[i].id());
            }
        }
    }

    private void update(List<Wanted> wanted, StoredRow[] found, long[] ids) throws SQLException {
        List<Long> changedIds = new ArrayList<>();
        List<NewRow> changed = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                continue;
            }
            ids[i] = found[i].id();
            NewRow row = wanted.get(i).row();
            if (!found[i].holds(row.image()) || row.revision() > 0) {
                changedIds.add(ids[i]);
                changed.add(row);
            }
        }
        if (!changed.isEmpty()) {
            AppointmentTable.update(connection, changedIds, changed);
        }
    }

    private void insert(List<Wanted> wanted, StoredRow[] found, long[] ids) throws SQLException {
        List<Integer> places = new ArrayList<>();
        List<NewRow> fresh = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] != null) {
                continue;
            }
            NewRow row = wanted.get(i).row();
            ids[i] = ids[i] == 0 ? freeNumber(wanted.get(i).original()) : ids[i];
            if (ids[i] == 0) {
                places.add(i);
                fresh.add(row);
            } else {
                AppointmentTable.insert(connection, ids[i], row);
            }
        }
        if (!fresh.isEmpty()) {
            List<Long> generated = AppointmentTable.insert(connection, fresh);
            for (int i = 0; i < generated.size(); i++) {
                ids[places.get(i)] = generated.get(i);
            }
        }
    }

    private long freeNumber(LocalDateTime original) {
        Deque<Long> numbers = free.get(original);
        return numbers == null || numbers.isEmpty() ? 0 : numbers.poll();
    }
}
