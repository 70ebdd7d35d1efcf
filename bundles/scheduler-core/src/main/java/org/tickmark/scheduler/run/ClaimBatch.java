package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.task.Cause;
import org.tickmark.scheduler.plan.Due;
import org.tickmark.scheduler.plan.Passing;
import org.tickmark.scheduler.plan.Stretch;

/** One claim: from rows that are due to runs that a node has. For one transaction. */
final class ClaimBatch {
    /** Why a run is cancelled that a newer one replaces. */
    static final String REPLACED = Texts.message("cancel.replaced").toString();

    private final Tx tx;
    private final Connection connection;
    private final LiveTasks liveTasks;
    private final long nodeId;
    private final Instant now;
    private final Clock clock;

    private Map<Long, LiveTask> tasks = Map.of();
    private Map<Long, Instant> paused = Map.of();

    private final List<DueRow> moved = new ArrayList<>();
    private final List<ActiveRun> candidates = new ArrayList<>();
    /** Keys of the candidates that have no row in {@code run} yet. */
    private final Set<Long> fresh = new HashSet<>();

    private final List<Ended> dropped = new ArrayList<>();
    /** Runs that do not begin, though it was their turn, perhaps. */
    private final List<ActiveRun> turnedDown = new ArrayList<>();

    private Set<Long> replaced = Set.of();

    ClaimBatch(Tx tx, LiveTasks liveTasks, long nodeId, Instant now, Clock clock) {
        this.tx = tx;
        this.connection = tx.connection();
        this.liveTasks = liveTasks;
        this.nodeId = nodeId;
        this.now = now;
        this.clock = clock;
    }

    /** Runs under way that are to make way. */
    Set<Long> replaced() {
        return replaced;
    }

    Claimed claim(List<DueRow> due) throws SQLException {
        List<DueRow> rows = DueTable.hold(tx, due);
        if (rows.isEmpty()) {
            return new Claimed(false, List.of(), List.of());
        }
        Set<Long> ids = rows.stream().map(DueRow::taskId).collect(Collectors.toSet());
        tasks = liveTasks.now(tx, ids);
        paused = SchedulerTable.paused(connection, ids, now);
        passSchedules(rows.stream().filter(DueRow::isSchedule).toList());
        passRuns(rows.stream().filter(row -> !row.isSchedule()).toList());
        LockAssignment locks = new LockAssignment(tx, candidates, tasks);
        locks.assign();
        replaced = locks.replaced();
        List<ActiveRun> taken = take(locks.holding());
        queue(locks.waiting());
        locks.skipped().forEach(run -> drop(run, RunState.SKIPPED, "dropped.busy"));
        HistoryTable.insert(connection, dropped);
        RunTable.deleteWaiting(
                connection,
                dropped.stream()
                        .map(end -> end.run().id())
                        .filter(id -> !fresh.contains(id))
                        .toList());
        moved.addAll(Turns.next(tx, liveTasks, Turns.unused(tx, turnedDown), now));
        return new Claimed(false, taken, moved);
    }

    // ---------------------------------------------------------------- what the rows become

    private void passSchedules(List<DueRow> rows) throws SQLException {
        Map<DueRow, Passing> passings = new HashMap<>();
        List<DueRow> ending = new ArrayList<>();
        List<DueRow> going = new ArrayList<>();
        List<DueRow> next = new ArrayList<>();
        for (DueRow row : rows) {
            Optional<Passing> passing = passing(row);
            passing.ifPresent(value -> passings.put(row, value));
            Optional<Due> then = passing.flatMap(Passing::next);
            if (then.isPresent()) {
                going.add(row);
                next.add(moved(row, then.get()));
            } else {
                ending.add(row);
            }
        }
        List<DueRow> passed = new ArrayList<>();
        BitSet hits = DueTable.move(connection, going, next);
        hits.stream().forEach(i -> {
            passed.add(going.get(i));
            moved.add(next.get(i));
        });
        DueTable.remove(connection, ending).stream().mapToObj(ending::get).forEach(passed::add);
        passed.removeIf(row -> !passings.containsKey(row));
        addTimes(passed, passings);
    }

    private Optional<Passing> passing(DueRow row) {
        LiveTask task = tasks.get(row.taskId());
        if (task == null || !task.definition().active()) {
            return Optional.empty();
        }
        return Optional.of(
                task.plan().pass(new Due(row.nominal(), row.dueAt()), now, paused.containsKey(row.taskId())));
    }

    private static DueRow moved(DueRow row, Due to) {
        return new DueRow(row.taskId(), row.runId(), to.at(), to.nominal(), row.priority(), row.placementId());
    }

    private void addTimes(List<DueRow> rows, Map<DueRow, Passing> passings) throws SQLException {
        int count = 0;
        for (DueRow row : rows) {
            Passing passing = passings.get(row);
            count += passing.dropped().size() + passing.started().size();
        }
        Numbers numbers = Numbers.take(tx, count);
        for (DueRow row : rows) {
            Passing passing = passings.get(row);
            LiveTask task = tasks.get(row.taskId());
            for (Stretch stretch : passing.dropped()) {
                ActiveRun run = run(numbers.next(), task, Cause.SCHEDULE, stretch);
                fresh.add(run.id());
                drop(run, stretch.state(), "dropped." + stretch.state());
            }
            // What a catch-up makes up for never vanishes because a run is under way.
            Cause cause = passing.started().size() > 1 ? Cause.BACKFILL : Cause.SCHEDULE;
            for (Stretch stretch : passing.started()) {
                ActiveRun run = run(numbers.next(), task, cause, stretch);
                fresh.add(run.id());
                candidates.add(run);
            }
        }
    }

