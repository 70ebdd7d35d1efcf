package org.tickmark.scheduler.sim;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Sql;

/** A row of {@code run}; fence and node are 0 where there is none. */
record LiveRow(
        long id,
        long taskId,
        int revision,
        Cause cause,
        long parentId,
        int attempt,
        RunState state,
        long nodeId,
        long fence,
        List<String> locks) {
    static List<LiveRow> all(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        "select id, task_id, revision, cause, parent_id, attempt, state, node_id, fence, locks from run order by id")
                .list(row -> new LiveRow(
                        row.number("id"),
                        row.number("task_id"),
                        (int) row.number("revision"),
                        row.choice("cause", Cause.class),
                        row.number("parent_id"),
                        (int) row.number("attempt"),
                        row.choice("state", RunState.class),
                        row.optionalNumber("node_id").orElse(0L),
                        row.optionalNumber("fence").orElse(0L),
                        row.text("locks").lines().toList()));
    }
}
