package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.json.JsonTexts;

/** Starts the tasks that follow those whose runs ended for good. For one transaction. */
final class Chains {
    private final Tx tx;
    private final Connection connection;
    private final Settlement.Means means;
    private final Instant now;
    private final List<NewRun> started = new ArrayList<>();

    Chains(Tx tx, Settlement.Means means, Instant now) {
        this.tx = tx;
        this.connection = tx.connection();
        this.means = means;
        this.now = now;
    }

    /** Starts what follows these; a part is followed by nothing. */
    void follow(List<Ended> forGood) throws SQLException {
        List<Ended> leading =
                forGood.stream().filter(end -> end.run().cause() != Cause.PART).toList();
        if (leading.isEmpty()) {
            return;
        }
        Set<Long> parents = new HashSet<>();
        leading.forEach(end -> parents.add(end.run().taskId()));
        List<FollowTable.Edge> edges = FollowTable.from(connection, parents);
        if (!edges.isEmpty()) {
            follow(leading, edges);
        }
    }

    private void follow(List<Ended> leading, List<FollowTable.Edge> edges) throws SQLException {
        Map<Long, List<FollowTable.Edge>> byParent = new HashMap<>();
        Set<Long> followers = new TreeSet<>();
        for (FollowTable.Edge edge : edges) {
            byParent.computeIfAbsent(edge.parentId(), id -> new ArrayList<>()).add(edge);
            followers.add(edge.taskId());
        }
        FollowTable.hold(connection, followers);
        Map<Long, LiveTask> tasks = means.tasks().now(tx, followers);
        for (Ended end : leading) {
            for (FollowTable.Edge edge : byParent.getOrDefault(end.run().taskId(), List.of())) {
                LiveTask follower = tasks.get(edge.taskId());
                if (follower != null && follower.definition().active()) {
                    follow(end, edge, follower);
                }
            }
        }
        if (!started.isEmpty()) {
            means.queue().enqueue(tx, started);
        }
    }

    private void follow(Ended end, FollowTable.Edge edge, LiveTask follower) throws SQLException {
        Optional<After> after = follower.definition().after();
        if (after.isEmpty() || !counts(after.get().condition(), end.state())) {
            return;
        }
        long runId = end.run().id();
        if (after.get().join() == After.Join.ANY) {
            start(follower, runId, end.data());
            return;
        }
        FollowTable.arrive(connection, edge, new FollowTable.Arrival(runId, JsonTexts.write(end.data())));
        List<FollowTable.Arrival> all = FollowTable.complete(connection, edge.taskId());
        if (!all.isEmpty()) {
            Map<String, String> joined = new TreeMap<>();
            all.forEach(arrival -> joined.putAll(JsonTexts.read(arrival.data())));
            joined.putAll(end.data());
            start(follower, runId, joined);
        }
    }

    private static boolean counts(After.Condition condition, RunState state) {
        return switch (condition) {
            case SUCCESS -> state == RunState.SUCCEEDED;
            case FAILURE -> state.isFailure();
            case ALWAYS -> true;
        };
    }

    private void start(LiveTask follower, long parentRun, Map<String, String> data) {
        long taskId = follower.plan().taskId();
        started.add(new NewRun(
                taskId,
                follower.plan().revision(),
                Cause.CHAIN,
                taskId + "<" + parentRun,
                parentRun,
                1,
                now,
                now,
                1,
                now,
                follower.definition().running().priority(),
                follower.placementId(),
                Optional.empty(),
                Optional.of(data)));
    }
}