    private static ActiveRun run(long id, LiveTask task, Cause cause, Stretch stretch) {
        long taskId = task.plan().taskId();
        return new ActiveRun(
                id,
                taskId,
                Optional.of(task),
                task.plan().revision(),
                cause,
                taskId + "@" + stretch.first(),
                0,
                1,
                stretch.first(),
                stretch.last(),
                stretch.times(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private void passRuns(List<DueRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Map<Long, ActiveRun> waiting = new HashMap<>();
        for (ActiveRun run :
                RunTable.waiting(connection, rows.stream().map(DueRow::runId).toList())) {
            waiting.put(run.id(), run);
        }
        List<DueRow> off =
                rows.stream().filter(row -> isPutOff(waiting.get(row.runId()))).toList();
        putOff(off);
        off.stream()
                .filter(row -> tasks.containsKey(row.taskId()))
                .forEach(row -> turnDown(waiting.get(row.runId()).of(tasks.get(row.taskId()))));
        List<DueRow> on = new ArrayList<>(rows);
        on.removeAll(off);
        for (int i : DueTable.remove(connection, on).stream().toArray()) {
            ActiveRun run = waiting.get(on.get(i).runId());
            LiveTask task = tasks.get(on.get(i).taskId());
            if (run != null && task == null) {
                drop(run, RunState.CANCELLED, "dropped.removed");
            } else if (run != null) {
                candidates.add(run.of(task));
            }
        }
    }

    /** While a task is paused, only what someone starts runs, and what goes on already. */
    private boolean isPutOff(ActiveRun run) {
        return run != null && paused.containsKey(run.taskId()) && run.cause() != Cause.NOW && run.cause() != Cause.PART;
    }

    private void putOff(List<DueRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<DueRow> later = rows.stream()
                .map(row -> moved(row, new Due(row.nominal(), paused.get(row.taskId()))))
                .toList();
        List<Long> runs = new ArrayList<>();
        for (int i : DueTable.move(connection, rows, later).stream().toArray()) {
            runs.add(rows.get(i).runId());
            moved.add(later.get(i));
        }
        RunTable.putOff(connection, runs);
    }

    private void turnDown(ActiveRun run) {
        if (!fresh.contains(run.id())) {
            turnedDown.add(run);
        }
    }

    private void drop(ActiveRun run, RunState state, String why) {
        turnDown(run);
        dropped.add(Ended.without(run, state, now, Texts.message(why).toString(), Map.of()));
    }

    // ---------------------------------------------------------------- what the candidates become

    private List<ActiveRun> take(List<ActiveRun> holding) throws SQLException {
        Numbers fences = Numbers.take(tx, holding.size());
        // Not before the locks were free: to get one may have taken until another run had ended.
        Instant begin = clock.instant();
        List<ActiveRun> created = new ArrayList<>();
        List<ActiveRun> found = new ArrayList<>();
        List<ActiveRun> all = new ArrayList<>();
        for (ActiveRun run : holding) {
            LiveTask task = tasks.get(run.taskId());
            Running running = task.definition().running();
            ActiveRun.Taken by = new ActiveRun.Taken(nodeId, fences.next(), begin, begin.plus(running.lock()));
            ActiveRun taken = run.taken(LockAssignment.names(run, running), by, task);
            all.add(taken);
            (fresh.contains(run.id()) ? created : found).add(taken);
        }
        RunTable.insert(connection, created);
        RunTable.take(connection, found);
        return all;
    }

    private void queue(Map<ActiveRun, String> waiting) throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        Set<Long> outdated = outdated(waiting.keySet());
        Map<Long, String> turns = new HashMap<>();
        List<ActiveRun> created = new ArrayList<>();
        waiting.forEach((run, lock) -> {
            if (outdated.contains(run.id())) {
                drop(run, RunState.SKIPPED, "dropped.outdated");
            } else {
                turns.put(run.id(), lock);
                turnDown(run);
                if (fresh.contains(run.id())) {
                    created.add(run);
                }
            }
        });
        RunTable.insert(connection, created);
        TurnTable.insert(connection, turns);
    }

    /** Of the runs of a task that its schedule started and that wait, only the newest goes on waiting. */
    private Set<Long> outdated(Collection<ActiveRun> waiting) throws SQLException {
        Map<Long, ActiveRun> newest = new HashMap<>();
        Set<Long> outdated = new HashSet<>();
        for (ActiveRun run : waiting) {
            if (run.cause() == Cause.SCHEDULE && run.definition().running().whenBusy() != Running.WhenBusy.ALLOW) {
                ActiveRun other = newest.get(run.taskId());
                boolean isNewer = other == null || run.nominal().isAfter(other.nominal());
                if (other != null) {
                    outdated.add((isNewer ? other : run).id());
                }
                if (isNewer) {
                    newest.put(run.taskId(), run);
                }
            }
        }
        dropOlder(newest.keySet());
        return outdated;
    }

    private void dropOlder(Set<Long> taskIds) throws SQLException {
        if (taskIds.isEmpty()) {
            return;
        }
        Map<Long, ActiveRun> older = new HashMap<>();
        for (ActiveRun run : RunTable.waitingSchedules(connection, taskIds)) {
            older.put(run.id(), run.of(tasks.get(run.taskId())));
        }
        for (long id : TurnTable.remove(connection, List.copyOf(older.keySet()))) {
            drop(older.get(id), RunState.SKIPPED, "dropped.outdated");
        }
    }
}
