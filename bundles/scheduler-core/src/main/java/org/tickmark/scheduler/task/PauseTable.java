package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code task_pause}. */
final class PauseTable {
    private PauseTable() {}

    /** Pauses tasks; a pause that one is in already is replaced. */
    static void begin(Connection connection, Collection<Long> tasks, Task.Pause pause) throws SQLException {
        end(connection, tasks);
        try (Batch batch = Sql.batch(
                connection, "insert into task_pause (task_id, until_at, reason, paused_by) values (?, ?, ?, ?)")) {
            for (long task : tasks) {
                batch.add(task, pause.until(), pause.reason(), pause.by());
            }
            batch.finish();
        }
    }

    /** Ends pauses; returns how many. */
    static int end(Connection connection, Collection<Long> tasks) throws SQLException {
        return Sql.on(connection, "delete from task_pause where task_id = any(?)")
                .with(Sql.longs(tasks))
                .update();
    }

    /** The pause that a task is in at a moment. */
    static Optional<Task.Pause> of(Connection connection, long task, Instant now) throws SQLException {
        return Sql.on(connection, """
            select until_at, reason, paused_by from task_pause
            where task_id = ? and (until_at is null or until_at > ?)\
            """)
                .with(task, now)
                .first(row ->
                        new Task.Pause(row.optionalInstant("until_at"), row.text("reason"), row.text("paused_by")));
    }
}
