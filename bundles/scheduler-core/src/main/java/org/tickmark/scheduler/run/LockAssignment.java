package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.task.Cause;

/**
 * Who of the runs that may start gets his locks, who waits for them, and who is skipped. A run gets all of its locks or none. For one
 * transaction.
 */
final class LockAssignment {
    private final Tx tx;
    private final Connection connection;
    private final List<ActiveRun> candidates;
    private final Map<Long, LiveTask> tasks;

    /** Locks that runs hold which are no candidates. */
    private final Map<String, Long> busy = new HashMap<>();
    /** Locks that candidates hold. */
    private final Set<String> taken = new HashSet<>();

    private final List<ActiveRun> holding = new ArrayList<>();
    private final Map<ActiveRun, String> waiting = new LinkedHashMap<>();
    private final List<ActiveRun> skipped = new ArrayList<>();
    private final Set<Long> replaced = new TreeSet<>();

    LockAssignment(Tx tx, List<ActiveRun> candidates, Map<Long, LiveTask> tasks) {
        this.tx = tx;
        this.connection = tx.connection();
        this.candidates = candidates;
        this.tasks = tasks;
    }

    /** The locks that a run must hold. A part runs under those of the run that it is a part of. */
    static List<String> names(ActiveRun run, Running running) {
        if (run.cause() == Cause.PART) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        if (running.whenBusy() != WhenBusy.ALLOW) {
            names.add(LockTable.ofTask(run.taskId()));
        }
        running.key().ifPresent(key -> names.add(LockTable.ofKey(key)));
        return names;
    }

    List<ActiveRun> holding() {
        return holding;
    }

    /** Those that wait, with the lock that they wait for. */
    Map<ActiveRun, String> waiting() {
        return waiting;
    }

    List<ActiveRun> skipped() {
        return skipped;
    }

    /** Runs under way that are to make way. */
    Set<Long> replaced() {
        return replaced;
    }

    void assign() throws SQLException {
        Set<String> all = new TreeSet<>();
        candidates.forEach(run -> all.addAll(names(run)));
        if (!all.isEmpty()) {
            busy.putAll(LockTable.holders(connection, all));
        }
        List<ActiveRun> open = new ArrayList<>(candidates);
        while (!open.isEmpty()) {
            Set<Long> winners = takeFree(open);
            open.removeIf(run -> winners.contains(run.id()));
            open = settleBlocked(open);
        }
    }

    /** Gives free locks to those who need no other; returns who has all of his now. */
    private Set<Long> takeFree(List<ActiveRun> open) throws SQLException {
        List<ActiveRun> winners = new ArrayList<>();
        NavigableMap<String, Long> wanted = new TreeMap<>();
        for (ActiveRun run : open) {
            List<String> names = names(run);
            if (blockedBy(run).isEmpty() && names.stream().noneMatch(wanted::containsKey)) {
                winners.add(run);
                names.forEach(name -> wanted.put(name, run.id()));
            }
        }
        Set<String> got = LockTable.take(tx, wanted);
        taken.addAll(got);
        if (got.size() < wanted.size()) {
            giveUp(winners, wanted, got);
        }
        holding.addAll(winners);
        Set<Long> ids = new HashSet<>();
        winners.forEach(run -> ids.add(run.id()));
        return ids;
    }

    /** Another node was faster with some locks: who wanted one of these lets go of the others that he got. */
    private void giveUp(List<ActiveRun> winners, NavigableMap<String, Long> wanted, Set<String> got)
            throws SQLException {
        Set<String> missed = new TreeSet<>(wanted.keySet());
        missed.removeAll(got);
        NavigableMap<String, Long> released = new TreeMap<>();
        winners.removeIf(run -> {
            List<String> names = names(run);
            boolean lost = names.stream().anyMatch(missed::contains);
            if (lost) {
                names.stream().filter(got::contains).forEach(name -> released.put(name, run.id()));
            }
            return lost;
        });
        LockTable.release(tx, released);
        taken.removeAll(released.keySet());
        busy.putAll(LockTable.holders(connection, missed));
    }

    /** Skips or queues those who are blocked; returns who may be free to start after all. */
    private List<ActiveRun> settleBlocked(List<ActiveRun> open) throws SQLException {
        List<ActiveRun> again = new ArrayList<>();
        List<ActiveRun> queued = new ArrayList<>();
        for (ActiveRun run : open) {
            Optional<String> lock = blockedBy(run);
            if (lock.isEmpty()) {
                again.add(run);
            } else if (isSkipped(run, lock.get())) {
                skipped.add(run);
            } else {
                queued.add(run);
            }
        }
        replaceHolders(queued);
        again.addAll(queue(queued));
        return again;
    }

    /** A lock may have been let go since it was looked at: nobody may wait for one that nobody will let go of any more. */
    private List<ActiveRun> queue(List<ActiveRun> queued) throws SQLException {
        Set<String> held = new TreeSet<>();
        queued.forEach(run -> held.add(blockedBy(run).orElseThrow()));
        held.removeAll(taken);
        if (!held.isEmpty()) {
            Set<String> kept = LockTable.keep(connection, held);
            busy.keySet().removeIf(name -> held.contains(name) && !kept.contains(name));
        }
        List<ActiveRun> again = new ArrayList<>();
        for (ActiveRun run : queued) {
            blockedBy(run).ifPresentOrElse(lock -> waiting.put(run, lock), () -> again.add(run));
        }
        return again;
    }

    private void replaceHolders(List<ActiveRun> queued) throws SQLException {
        Set<Long> holders = new TreeSet<>();
        for (ActiveRun run : queued) {
            Long holder = busy.get(LockTable.ofTask(run.taskId()));
            if (holder != null && isReplacing(run)) {
                holders.add(holder);
            }
        }
        for (long holder : holders) {
            if (RunTable.cancel(connection, holder, ClaimBatch.REPLACED)) {
                replaced.add(holder);
            }
        }
    }

    private boolean isReplacing(ActiveRun run) {
        return run.cause() == Cause.SCHEDULE && running(run).whenBusy() == WhenBusy.REPLACE;
    }

    private boolean isSkipped(ActiveRun run, String lock) {
        return run.cause() == Cause.SCHEDULE
                && running(run).whenBusy() == WhenBusy.SKIP
                && lock.equals(LockTable.ofTask(run.taskId()));
    }

    private Optional<String> blockedBy(ActiveRun run) {
        return names(run).stream()
                .filter(name -> busy.containsKey(name) || taken.contains(name))
                .findFirst();
    }

    private List<String> names(ActiveRun run) {
        return names(run, running(run));
    }

    private Running running(ActiveRun run) {
        return tasks.get(run.taskId()).definition().running();
    }
}
