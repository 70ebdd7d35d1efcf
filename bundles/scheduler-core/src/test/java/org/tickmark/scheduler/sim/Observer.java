package org.tickmark.scheduler.sim;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.plan.Due;
import org.tickmark.scheduler.run.DueRow;

/** Looks at the database after every commit: checks what holds at any moment, and writes down what happened. */
final class Observer {
    private final Simulation simulation;
    private final Connection connection;
    private final Definitions definitions;
    private final Snapshot snapshot;

    private Map<Long, LiveRow> live = new TreeMap<>();
    private Map<Long, DueRow> schedules = new HashMap<>();
    private final Map<Long, Integer> firstRevision = new HashMap<>();
    private final Map<Long, Long> lastFence = new HashMap<>();
    private Map<String, Long> highestFence = new HashMap<>();
    private final Set<Long> split = new HashSet<>();
    /** In the order in which they were committed. */
    private final Map<Long, HistoryRow> history = new LinkedHashMap<>();

    private final List<Told> told = new ArrayList<>();

    Observer(Simulation simulation, Connection connection, Definitions definitions) {
        this.simulation = simulation;
        this.connection = connection;
        this.definitions = definitions;
        this.snapshot = new Snapshot(connection, definitions);
    }

    List<Long> live() {
        return List.copyOf(live.keySet());
    }

    Map<Long, LiveRow> liveRows() {
        return live;
    }

    Map<Long, HistoryRow> history() {
        return history;
    }

    boolean wasSplit(long run) {
        return split.contains(run);
    }

    /** The revision that a run had when it was first seen. */
    int firstRevision(HistoryRow row) {
        return firstRevision.getOrDefault(row.id(), row.revision());
    }

    /** What happened, as text only where somebody reads it. */
    record Told(Instant at, Object what) {
        @Override
        public String toString() {
            return at + " " + what;
        }
    }

    List<Told> told() {
        return told;
    }

    void tell(Object what) {
        told.add(new Told(simulation.now(), what));
    }

