package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code due}. */
public final class DueTable {
    /** When something is due that waits until somebody says otherwise. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String COLUMNS = "task_id, run_id, due_at, nominal_at, priority, placement_id";

    private DueTable() {}

    /** Adds rows; none of them is there yet. */
    public static void insert(Connection connection, List<DueRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, "insert into due (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)")) {
            for (DueRow row : rows) {
                batch.add(row.taskId(), row.runId(), row.dueAt(), row.nominal(), row.priority(), row.placementId());
            }
            batch.finish();
        }
    }

    /** Takes away the next times of the schedules of tasks. */
    public static void removeSchedules(Connection connection, Collection<Long> tasks) throws SQLException {
        Sql.on(connection, "delete from due where run_id = 0 and task_id = any(?)")
                .with(Sql.longs(tasks))
                .update();
    }

    /** The next time of a task's schedule; none if it does not run by itself. */
    public static List<DueRow> schedules(Connection connection, Collection<Long> tasks) throws SQLException {
        return Sql.on(connection, "select " + COLUMNS + " from due where run_id = 0 and task_id = any(?)")
                .with(Sql.longs(tasks))
                .list(DueTable::read);
    }

    static DueRow read(Row row) throws SQLException {
        return new DueRow(
                row.number("task_id"),
                row.number("run_id"),
                row.instant("due_at"),
                row.instant("nominal_at"),
                (int) row.number("priority"),
                row.number("placement_id"));
    }
}
