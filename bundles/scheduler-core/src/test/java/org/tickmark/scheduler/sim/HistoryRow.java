package org.tickmark.scheduler.sim;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Sql;

/** A row of {@code run_history}; fence and node are 0 where there is none. */
record HistoryRow(
        long id,
        long taskId,
        int revision,
        Cause cause,
        String occurrence,
        long parentId,
        int attempt,
        Instant nominal,
        Instant nominalEnd,
        long times,
        RunState state,
        long nodeId,
        long fence,
        Optional<Instant> claimedAt,
        Instant endedAt) {
    /** The numbers of all. */
    static List<Long> ids(Connection connection) throws SQLException {
        return Sql.on(connection, "select id from run_history").list(row -> row.number("id"));
    }

    /** Those with these numbers. */
    static List<HistoryRow> of(Connection connection, Collection<Long> ids) throws SQLException {
        return Sql.on(connection, """
                        select id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at, nominal_end_at, times,
                          state, node_id, fence, claimed_at, ended_at from run_history where id = any(?) order by id\
                        """)
                .with(Sql.longs(ids))
                .list(row -> new HistoryRow(
                        row.number("id"),
                        row.number("task_id"),
                        (int) row.number("revision"),
                        row.choice("cause", Cause.class),
                        row.text("occurrence"),
                        row.number("parent_id"),
                        (int) row.number("attempt"),
                        row.instant("nominal_at"),
                        row.instant("nominal_end_at"),
                        row.number("times"),
                        row.choice("state", RunState.class),
                        row.optionalNumber("node_id").orElse(0L),
                        row.optionalNumber("fence").orElse(0L),
                        row.optionalInstant("claimed_at"),
                        row.instant("ended_at")));
    }
}
