package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.kit.jdbc.Sql;

/**
 * How a task has done so far.
 *
 * @param lastRun its last run that ended
 * @param lastSuccess when a run last succeeded
 * @param failures how many runs in a row failed for good
 */
record StateRow(long lastRun, Optional<Instant> lastSuccess, int failures) {
    static Optional<StateRow> of(Connection connection, long task) throws SQLException {
        return Sql.on(connection, "select last_run_id, last_success_at, failures from task_state where task_id = ?")
                .with(task)
                .first(row -> new StateRow(row.number("last_run_id"), row.optionalInstant("last_success_at"), (int)
                        row.number("failures")));
    }

    /** Keys of the runs of a task that are under way. */
    static List<Long> underWay(Connection connection, long task) throws SQLException {
        return Sql.on(connection, "select id from run where task_id = ? and state in ('RUNNING', 'SPLIT') order by id")
                .with(task)
                .list(row -> row.number("id"));
    }
}
