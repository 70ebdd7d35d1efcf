package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.RunState;

/** Stops runs by wish, or because nobody looks after them any more. Safe for use from many threads. */
public final class RunControl {
    private static final int AT_ONCE = 256;

    private final Transactions transactions;
    private final LiveTasks tasks;
    private final Finish finish;
    private final Signal signal;
    private final Clock clock;

    /** A way to stop runs; {@code signal} hears of those under way. */
    public RunControl(Transactions transactions, LiveTasks tasks, Finish finish, Signal signal, Clock clock) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.tasks = Objects.requireNonNull(tasks, "tasks");
        this.finish = Objects.requireNonNull(finish, "finish");
        this.signal = Objects.requireNonNull(signal, "signal");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Asks a run to stop. One that waits ends at once; of one that waits for its parts, these are asked.
     *
     * @return whether it had not ended
     */
    public boolean cancel(long id, String reason) {
        return transactions.inTransaction(tx -> cancel(tx, id, reason));
    }

    private boolean cancel(Tx tx, long id, String reason) throws SQLException {
        Connection connection = tx.connection();
        Optional<ActiveRun> found = RunTable.find(connection, id);
        while (found.isPresent()) {
            ActiveRun run = found.get();
            if (stopsWaiting(connection, run)) {
                end(tx, run, reason);
                return true;
            }
            if (RunTable.cancel(connection, id, reason)) {
                tx.afterCommit(() -> signal.cancelled(id, reason));
                for (long part : RunTable.parts(connection, id, run.taskId())) {
                    cancel(tx, part, reason);
                }
                return true;
            }
            // Its turn came, or a node took it, while this looked for it elsewhere.
            found = RunTable.find(connection, id);
        }
        return false;
    }

    private static boolean stopsWaiting(Connection connection, ActiveRun run) throws SQLException {
        return DueTable.remove(connection, run.id())
                || !TurnTable.remove(connection, List.of(run.id())).isEmpty();
    }

    private void end(Tx tx, ActiveRun run, String reason) throws SQLException {
        RunTable.deleteWaiting(tx.connection(), List.of(run.id()));
        LiveTask live = tasks.now(tx, List.of(run.taskId())).get(run.taskId());
        String why = Texts.message("ended.cancelled", reason).toString();
        finish.settle(
                tx,
                List.of(Ended.without(
                        live == null ? run : run.of(live), RunState.CANCELLED, clock.instant(), why, Map.of())));
    }

    /** Ends the runs of a task that wait; returns how many. */
    public int cancelWaiting(Tx tx, long taskId, String reason) throws SQLException {
        int ended = 0;
        for (ActiveRun run : RunTable.ofTask(tx.connection(), taskId, RunState.WAITING)) {
            if (stopsWaiting(tx.connection(), run)) {
                end(tx, run, reason);
                ended++;
            }
        }
        return ended;
    }

    /** Ends the runs of a task that are under way, whatever they do; returns how many. */
    public int endRunning(long taskId, String reason) {
        List<ActiveRun> runs = found(tx -> RunTable.ofTask(tx.connection(), taskId, RunState.RUNNING));
        int ended = end(
                runs,
                RunState.CANCELLED,
                Texts.message("ended.cancelled", reason).toString());
        runs.forEach(run -> signal.cancelled(run.id(), reason));
        return ended;
    }

    /** Ends runs whose nodes have ended; returns how many, and may be called again until none are left. */
    public int endLost() {
        List<ActiveRun> runs = found(tx -> {
            List<Long> nodes = NodeTable.endedWithRuns(tx.connection());
            return nodes.isEmpty() ? List.of() : RunTable.ofNodes(tx.connection(), nodes, AT_ONCE);
        });
        return end(runs, RunState.LOST, Texts.message("ended.lost").toString());
    }

    /** Ends runs of any node whose locks ended before a moment; returns how many. */
    public int endOverdue(Instant before) {
        List<ActiveRun> runs = found(tx -> RunTable.overdue(tx.connection(), before, AT_ONCE));
        return end(runs, RunState.TIMED_OUT, Texts.message("ended.overdue").toString());
    }

    private List<ActiveRun> found(Transactions.Work<List<ActiveRun>> search) {
        return transactions.reading(tx -> {
            List<ActiveRun> runs = search.on(tx);
            if (runs.isEmpty()) {
                return runs;
            }
            Map<Long, LiveTask> live =
                    tasks.now(tx, runs.stream().map(ActiveRun::taskId).toList());
            return runs.stream()
                    .map(run -> live.containsKey(run.taskId()) ? run.of(live.get(run.taskId())) : run)
                    .toList();
        });
    }

    private int end(List<ActiveRun> runs, RunState state, String why) {
        if (runs.isEmpty()) {
            return 0;
        }
        List<Ended> ends = new ArrayList<>();
        runs.forEach(run -> ends.add(Ended.without(run, state, clock.instant(), why, Map.of())));
        return ends.size() - finish.finish(ends).size();
    }

    /** Tells a listener of the runs among these that someone wants to stop. */
    public void tellCancelled(List<Long> ids, Signal listener) {
        transactions.reading(tx -> {
            RunTable.cancelled(tx.connection(), ids, listener);
            return ids;
        });
    }
}
