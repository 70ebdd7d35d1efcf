package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code due}. */
public final class DueTable {
    /** When something is due that waits until somebody says otherwise. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String COLUMNS = "id, task_id, due_at, nominal_at, priority, placement_id";

    private DueTable() {}

    /** Adds rows; none of them is there yet. */
    public static void insert(Connection connection, List<DueRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, "insert into due (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)")) {
            for (DueRow row : rows) {
                batch.add(row.key(), row.taskId(), row.dueAt(), row.nominal(), row.priority(), row.placementId());
            }
            batch.finish();
        }
    }

    /** Adds rows for runs that wait, due now. */
    static void insertWaiting(Connection connection, Collection<Long> runs, Instant now) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        Sql.on(connection, """
            insert into due (id, task_id, due_at, nominal_at, priority, placement_id)
            select r.id, r.task_id, ?, r.nominal_at, 0, t.placement_id from run r join task t on t.id = r.task_id
            where r.id = any(?)\
            """).with(now, Sql.longs(runs)).update();
    }

    /**
     * Holds those of these rows until the transaction ends that nobody else holds. On H2, where one dispatcher alone takes rows, it
     * holds none: {@link #move} and {@link #remove} tell what has changed.
     */
    static List<DueRow> hold(Tx tx, List<DueRow> rows) throws SQLException {
        if (tx.dialect() == Tx.Dialect.H2) {
            return rows;
        }
        Set<Long> held = new HashSet<>(Sql.on(
                        tx.connection(),
                        "select d.id from due d join unnest(?) as k(wanted) on d.id = k.wanted for update of d skip"
                                + " locked")
                .with(Sql.longs(rows.stream().map(DueRow::key).toList()))
                .list(row -> row.number("id")));
        return rows.stream().filter(row -> held.contains(row.key())).toList();
    }

    /** Moves rows to other times if they still stand as they stood; tells which. */
    static BitSet move(Connection connection, List<DueRow> from, List<DueRow> to) throws SQLException {
        if (from.isEmpty()) {
            return new BitSet();
        }
        try (Batch batch = Sql.batch(connection, """
            update due set due_at = ?, nominal_at = ?
            where id = ? and due_at = ? and nominal_at = ?\
            """)) {
            for (int i = 0; i < from.size(); i++) {
                DueRow old = from.get(i);
                DueRow moved = to.get(i);
                batch.add(moved.dueAt(), moved.nominal(), old.key(), old.dueAt(), old.nominal());
            }
            return batch.finishEach();
        }
    }

    /** Removes rows if they still stand as they stood; tells which. */
    static BitSet remove(Connection connection, List<DueRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new BitSet();
        }
        try (Batch batch = Sql.batch(connection, "delete from due where id = ? and due_at = ? and nominal_at = ?")) {
            for (DueRow row : rows) {
                batch.add(row.key(), row.dueAt(), row.nominal());
            }
            return batch.finishEach();
        }
    }

    /** Removes the row of a run that waits; tells whether there was one. */
    static boolean remove(Connection connection, long run) throws SQLException {
        return Sql.on(connection, "delete from due where id = ?").with(run).update() > 0;
    }

    /** The first rows of a placement, ordered by time, at most so many. */
    public static List<DueRow> first(Connection connection, long placement, int most) throws SQLException {
        return Sql.on(
                        connection,
                        "select " + COLUMNS + " from due where placement_id = ? order by placement_id, due_at limit ?")
                .with(placement, most)
                .list(DueTable::read);
    }

    static DueRow read(Row row) throws SQLException {
        return new DueRow(
                row.number("task_id"),
                Math.max(0, row.number("id")),
                row.instant("due_at"),
                row.instant("nominal_at"),
                (int) row.number("priority"),
                row.number("placement_id"));
    }
}