    TaskDefinition definition(String name) {
        try {
            for (Definitions.Standing task : snapshot.standing()) {
                if (task.name().equals(name)) {
                    return definitions.of(task.id(), task.revision()).definition();
                }
            }
            throw new IllegalStateException(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To be called after every commit that changed something, with the tables that it wrote. */
    void observe(Set<String> written) throws SQLException {
        if (!snapshot.read(written)) {
            return;
        }
        // Those of one commit are in no order.
        Map<String, Long> fences = new HashMap<>(highestFence);
        for (LiveRow row : snapshot.live().values()) {
            compare(live.get(row.id()), row, fences);
        }
        highestFence = fences;
        live = snapshot.live();
        if (written.contains("run_history")) {
            readHistory();
        }
        checkLocks();
        checkQueues();
        if (written.contains("due") || written.contains("task")) {
            checkSchedules();
        }
    }

    // ---------------------------------------------------------------- claims

    private void compare(LiveRow before, LiveRow row, Map<String, Long> fences) throws SQLException {
        if (before == null) {
            firstRevision.put(row.id(), row.revision());
            require("I5", !history.containsKey(row.id()), () -> "run " + row.id() + " lives again");
        }
        if (before == null || !before.equals(row)) {
            tell(row);
        }
        if (row.state() == RunState.SPLIT) {
            require("I5", before != null && before.fence() == row.fence(), () -> row + " was split by " + before);
            split.add(row.id());
        }
        if (row.state() == RunState.RUNNING && (before == null || before.fence() != row.fence())) {
            claimed(row, fences);
        }
    }

    private void claimed(LiveRow row, Map<String, Long> fences) throws SQLException {
        Set<String> paused = snapshot.paused();
        lastFence.put(row.id(), row.fence());
        for (String name : names(row)) {
            long highest = highestFence.getOrDefault(name, 0L);
            require("I2", row.fence() > highest, () -> row + " has a fence not above " + highest + " of " + name);
            fences.merge(name, row.fence(), Math::max);
        }
        Set<String> locks = expectedLocks(row, row.revision());
        require("I1", new TreeSet<>(row.locks()).equals(locks), () -> row + " should hold " + locks);
        require("I8", !paused.contains(Snapshot.ALL), () -> row + " began while all starts were held");
        boolean gone = definitions.gone().contains(row.nodeId());
        require("I12", !gone, () -> row + " was taken by a node that has ended");
        boolean goesOn = row.cause() == Cause.NOW || row.cause() == Cause.PART;
        require(
                "I8",
                goesOn || !paused.contains("task:" + row.taskId()),
                () -> row + " began while its task was paused");
    }

    private static List<String> names(LiveRow row) {
        List<String> names = new ArrayList<>(row.locks());
        names.add("of task " + row.taskId());
        return names;
    }

    private Set<String> expectedLocks(LiveRow row, int revision) throws SQLException {
        Set<String> names = new TreeSet<>();
        TaskDefinition definition = definitions.of(row.taskId(), revision).definition();
        if (row.cause() != Cause.PART) {
            if (definition.running().whenBusy() != WhenBusy.ALLOW) {
                names.add("task:" + row.taskId());
            }
            definition.running().key().ifPresent(key -> names.add("key:" + key));
        }
        return names;
    }

    // ---------------------------------------------------------------- ends

    private void readHistory() throws SQLException {
        List<HistoryRow> rows = new ArrayList<>(snapshot.newlyEnded());
        // In one commit, runs whose parts have ended come after these.
        rows.sort(Comparator.comparing((HistoryRow row) -> wasSplit(row.id())).thenComparing(HistoryRow::id));
        for (HistoryRow row : rows) {
            history.put(row.id(), row);
            ended(row);
        }
    }

    /** To be called at the end: whether the history says of all ends what it said first. */
    void checkUnchanged() throws SQLException {
        Map<Long, HistoryRow> now = new HashMap<>();
        HistoryRow.of(connection, HistoryRow.ids(connection)).forEach(row -> now.put(row.id(), row));
        history.forEach((id, row) -> require("I5", row.equals(now.get(id)), () -> row + " became " + now.get(id)));
    }

    private void ended(HistoryRow row) throws SQLException {
        tell(row);
        require("I5", !live.containsKey(row.id()), () -> row + " has ended and lives");
        boolean began = row.state().compareTo(RunState.FAILED) <= 0 || row.state() == RunState.TIMED_OUT;
        require("I5", !began || firstRevision.containsKey(row.id()), () -> row + " ended and never lived");
        require(
                "I2",
                row.fence() == 0 || row.fence() == lastFence.getOrDefault(row.id(), 0L),
                () -> row + " was ended under another fence than " + lastFence.get(row.id()));
        if (row.state() == RunState.LOST) {
            Instant lease = Sql.on(connection, "select lease_until from node where id = ?")
                    .with(row.nodeId())
                    .one(node -> node.instant("lease_until"));
            require(
                    "I1",
                    lease.isBefore(simulation.now()),
                    () -> row + " was lost though the lease of its node lasts until " + lease);
        }
    }

    // ---------------------------------------------------------------- locks, turns and times

    private void checkLocks() throws SQLException {
        Map<String, Long> expected = new TreeMap<>();
        for (LiveRow row : live.values()) {
            for (String name : row.locks()) {
                Long other = expected.put(name, row.id());
                require("I1", other == null, () -> "runs " + other + " and " + row.id() + " both hold " + name);
            }
        }
        Map<String, Long> held = snapshot.locks();
        require("I15", held.equals(expected), () -> "locks " + held + ", expected " + expected);
        checkTurns(held);
    }

    private void checkTurns(Map<String, Long> held) throws SQLException {
        if (held.keySet()
                .containsAll(snapshot.turns().stream().map(Snapshot.Turn::lock).toList())) {
            return;
        }
        Set<String> wanted = wantedSoon();
        for (Snapshot.Turn turn : snapshot.turns()) {
            boolean comes = held.containsKey(turn.lock()) || wanted.contains(turn.lock());
            require("I11", comes, () -> turn + " waits for a lock that nobody holds");
        }
    }

    /** The locks that runs want which are due: they let others have their turns in the end. */
    private Set<String> wantedSoon() throws SQLException {
        Map<Long, Integer> revisions = new HashMap<>();
        snapshot.standing().forEach(task -> revisions.put(task.id(), task.revision()));
        Set<String> wanted = new TreeSet<>();
        for (LiveRow row : snapshot.dueBy(simulation.now().plus(Simulation.MOST_SKEW))) {
            if (revisions.containsKey(row.taskId())) {
                wanted.addAll(expectedLocks(row, revisions.get(row.taskId())));
            }
        }
        return wanted;
    }

    private void checkQueues() {
        List<Long> queued = new ArrayList<>();
        snapshot.turns().forEach(turn -> queued.add(turn.run()));
        snapshot.due().stream().filter(row -> !row.isSchedule()).forEach(row -> queued.add(row.runId()));
        queued.sort(null);
        List<Long> waiting = live.values().stream()
                .filter(row -> row.state() == RunState.WAITING)
                .map(LiveRow::id)
                .toList();
        require("I11", queued.equals(waiting), () -> "runs " + waiting + " wait, and queued are " + queued);
    }

    private void checkSchedules() throws SQLException {
        Map<Long, DueRow> next = new HashMap<>();
        snapshot.due().stream().filter(DueRow::isSchedule).forEach(row -> next.put(row.taskId(), row));
        for (Definitions.Standing task : snapshot.standing()) {
            checkSchedule(task, Optional.ofNullable(next.get(task.id())));
        }
        schedules = next;
    }

    private void checkSchedule(Definitions.Standing task, Optional<DueRow> row) throws SQLException {
        Definitions.Revision revision = definitions.of(task.id(), task.revision());
        if (row.isPresent()) {
            require("I14", revision.definition().active(), () -> task + " is not active and has " + row);
            Due expected = revision.plan().first(row.get().nominal()).orElse(null);
            Due found = new Due(row.get().nominal(), row.get().dueAt());
            require("I10", found.equals(expected), () -> task + " has " + found + ", expected " + expected);
        } else if (revision.definition().active()) {
            Instant soon = simulation.now().plus(Simulation.MOST_SKEW);
            require("I14", revision.plan().first(soon).isEmpty(), () -> task + " is active and has no next time");
        }
        checkMoves(schedules.get(task.id()), row, revision.savedAt());
    }

    private final Map<Long, Instant> savedAt = new HashMap<>();

    private void checkMoves(DueRow before, Optional<DueRow> now, Instant saved) {
        if (before == null || now.isEmpty()) {
            return;
        }
        Instant former = savedAt.put(before.taskId(), saved);
        require(
                "I4",
                !saved.equals(former) || !now.get().nominal().isBefore(before.nominal()),
                () -> "the next time went back from " + before + " to " + now.get());
    }

    private void require(String promise, boolean holds, Supplier<String> what) {
        if (!holds) {
            simulation.violated(promise, what.get());
        }
    }
}
