package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.TaskResult;
import org.tickmark.kit.json.JsonTexts;

/** What follows from the ends of runs. For one transaction. */
final class Settlement {
    /** An event of a run that failed: fields {@code run}, {@code state}, {@code attempt}, {@code final}, {@code summary}. */
    private static final String FAILED = "task.run.failed";
    /** An event of a task whose run succeeded after others had failed: fields {@code run}, {@code failures}. */
    private static final String RECOVERED = "task.run.recovered";

    private final Tx tx;
    private final Connection connection;
    private final Means means;
    private final Instant now;

    /**
     * What it takes.
     *
     * @param tasks the tasks
     * @param events where failures and recoveries are told
     * @param queue where further runs wait
     * @param signal hears of next turns
     */
    record Means(LiveTasks tasks, Events events, RunQueue queue, Signal signal) {}

    Settlement(Tx tx, Means means, Instant now) {
        this.tx = tx;
        this.connection = tx.connection();
        this.means = means;
        this.now = now;
    }

    void settle(List<Ended> ends) throws SQLException {
        if (ends.isEmpty()) {
            return;
        }
        List<Ended> over = ends.stream().filter(end -> !end.isSplit()).toList();
        List<Ended> ended = over.stream().filter(end -> end.state().isFinal()).toList();
        HistoryTable.insert(connection, ended);
        release(over);
        waitAgain(over.stream().filter(end -> !end.state().isFinal()).toList());
        queueParts(ends.stream().filter(Ended::isSplit).toList());
        List<Ended> forGood = retry(ended);
        keepStates(ended, forGood);
        new Chains(tx, means, now).follow(forGood);
        settle(joinParts(forGood));
    }

    // ---------------------------------------------------------------- locks and turns

    private void release(List<Ended> over) throws SQLException {
        List<ActiveRun> runs = over.stream().map(Ended::run).toList();
        LockTable.release(tx, runs);
        TreeSet<String> free = new TreeSet<>();
        runs.forEach(run -> free.addAll(run.locks()));
        free.addAll(Turns.unused(
                tx, runs.stream().filter(run -> run.claim().isEmpty()).toList()));
        tell(Turns.next(tx, means.tasks(), free, now));
    }

    private void waitAgain(List<Ended> givenBack) throws SQLException {
        List<DueRow> due = givenBack.stream()
                .map(end -> end.run().due(end.run().claim().orElseThrow().at()))
                .toList();
        DueTable.insert(connection, due);
        tell(due);
    }

    private void tell(List<DueRow> due) {
        if (!due.isEmpty()) {
            tx.afterCommit(() -> means.signal().due(due));
        }
    }

    // ---------------------------------------------------------------- further attempts

    /** Lets those be tried again that may; returns the others, which ended for good. */
    private List<Ended> retry(List<Ended> ended) throws SQLException {
        List<Ended> forGood = new ArrayList<>();
        List<NewRun> again = new ArrayList<>();
        for (Ended end : ended) {
            Optional<Duration> delay = delay(end);
            if (delay.isPresent()) {
                again.add(nextAttempt(end.run(), end.at().plus(delay.get())));
            } else {
                forGood.add(end);
            }
        }
        if (!again.isEmpty()) {
            means.queue().enqueue(tx, again);
        }
        return forGood;
    }

    /** How long after its end a run is tried again; empty if it is not. */
    static Optional<Duration> delay(Ended end) {
        ActiveRun run = end.run();
        if (run.task().isEmpty() || !end.state().isFailure() || end.state() == RunState.CANCELLED) {
            return Optional.empty();
        }
        Retry retry = run.definition().retry();
        if (end.state() == RunState.LOST) {
            // It did not fail, it was cut off: it runs once more even if failures are not tried again.
            boolean again = !run.definition().running().atMostOnce() && run.attempt() <= Math.max(1, retry.most());
            return again ? Optional.of(Duration.ZERO) : Optional.empty();
        }
        return run.attempt() <= retry.most() ? Optional.of(retry.delayAfter(run.attempt())) : Optional.empty();
    }

    private static NewRun nextAttempt(ActiveRun run, Instant notBefore) {
        LiveTask task = run.task().orElseThrow();
        return new NewRun(
                run.taskId(),
                run.revision(),
                run.cause() == Cause.PART ? Cause.PART : Cause.RETRY,
                run.occurrence(),
                run.firstAttempt(),
                run.attempt() + 1,
                run.nominal(),
                run.nominalEnd(),
                run.times(),
                notBefore,
                run.definition().running().priority(),
                task.placementId(),
                run.parameters().map(JsonTexts::read),
                run.input().map(JsonTexts::read));
    }

    // ---------------------------------------------------------------- how tasks have done

