package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/** The table {@code run}. */
final class RunTable {
    /** The fence of no run. */
    private static final long NO_FENCE = -1;

    private static final String COLUMNS = """
        id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at, nominal_end_at, times, parameters, input, locks,
        node_id, fence, claimed_at, deadline_at\
        """;

    private static final String INSERT = """
        insert into run (id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at, nominal_end_at, times,
          parameters, input, locks, state, node_id, fence, claimed_at, deadline_at, put_off, open_parts, failed_parts)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, 0, 0)\
        """;

    private RunTable() {}

    /** Adds runs: those that were taken run, the others wait. */
    static void insert(Connection connection, Collection<ActiveRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, INSERT)) {
            for (ActiveRun run : runs) {
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
                        String.join("\n", run.locks()),
                        taken == null ? RunState.WAITING : RunState.RUNNING,
                        taken == null ? null : taken.nodeId(),
                        taken == null ? null : taken.fence(),
                        taken == null ? null : taken.at(),
                        taken == null ? null : taken.deadline());
            }
            batch.finish();
        }
    }

    /** Lets runs that waited run. */
    static void take(Connection connection, Collection<ActiveRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, """
            update run set state = ?, revision = ?, locks = ?, node_id = ?, fence = ?, claimed_at = ?, deadline_at = ?,
              put_off = false
            where id = ?\
            """)) {
            for (ActiveRun run : runs) {
                ActiveRun.Taken taken = run.claim().orElseThrow();
                batch.add(
                        RunState.RUNNING,
                        run.revision(),
                        String.join("\n", run.locks()),
                        taken.nodeId(),
                        taken.fence(),
                        taken.at(),
                        taken.deadline(),
                        run.id());
            }
            batch.finish();
        }
    }

    /** Lets runs wait again that were taken and never began; tells which of them it was. */
    static BitSet giveBack(Connection connection, List<ActiveRun> runs) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
            update run set state = 'WAITING', locks = '', node_id = null, fence = null, claimed_at = null, deadline_at = null
            where id = ? and fence = ?\
            """)) {
            return each(batch, runs);
        }
    }

    /** Removes runs, if they are still held under the same right; tells which of them it was. */
    static BitSet delete(Tx tx, List<ActiveRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return new BitSet();
        }
        return tx.dialect() == Tx.Dialect.H2 ? deleteEach(tx.connection(), runs) : deleteAll(tx.connection(), runs);
    }

    private static BitSet deleteEach(Connection connection, List<ActiveRun> runs) throws SQLException {
        try (Batch batch = Sql.batch(connection, "delete from run where id = ? and fence = ?")) {
            return each(batch, runs);
        }
    }

    private static BitSet each(Batch batch, List<ActiveRun> runs) throws SQLException {
        for (ActiveRun run : runs) {
            batch.add(run.id(), run.fence());
        }
        return batch.finishEach();
    }

    /**
     * In one statement: the table has few rows and many that were removed just before, and PostgreSQL, whose figures tell of the few,
     * may read all of it for each statement.
     */
    private static BitSet deleteAll(Connection connection, List<ActiveRun> runs) throws SQLException {
        Map<Long, Long> fences = holdFences(connection, runs);
        BitSet hits = new BitSet();
        List<Long> held = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            long id = runs.get(i).id();
            if (fences.getOrDefault(id, NO_FENCE) == runs.get(i).fence()) {
                hits.set(i);
                held.add(id);
            }
        }
        Sql.on(connection, "delete from run where id = any(?)")
                .with(Sql.longs(held))
                .update();
        return hits;
    }

    private static Map<Long, Long> holdFences(Connection connection, List<ActiveRun> runs) throws SQLException {
        Map<Long, Long> fences = new HashMap<>();
        Sql.on(connection, "select id, fence from run where id = any(?) and fence is not null order by id for update")
                .with(Sql.longs(runs.stream().map(ActiveRun::id).toList()))
                .each(row -> fences.put(row.number("id"), row.number("fence")));
        return fences;
    }

    /** Removes runs that wait. */
    static void deleteWaiting(Connection connection, Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            Sql.on(connection, "delete from run where state = 'WAITING' and id = any(?)")
                    .with(Sql.longs(ids))
                    .update();
        }
    }

    /** Lets a run wait for its parts; tells whether it was still held under its right. */
    static boolean split(Connection connection, ActiveRun run, int parts, Map<String, String> result)
            throws SQLException {
        return Sql.on(connection, """
            update run set state = 'SPLIT', node_id = null, deadline_at = null, open_parts = ?, result = ?
            where id = ? and fence = ? and state = 'RUNNING'\
            """)
                        .with(parts, JsonTexts.write(result), run.id(), run.fence())
                        .update()
                > 0;
    }

    /** Counts parts that ended for good. */
    static void countDown(Connection connection, long parent, int ended, int failed) throws SQLException {
        Sql.on(
                        connection,
                        "update run set open_parts = open_parts - ?, failed_parts = failed_parts + ? where id = ? and"
                                + " state = 'SPLIT'")
                .with(ended, failed, parent)
                .update();
    }

    /**
     * A run whose parts have all ended.
     *
     * @param run the run
     * @param failedParts how many of them failed
     * @param cancelReason why someone wished it to stop
     * @param result what it brought itself, JSON
     */
    record Joined(ActiveRun run, long failedParts, Optional<String> cancelReason, String result) {}

    /** Removes those of these runs whose parts have all ended. */
    static List<Joined> joined(Connection connection, Collection<Long> ids) throws SQLException {
        List<Joined> joined = Sql.on(connection, "select " + COLUMNS + """
            , failed_parts, cancel_reason, result from run
                    where id = any(?) and state = 'SPLIT' and open_parts = 0 order by id\
            """)
                .with(Sql.longs(ids))
                .list(row -> new Joined(
                        read(row), row.number("failed_parts"), row.optionalText("cancel_reason"), row.text("result")));
        for (Joined run : joined) {
            Sql.on(connection, "delete from run where id = ?")
                    .with(run.run().id())
                    .update();
        }
        return joined;
    }

    /** Those of these runs that wait. */
    static List<ActiveRun> waiting(Connection connection, Collection<Long> ids) throws SQLException {
        return Sql.on(
                        connection,
                        "select " + COLUMNS
                                + " from unnest(?) as k(run_id) join run on id = run_id where state = 'WAITING'")
                .with(Sql.longs(ids))
                .list(RunTable::read);
    }

    /** Runs of tasks that wait and were started by their schedules, the oldest first. */
    static List<ActiveRun> waitingSchedules(Connection connection, Collection<Long> tasks) throws SQLException {
        return Sql.on(
                        connection,
                        "select " + COLUMNS
                                + " from run where state = 'WAITING' and cause = 'SCHEDULE' and task_id = any(?) order"
                                + " by id")
                .with(Sql.longs(tasks))
                .list(RunTable::read);
    }

    /** Runs of a task in a state, the oldest first. */
    static List<ActiveRun> ofTask(Connection connection, long task, RunState state) throws SQLException {
        return Sql.on(connection, "select " + COLUMNS + " from run where task_id = ? and state = ? order by id")
                .with(task, state)
                .list(RunTable::read);
    }

    /** Runs that nodes have taken, the oldest first, at most so many. */
    static List<ActiveRun> ofNodes(Connection connection, Collection<Long> nodes, int most) throws SQLException {
        return Sql.on(
                        connection,
                        "select " + COLUMNS
                                + " from run where state = 'RUNNING' and node_id = any(?) order by id limit ?")
                .with(Sql.longs(nodes), most)
                .list(RunTable::read);
    }

    /** Runs of all nodes whose locks ended before a moment, at most so many. */
    static List<ActiveRun> overdue(Connection connection, Instant before, int most) throws SQLException {
        return Sql.on(
                        connection,
                        "select " + COLUMNS
                                + " from run where state = 'RUNNING' and deadline_at < ? order by id limit ?")
                .with(before, most)
                .list(RunTable::read);
    }

    /** Parts of a run that have not ended. */
    static List<Long> parts(Connection connection, long parent, long task) throws SQLException {
        return Sql.on(
                        connection,
                        "select id from run where task_id = ? and parent_id = ? and cause = 'PART' order by id")
                .with(task, parent)
                .list(row -> row.number("id"));
    }

    /** Asks a run to stop that is under way or waits for its parts; tells whether it is. */
    static boolean cancel(Connection connection, long id, String reason) throws SQLException {
        return Sql.on(connection, "update run set cancel_reason = ? where id = ? and state <> 'WAITING'")
                        .with(reason, id)
                        .update()
                > 0;
    }

    /** Why someone wants those of these runs to stop of which someone does. */
    static void cancelled(Connection connection, Collection<Long> ids, Signal signal) throws SQLException {
        Sql.on(connection, "select id, cancel_reason from run where id = any(?) and cancel_reason is not null")
                .with(Sql.longs(ids))
                .each(row -> signal.cancelled(row.number("id"), row.text("cancel_reason")));
    }

    /** Puts off runs until their tasks' pauses end. */
    static void putOff(Connection connection, Collection<Long> ids) throws SQLException {
        Sql.on(connection, "update run set put_off = true where id = any(?)")
                .with(Sql.longs(ids))
                .update();
    }

    /** Holds a run until the transaction ends, if it is under way under this right; tells whether it is. */
    static boolean holds(Connection connection, long id, long fence) throws SQLException {
        return Sql.on(connection, "select id from run where id = ? and fence = ? and state = 'RUNNING' for update")
                .with(id, fence)
                .first(row -> row.number("id"))
                .isPresent();
    }

    /** A run, whatever its state; without its task. */
    static Optional<ActiveRun> find(Connection connection, long id) throws SQLException {
        return Sql.on(connection, "select " + COLUMNS + " from run where id = ?")
                .with(id)
                .first(RunTable::read);
    }

    static ActiveRun read(Row row) throws SQLException {
        Optional<Long> fence = row.optionalNumber("fence");
        Optional<ActiveRun.Taken> taken = fence.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActiveRun.Taken(
                        row.optionalNumber("node_id").orElse(0L),
                        fence.get(),
                        row.instant("claimed_at"),
                        row.optionalInstant("deadline_at").orElse(DueTable.NEVER)));
        return new ActiveRun(
                row.number("id"),
                row.number("task_id"),
                Optional.empty(),
                (int) row.number("revision"),
                row.choice("cause", Cause.class),
                row.text("occurrence"),
                row.number("parent_id"),
                (int) row.number("attempt"),
                row.instant("nominal_at"),
                row.instant("nominal_end_at"),
                row.number("times"),
                row.optionalText("parameters"),
                row.optionalText("input"),
                row.text("locks").lines().toList(),
                taken);
    }
}
