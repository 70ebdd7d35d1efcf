package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code task_state}. Rows are touched in the order of their keys. */
final class StateTable {
    private StateTable() {}

    /**
     * How a task has done so far.
     *
     * @param taskId its key
     * @param runId its last run that ended
     * @param state how that ended
     * @param at when
     * @param success when a run last succeeded
     * @param failures how many runs in a row failed for good
     */
    record State(long taskId, long runId, RunState state, Instant at, Optional<Instant> success, int failures) {}

    static Map<Long, State> of(Connection connection, Collection<Long> tasks) throws SQLException {
        Map<Long, State> states = new HashMap<>();
        Sql.on(connection, """
            select task_id, last_run_id, last_state, last_ended_at, last_success_at, failures from unnest(?) as k(id)
              join task_state on task_id = id\
            """).with(Sql.longs(tasks)).each(row -> {
            State state = new State(
                    row.number("task_id"),
                    row.number("last_run_id"),
                    row.choice("last_state", RunState.class),
                    row.instant("last_ended_at"),
                    row.optionalInstant("last_success_at"),
                    (int) row.number("failures"));
            states.put(state.taskId(), state);
        });
        return states;
    }

    /** Adds the states of tasks that have none yet. */
    static void insert(Connection connection, Collection<State> states) throws SQLException {
        write(connection, states, """
            insert into task_state (last_run_id, last_state, last_ended_at, last_success_at, failures, task_id)
            values (?, ?, ?, ?, ?, ?)\
            """);
    }

    static void update(Connection connection, Collection<State> states) throws SQLException {
        write(connection, states, """
            update task_state set last_run_id = ?, last_state = ?, last_ended_at = ?, last_success_at = ?, failures = ?
            where task_id = ?\
            """);
    }

    private static void write(Connection connection, Collection<State> states, String sql) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, sql)) {
            for (State state : states) {
                batch.add(state.runId(), state.state(), state.at(), state.success(), state.failures(), state.taskId());
            }
            batch.finish();
        }
    }
}