    private void keepStates(List<Ended> ended, List<Ended> forGood) throws SQLException {
        TreeMap<Long, List<Ended>> byTask = new TreeMap<>();
        for (Ended end : ended) {
            if (end.run().cause() != Cause.PART) {
                byTask.computeIfAbsent(end.run().taskId(), id -> new ArrayList<>())
                        .add(end);
            }
        }
        if (byTask.isEmpty()) {
            return;
        }
        Map<Long, StateTable.State> before = StateTable.of(connection, byTask.keySet());
        List<StateTable.State> first = new ArrayList<>();
        List<StateTable.State> further = new ArrayList<>();
        TreeSet<Long> settled = new TreeSet<>();
        forGood.forEach(end -> settled.add(end.run().id()));
        for (Map.Entry<Long, List<Ended>> task : byTask.entrySet()) {
            StateTable.State state = before.get(task.getKey());
            List<StateTable.State> into = state == null ? first : further;
            for (Ended end : task.getValue()) {
                state = after(state, end, settled.contains(end.run().id()));
            }
            into.add(state);
        }
        StateTable.insert(connection, first);
        StateTable.update(connection, further);
    }

    private StateTable.State after(StateTable.State before, Ended end, boolean forGood) throws SQLException {
        ActiveRun run = end.run();
        int failures = before == null ? 0 : before.failures();
        Optional<Instant> success = before == null ? Optional.empty() : before.success();
        if (end.state() == RunState.SUCCEEDED) {
            if (failures > 0) {
                tell(RECOVERED, run, Map.of("failures", Integer.toString(failures)));
            }
            return new StateTable.State(run.taskId(), run.id(), end.state(), end.at(), Optional.of(end.at()), 0);
        }
        if (end.state().isFailure()) {
            tell(
                    FAILED,
                    run,
                    Map.of(
                            "state", end.state().name(),
                            "attempt", Integer.toString(run.attempt()),
                            "final", Boolean.toString(forGood),
                            "summary", end.summary()));
        }
        return new StateTable.State(
                run.taskId(), run.id(), end.state(), end.at(), success, forGood ? failures + 1 : failures);
    }

    private void tell(String topic, ActiveRun run, Map<String, String> fields) throws SQLException {
        Map<String, String> all = new HashMap<>(fields);
        all.put("run", Long.toString(run.id()));
        String subject =
                "task/" + run.task().map(task -> task.definition().name()).orElse(Long.toString(run.taskId()));
        means.events().record(tx, Caller.system(), topic, subject, all);
    }

    // ---------------------------------------------------------------- parts

    private void queueParts(List<Ended> splits) throws SQLException {
        List<NewRun> parts = new ArrayList<>();
        for (Ended split : splits) {
            for (TaskResult.Part part : split.parts()) {
                parts.add(part(split, part));
            }
        }
        if (!parts.isEmpty()) {
            means.queue().enqueue(tx, parts);
        }
    }

    private NewRun part(Ended split, TaskResult.Part part) {
        ActiveRun run = split.run();
        Map<String, String> parameters =
                new TreeMap<>(run.parameters().map(JsonTexts::read).orElseGet(TreeMap::new));
        parameters.putAll(part.parameters());
        return new NewRun(
                run.taskId(),
                run.revision(),
                Cause.PART,
                run.occurrence() + "/" + part.name(),
                run.id(),
                1,
                run.nominal(),
                run.nominalEnd(),
                run.times(),
                now,
                run.definition().running().priority(),
                run.task().orElseThrow().placementId(),
                Optional.of(parameters),
                Optional.of(split.data()));
    }

    /** Counts parts that ended for good; returns the ends of the runs that this was the last part of. */
    private List<Ended> joinParts(List<Ended> forGood) throws SQLException {
        TreeMap<Long, List<Ended>> byParent = new TreeMap<>();
        for (Ended end : forGood) {
            if (end.run().cause() == Cause.PART) {
                byParent.computeIfAbsent(end.run().parentId(), id -> new ArrayList<>())
                        .add(end);
            }
        }
        if (byParent.isEmpty()) {
            return List.of();
        }
        for (Map.Entry<Long, List<Ended>> parent : byParent.entrySet()) {
            int failed = (int) parent.getValue().stream()
                    .filter(end -> end.state() != RunState.SUCCEEDED)
                    .count();
            RunTable.countDown(connection, parent.getKey(), parent.getValue().size(), failed);
        }
        List<RunTable.Joined> joined = RunTable.joined(connection, byParent.keySet());
        Map<Long, LiveTask> live = means.tasks()
                .now(tx, joined.stream().map(run -> run.run().taskId()).toList());
        return joined.stream().map(run -> end(run, live)).toList();
    }

    private Ended end(RunTable.Joined joined, Map<Long, LiveTask> live) {
        LiveTask task = live.get(joined.run().taskId());
        ActiveRun run = task == null ? joined.run() : joined.run().of(task);
        if (joined.cancelReason().isPresent()) {
            return Ended.without(
                    run,
                    RunState.CANCELLED,
                    now,
                    Texts.message("ended.cancelled", joined.cancelReason().get())
                            .toString(),
                    Map.of());
        }
        if (joined.failedParts() > 0) {
            return Ended.without(
                    run,
                    RunState.FAILED,
                    now,
                    Texts.message("ended.parts", joined.failedParts()).toString(),
                    Map.of());
        }
        return new Ended(
                run,
                RunState.SUCCEEDED,
                now,
                0,
                0,
                Texts.message("ended.joined").toString(),
                Optional.empty(),
                JsonTexts.read(joined.result()),
                List.of());
    }
}
