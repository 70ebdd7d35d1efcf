package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code run_history}: what is in it never changes. */
final class HistoryTable {
    private static final String INSERT = """
        insert into run_history (id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at, nominal_end_at, times,
          parameters, input, state, node_id, fence, claimed_at, ended_at, sent, received, summary, problem, data)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private HistoryTable() {}

    static void insert(Connection connection, Collection<Ended> ends) throws SQLException {
        if (ends.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, INSERT)) {
            for (Ended end : ends) {
                ActiveRun run = end.run();
                ActiveRun.Taken taken = run.claim().orElse(null);
                batch.add(
                        run.id(),
                        run.taskId(),
                        run.revision(),
                        run.cause(),
                        run.occurrence(),
                        run.parentId(),
                        run.attempt(),
                        run.nominal(),
                        run.nominalEnd(),
                        run.times(),
                        run.parameters(),
                        run.input(),
                        end.state(),
                        taken == null ? null : taken.nodeId(),
                        taken == null ? null : taken.fence(),
                        taken == null ? null : taken.at(),
                        end.at(),
                        end.sent(),
                        end.received(),
                        end.summary(),
                        end.problem(),
                        end.dataText());
            }
            batch.finish();
        }
    }

    /** A run that ended, without its task, and without what it held. */
    static Optional<ActiveRun> find(Connection connection, long id) throws SQLException {
        return Sql.on(connection, """
            select id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at, nominal_end_at, times,
              parameters, input, '' as locks, node_id, cast(null as bigint) as fence, claimed_at, ended_at as deadline_at
            from run_history where id = ?\
            """).with(id).first(RunTable::read);
    }

    /** Keys of those of these runs that are in the history with just this end. */
    static Set<Long> recorded(Connection connection, Collection<Ended> ends) throws SQLException {
        Map<Long, Ended> wanted = new HashMap<>();
        ends.forEach(end -> wanted.put(end.run().id(), end));
        Set<Long> recorded = new HashSet<>();
        Sql.on(
                        connection,
                        "select id, fence, state, ended_at from unnest(?) as k(run_id)"
                                + " join run_history on id = run_id where fence is not null")
                .with(Sql.longs(wanted.keySet()))
                .each(row -> {
                    Ended end = wanted.get(row.number("id"));
                    if (end.run().fence() == row.number("fence")
                            && end.state() == row.choice("state", RunState.class)
                            && end.at().truncatedTo(ChronoUnit.MICROS).equals(row.instant("ended_at"))) {
                        recorded.add(end.run().id());
                    }
                });
        return recorded;
    }
}
