package org.tickmark.scheduler.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.plan.Due;
import org.tickmark.scheduler.plan.Plan;

/** Tasks that are kept in memory, with the rows that runs need of them. */
final class FakeTasks implements LiveTasks {
    static final long PLACEMENT = 1;

    private final Map<Long, LiveTask> tasks = new HashMap<>();
    private final Transactions transactions;

    FakeTasks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<Long, LiveTask> now(Tx tx, Collection<Long> ids) {
        Map<Long, LiveTask> found = new HashMap<>(tasks);
        found.keySet().retainAll(ids);
        return found;
    }

    /** A task that runs every minute. */
    static TaskDefinition minutely(String name) {
        return new TaskDefinition(
                name,
                "",
                List.of(),
                "os:test",
                "fake",
                Map.of(),
                Timing.of("cron:* * * * *", "UTC"),
                Optional.empty(),
                new Running(Duration.ofMinutes(10), WhenBusy.SKIP, 0, Optional.empty(), List.of(), false),
                Retry.NONE,
                true);
    }

    /** A task that never runs by itself. */
    static TaskDefinition idle(String name) {
        return with(minutely(name), Timing.never("UTC"));
    }

    static TaskDefinition with(TaskDefinition task, Timing timing) {
        return changed(task, timing, task.after(), task.running(), task.retry(), task.active());
    }

    static TaskDefinition with(TaskDefinition task, Running running) {
        return changed(task, task.timing(), task.after(), running, task.retry(), task.active());
    }

    static TaskDefinition with(TaskDefinition task, WhenBusy whenBusy) {
        Running old = task.running();
        return with(task, new Running(old.lock(), whenBusy, old.priority(), old.key(), old.labels(), old.atMostOnce()));
    }

    static TaskDefinition withKey(TaskDefinition task, String key) {
        Running old = task.running();
        return with(
                task,
                new Running(
                        old.lock(), old.whenBusy(), old.priority(), Optional.of(key), old.labels(), old.atMostOnce()));
    }

    static TaskDefinition with(TaskDefinition task, Retry retry) {
        return changed(task, task.timing(), task.after(), task.running(), retry, task.active());
    }

    static TaskDefinition with(TaskDefinition task, After after) {
        return changed(task, task.timing(), Optional.of(after), task.running(), task.retry(), task.active());
    }

    static TaskDefinition inactive(TaskDefinition task) {
        return changed(task, task.timing(), task.after(), task.running(), task.retry(), false);
    }

    private static TaskDefinition changed(
            TaskDefinition task, Timing timing, Optional<After> after, Running running, Retry retry, boolean active) {
        return new TaskDefinition(
                task.name(),
                "",
                List.of(),
                task.owner(),
                task.executor(),
                task.parameters(),
                timing,
                after,
                running,
                retry,
                active);
    }

    /** Adds a task whose first time is the first one from a moment on; returns its key. */
    long add(TaskDefinition definition, Instant from) {
        return transactions.inTransaction(tx -> {
            long id = Sql.on(tx.connection(), """
                insert into task (name, live_name, revision, active, executor, owner, tags, placement_id, definition, saved_by, saved_at)
                values (?, ?, 1, true, 'fake', 'os:test', '', ?, '{}', 'os:test', ?)\
                """)
                    .with(definition.name(), definition.name(), PLACEMENT, from)
                    .insert();
            LiveTask task = new LiveTask(Plan.of(id, 1, definition, from), PLACEMENT);
            tasks.put(id, task);
            Optional<Due> first = definition.active() ? task.plan().first(from) : Optional.empty();
            if (first.isPresent()) {
                DueTable.insert(
                        tx.connection(),
                        List.of(new DueRow(
                                id,
                                0,
                                first.get().at(),
                                first.get().nominal(),
                                definition.running().priority(),
                                PLACEMENT)));
            }
            for (String parent : definition.after().map(After::tasks).orElse(List.of())) {
                Sql.on(
                                tx.connection(),
                                "insert into task_follows (task_id, parent_id) select ?, id from task where name = ?")
                        .with(id, parent)
                        .update();
            }
            return id;
        });
    }

    /** Changes the definition of a task, with nothing of its rows. */
    void change(long id, UnaryOperator<TaskDefinition> change) {
        Plan plan = tasks.get(id).plan();
        tasks.put(
                id,
                new LiveTask(
                        Plan.of(id, plan.revision() + 1, change.apply(plan.definition()), Instant.EPOCH), PLACEMENT));
    }

    void remove(long id) {
        tasks.remove(id);
    }

    LiveTask get(long id) {
        return tasks.get(id);
    }
}
