package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.run.DueRow;

/** The rows of the table {@code due} that are next times of schedules, as far as definitions go. */
final class ScheduleTable {
    /** Joined from the keys asked for: for {@code = any} H2 would walk through the whole table. */
    static final String HELD = """
        select task_id, nominal_at from unnest(?) as k(wanted) join due on id = wanted order by task_id for update\
        """;

    private ScheduleTable() {}

    /** The next time of a task's schedule. */
    record Next(long taskId, Instant dueAt, Instant nominal) {}

    /** The times before which all are accounted for, of those of these tasks that run by themselves; held until the transaction ends. */
    static Map<Long, Instant> held(Connection connection, Collection<Long> tasks) throws SQLException {
        Map<Long, Instant> nominal = new HashMap<>();
        Sql.on(connection, HELD)
                .with(Sql.longs(tasks.stream().map(DueRow::keyOfNext).toList()))
                .each(row -> nominal.put(row.number("task_id"), row.instant("nominal_at")));
        return nominal;
    }

    /** Takes away the next times of tasks. */
    static void remove(Connection connection, Collection<Long> tasks) throws SQLException {
        try (Batch batch = Sql.batch(connection, "delete from due where id = ?")) {
            for (long task : tasks) {
                batch.add(DueRow.keyOfNext(task));
            }
            batch.finish();
        }
    }

    static Optional<Next> next(Connection connection, long task) throws SQLException {
        return Sql.on(connection, "select task_id, due_at, nominal_at from due where id = ?")
                .with(DueRow.keyOfNext(task))
                .first(row -> new Next(row.number("task_id"), row.instant("due_at"), row.instant("nominal_at")));
    }

    /** All that are due before a moment, those first that are due first, but no more than this. */
    static List<Next> before(Connection connection, Instant endExclusive, int most) throws SQLException {
        return Sql.on(
                        connection,
                        "select task_id, due_at, nominal_at from due where id < 0 and due_at < ? order by due_at"
                                + " limit ?")
                .with(endExclusive, most)
                .list(row -> new Next(row.number("task_id"), row.instant("due_at"), row.instant("nominal_at")));
    }
}
