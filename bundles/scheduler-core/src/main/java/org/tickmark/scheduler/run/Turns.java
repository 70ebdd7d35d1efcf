package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.api.host.Tx;

/**
 * Lets those have their turns who wait for locks. Nobody waits for a lock that nobody holds, unless a run is due that wants it: who
 * gets a turn and does not use it lets the next one have it. For one transaction.
 */
public final class Turns {
    private Turns() {}

    /** Takes the first run of each of these locks out of its turn: it is due. Returns the rows, what waited longest as the first. */
    static List<DueRow> next(Tx tx, LiveTasks tasks, Collection<String> locks, Instant now) throws SQLException {
        if (locks.isEmpty()) {
            return List.of();
        }
        List<Long> next = TurnTable.next(tx.connection(), locks);
        if (next.isEmpty()) {
            return List.of();
        }
        List<ActiveRun> runs = RunTable.waiting(tx.connection(), next);
        Map<Long, LiveTask> live =
                tasks.now(tx, runs.stream().map(ActiveRun::taskId).toList());
        List<DueRow> due = new ArrayList<>();
        for (ActiveRun run : runs) {
            LiveTask task = live.get(run.taskId());
            Instant at = run.nominal().isBefore(now) ? run.nominal() : now;
            due.add(
                    task == null
                            ? new DueRow(run.taskId(), run.id(), at, run.nominal(), 0, 0)
                            : run.of(task).due(at));
        }
        DueTable.insert(tx.connection(), due);
        return due;
    }

    /** The locks among those that these runs want, without having begun, that nobody holds. */
    static Set<String> unused(Tx tx, Collection<ActiveRun> runs) throws SQLException {
        Set<String> locks = new TreeSet<>();
        for (ActiveRun run : runs) {
            run.task()
                    .ifPresent(task -> locks.addAll(
                            LockAssignment.names(run, task.definition().running())));
        }
        if (!locks.isEmpty()) {
            locks.removeAll(LockTable.holders(tx.connection(), locks).keySet());
        }
        return locks;
    }

    /**
     * Lets all look anew who wait for what a task wanted by its definition until now: who of its runs was to have the next turn may
     * want something else.
     *
     * @param key what its runs shared with those of other tasks; empty: nothing
     */
    public static void lookAnew(Tx tx, long taskId, String key, Instant now) throws SQLException {
        List<String> locks = key.isEmpty()
                ? List.of(LockTable.ofTask(taskId))
                : List.of(LockTable.ofTask(taskId), LockTable.ofKey(key));
        List<Long> waiting = TurnTable.remove(tx.connection(), TurnTable.waiting(tx.connection(), locks));
        DueTable.insertWaiting(tx.connection(), waiting, now);
    }
}
