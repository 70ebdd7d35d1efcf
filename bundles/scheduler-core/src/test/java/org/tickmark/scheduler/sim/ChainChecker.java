package org.tickmark.scheduler.sim;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;

/** I6: each outcome starts what follows it once; what follows several together starts once when all have ended. */
final class ChainChecker {
    private final Simulation simulation;
    private final Observer observer;
    private final Definitions definitions;
    private final Map<Long, Set<Long>> arrived = new HashMap<>();
    private final List<Start> expected = new ArrayList<>();

    private record Start(long task, long after) {}

    private record Follower(long id, After after, Set<Long> parents) {}

    ChainChecker(Simulation simulation, Definitions definitions) {
        this.simulation = simulation;
        this.observer = simulation.observer();
        this.definitions = definitions;
    }

    void check() throws SQLException {
        List<Follower> followers = followers();
        for (HistoryRow outcome : HistoryChecker.outcomes(observer)) {
            followers.stream()
                    .filter(follower -> follower.parents().contains(outcome.taskId()))
                    .filter(follower -> counts(follower.after().condition(), outcome.state()))
                    .forEach(follower -> ended(follower, outcome));
        }
        List<Start> found = new ArrayList<>();
        for (HistoryRow row : observer.history().values()) {
            if (row.cause() == Cause.CHAIN) {
                found.add(new Start(row.taskId(), row.parentId()));
            }
        }
        List<Start> missing = without(expected, found);
        List<Start> surplus = without(found, expected);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            simulation.violated("I6", "not started: " + missing + "; started too much: " + surplus);
        }
    }

    private static List<Start> without(List<Start> all, List<Start> others) {
        List<Start> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    private List<Follower> followers() throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        for (Definitions.Standing task : definitions.standing()) {
            ids.put(task.name(), task.id());
        }
        List<Follower> followers = new ArrayList<>();
        for (Definitions.Standing task : definitions.standing()) {
            definitions.of(task.id(), task.revision()).definition().after().ifPresent(after -> {
                Set<Long> parents = new HashSet<>();
                after.tasks().forEach(name -> parents.add(ids.get(name)));
                followers.add(new Follower(task.id(), after, parents));
            });
        }
        return followers;
    }

    private static boolean counts(After.Condition condition, RunState state) {
        return condition == After.Condition.ALWAYS
                || (condition == After.Condition.SUCCESS) == (state == RunState.SUCCEEDED);
    }

    private void ended(Follower follower, HistoryRow outcome) {
        if (follower.after().join() == After.Join.ANY) {
            expected.add(new Start(follower.id(), outcome.id()));
            return;
        }
        Set<Long> ends = arrived.computeIfAbsent(follower.id(), id -> new HashSet<>());
        ends.add(outcome.taskId());
        if (ends.equals(follower.parents())) {
            ends.clear();
            expected.add(new Start(follower.id(), outcome.id()));
        }
    }
}
