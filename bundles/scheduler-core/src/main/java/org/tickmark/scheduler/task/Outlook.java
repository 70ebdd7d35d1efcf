package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Tasks.Expected;
import org.tickmark.scheduler.plan.Plan;
import org.tickmark.scheduler.task.ChainTable.Edge;
import org.tickmark.scheduler.task.ScheduleTable.Next;

/**
 * What will run in a span of time: goes from start to start, as if every run succeeded and took as long as usual. For one transaction.
 */
final class Outlook {
    /** So many tasks are looked at: those that are due first. */
    private static final int MOST_TASKS = 100_000;

    private final Connection connection;
    private final Instant from;
    private final Instant end;
    private final Map<Long, StandingTask> tasks = new HashMap<>();
    private final Map<Long, Plan> plans = new HashMap<>();
    private final Map<Long, Duration> usual = new HashMap<>();
    private final Map<Long, List<Long>> followers = new HashMap<>();
    private final Map<Long, Set<String>> arrived = new HashMap<>();
    private final PriorityQueue<Start> starts = new PriorityQueue<>(
            Comparator.comparing(Start::at).thenComparing(Start::task).thenComparing(Start::follows));

    Outlook(Connection connection, Instant fromInclusive, Instant endExclusive) {
        this.connection = connection;
        this.from = fromInclusive;
        this.end = endExclusive;
    }

    /** A run that is to start; of its schedule where it follows none. */
    private record Start(long task, Instant at, String follows, Instant nominal) {
        boolean isOfSchedule() {
            return follows.isEmpty();
        }
    }

    /** The runs in order of their starts, at most so many. */
    List<Expected> expected(int most) throws SQLException {
        List<Next> due = ScheduleTable.before(connection, end, MOST_TASKS);
        load(due.stream().map(Next::taskId).toList());
        for (Next next : due) {
            schedule(next.taskId(), next.nominal());
        }
        List<Expected> expected = new ArrayList<>();
        while (!starts.isEmpty() && expected.size() < most) {
            Start start = starts.remove();
            Instant ends = start.at().plus(usual(start.task()));
            if (!start.at().isBefore(from)) {
                expected.add(new Expected(tasks.get(start.task()).name(), start.at(), ends, start.follows()));
            }
            follow(start.task(), ends);
            if (start.isOfSchedule()) {
                schedule(start.task(), start.nominal().plusSeconds(1));
            }
        }
        return expected;
    }

    private void load(List<Long> ids) throws SQLException {
        for (StandingTask task : TaskTable.withIds(connection, ids)) {
            tasks.put(task.id(), task);
        }
    }

    private void schedule(long task, Instant nominalFrom) {
        if (!tasks.containsKey(task)) {
            return;
        }
        Plan plan = plans.computeIfAbsent(task, id -> tasks.get(id).plan());
        plan.firstRun(nominalFrom)
                .filter(due -> due.at().isBefore(end))
                .ifPresent(due -> starts.add(new Start(task, due.at(), "", due.nominal())));
    }

    /** What follows a task that has ended by then. */
    private void follow(long parent, Instant ended) throws SQLException {
        if (!ended.isBefore(end)) {
            return;
        }
        String name = tasks.get(parent).name();
        for (long id : followers(parent)) {
            StandingTask task = tasks.get(id);
            After after = task.definition().after().orElseThrow();
            if (task.definition().active() && after.condition() != After.Condition.FAILURE && isReady(task, name)) {
                starts.add(new Start(id, ended, name, ended));
            }
        }
    }

    private boolean isReady(StandingTask task, String parent) {
        After after = task.definition().after().orElseThrow();
        Set<String> ended = arrived.computeIfAbsent(task.id(), id -> new HashSet<>());
        ended.add(parent);
        if (after.join() == After.Join.ALL && !ended.containsAll(after.tasks())) {
            return false;
        }
        ended.clear();
        return true;
    }

    private List<Long> followers(long parent) throws SQLException {
        if (!followers.containsKey(parent)) {
            List<Long> ids = ChainTable.followers(connection, List.of(parent)).stream()
                    .map(Edge::taskId)
                    .toList();
            load(ids);
            followers.put(parent, ids.stream().filter(tasks::containsKey).toList());
        }
        return followers.get(parent);
    }

    private Duration usual(long task) throws SQLException {
        if (!usual.containsKey(task)) {
            usual.put(task, UsualTimes.half(connection, task).orElse(Duration.ZERO));
        }
        return usual.get(task);
    }
}
