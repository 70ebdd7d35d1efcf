package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.scheduler.foreign.Translation;
import org.tickmark.scheduler.plan.Firings;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.scheduler.task.ChainTable.Edge;
import org.tickmark.scheduler.task.KeptTable.Follower;
import org.tickmark.scheduler.task.TaskText.Told;

/** Tasks in the database. Safe for use from many threads. */
public final class StoredTasks implements Tasks {
    private static final int MOST_FIRINGS = 100_000;

    private final Transactions transactions;
    private final TaskJournal journal;
    private final TaskRuns runs;
    private final RunQueue queue;
    private final Signal signal;
    private final Supplier<List<Executor>> executors;
    private final ScheduleKinds kinds;
    private final String identity;
    private final Clock clock;
    private final Saving saving;
    private final Starting starting;

    /**
     * What tasks work with.
     *
     * @param executors the executors that are there just now, ordered by name
     * @param kinds the kinds of times that other bundles look after
     * @param identity which installation this is
     */
    public record Services(
            Transactions transactions,
            Audit audit,
            Events events,
            TaskRuns runs,
            RunQueue queue,
            Signal signal,
            Supplier<List<Executor>> executors,
            ScheduleKinds kinds,
            String identity,
            Clock clock) {
        public Services {
            Objects.requireNonNull(transactions, "transactions");
            Objects.requireNonNull(audit, "audit");
            Objects.requireNonNull(events, "events");
            Objects.requireNonNull(runs, "runs");
            Objects.requireNonNull(queue, "queue");
            Objects.requireNonNull(signal, "signal");
            Objects.requireNonNull(executors, "executors");
            Objects.requireNonNull(kinds, "kinds");
            Objects.requireNonNull(identity, "identity");
            Objects.requireNonNull(clock, "clock");
        }
    }

    /** Tasks that work with these. */
    public StoredTasks(Services services) {
        this.transactions = services.transactions();
        this.journal = new TaskJournal(services.audit(), services.events());
        this.runs = services.runs();
        this.queue = services.queue();
        this.signal = services.signal();
        this.executors = services.executors();
        this.kinds = services.kinds();
        this.identity = services.identity();
        this.clock = services.clock();
        TaskRules rules = new TaskRules(executors);
        this.saving = new Saving(transactions, journal, rules, signal, clock);
        this.starting = new Starting(transactions, queue, journal, rules, clock);
    }

    @Override
    public Optional<Task> task(Caller caller, String name) {
        caller.require(Permission.TASK_READ);
        Optional<Found> found = transactions.reading(tx -> {
            Optional<StandingTask> task = TaskTable.named(tx.connection(), name);
            return task.isEmpty() ? Optional.empty() : Optional.of(found(tx.connection(), task.get()));
        });
        return found.map(task -> Overview.with(task.task(), last(caller, task.lastRun())));
    }

    private record Found(Task task, Optional<Long> lastRun) {}

    private Found found(Connection connection, StandingTask task) throws SQLException {
        return new Found(
                new Overview(connection, clock.instant()).of(task),
                StateRow.of(connection, task.id()).map(StateRow::lastRun));
    }

    private Optional<Run> last(Caller caller, Optional<Long> run) {
        return run.flatMap(id -> runs.run(caller, id));
    }

    @Override
    public List<Problem> save(Caller caller, TaskDefinition definition, boolean dryRun) {
        return save(caller, dryRun, List.of(new Told(definition, "")));
    }

    @Override
    public List<Problem> saveAll(Caller caller, List<TaskDefinition> definitions, boolean dryRun) {
        return save(
                caller,
                dryRun,
                definitions.stream()
                        .map(definition -> new Told(definition, "task " + definition.name()))
                        .toList());
    }

    private List<Problem> save(Caller caller, boolean dryRun, List<Told> told) {
        caller.require(Permission.TASK_EDIT);
        Map<String, Optional<Kept>> kept = kinds.times(caller, told);
        return dryRun ? saving.tried(caller, told, kept) : saving.save(caller, told, kept);
    }

    /**
     * Asks anew for times that another bundle looks after, and lets the tasks that follow them run at these.
     *
     * @param schedule such as {@code series:3}; {@code series:} for all of a kind
     */
    public void refresh(String schedule) {
        Caller system = Caller.system();
        for (Follower follower : transactions.reading(tx -> KeptTable.followers(tx.connection(), schedule))) {
            if (kinds.has(follower.schedule())) {
                Optional<Kept> times = kinds.times(system, follower.schedule());
                saving.refresh(system, follower.task(), Map.of(follower.schedule(), times));
            }
        }
    }

    @Override
    public void activate(Caller caller, String name, boolean active) {
        caller.require(Permission.TASK_EDIT);
        saving.change(caller, name, definition -> activated(definition, active));
    }

    private static TaskDefinition activated(TaskDefinition definition, boolean active) {
        return new TaskDefinition(
                definition.name(),
                definition.description(),
                definition.tags(),
                definition.owner(),
                definition.executor(),
                definition.parameters(),
                definition.timing(),
                definition.after(),
                definition.running(),
                definition.retry(),
                active);
    }

    @Override
    public void remove(Caller caller, String name) {
        caller.require(Permission.TASK_DELETE);
        transactions.inTransaction(tx -> {
            Connection connection = tx.connection();
            ChainTable.hold(connection);
            TaskTable.hold(connection, List.of(name));
            StandingTask task = standing(connection, name);
            requireUnfollowed(connection, task);
            List<Long> id = List.of(task.id());
            runs.cancelWaiting(tx, task.id(), TaskProblems.message("removed").toString());
            PauseTable.end(connection, id);
            ChainTable.replace(connection, id, List.of());
            ScheduleTable.remove(connection, id);
            KeptTable.remove(connection, id);
            TaskTable.remove(connection, task.id());
            journal.done(tx, caller, "removed", List.of(name), Map.of());
            tx.afterCommit(signal::changed);
            return task;
        });
    }

    private static void requireUnfollowed(Connection connection, StandingTask task) throws SQLException {
        List<Long> followers = ChainTable.followers(connection, List.of(task.id())).stream()
                .map(Edge::taskId)
                .toList();
        if (!followers.isEmpty()) {
            throw TaskProblems.refused("followed")
                    .found(String.join(
                            ", ", TaskTable.names(connection, followers).values()))
                    .exception();
        }
    }

    private static StandingTask standing(Connection connection, String name) throws SQLException {
        return TaskTable.named(connection, name).orElseThrow(() -> TaskProblems.unknown(name));
    }

    @Override
    public int pause(Caller caller, List<String> names, Optional<Instant> until, String reason) {
        caller.require(Permission.TASK_EDIT);
        if (until.isPresent() && !until.get().isAfter(clock.instant())) {
            throw TaskProblems.refused("pause-over")
                    .found(until.get().toString())
                    .exception();
        }
        return transactions.inTransaction(tx -> {
            Collection<Long> ids = ids(tx.connection(), names);
            PauseTable.begin(tx.connection(), ids, new Task.Pause(until, reason, caller.identity()));
            Map<String, String> details =
                    Map.of("until", until.map(Instant::toString).orElse(""), "reason", reason);
            journal.done(
                    tx, caller, "paused", TaskTable.names(tx.connection(), ids).values(), details);
            tx.afterCommit(signal::changed);
            return ids.size();
        });
    }

    @Override
    public int resume(Caller caller, List<String> names) {
        caller.require(Permission.TASK_EDIT);
        return transactions.inTransaction(tx -> {
            Collection<Long> ids = ids(tx.connection(), names);
            int ended = PauseTable.end(tx.connection(), ids);
            queue.resume(tx, ids, clock.instant());
            journal.done(
                    tx, caller, "resumed", TaskTable.names(tx.connection(), ids).values(), Map.of());
            tx.afterCommit(signal::changed);
            return ended;
        });
    }

    /** Keys of the tasks named, each once; a tag that no task has names none. */
    private static Collection<Long> ids(Connection connection, List<String> names) throws SQLException {
        if (names.isEmpty()) {
            throw TaskProblems.refused("nothing-named").exception();
        }
        Collection<Long> ids = new TreeSet<>();
        for (String name : names) {
            List<Long> found = TaskTable.ids(connection, name);
            if (found.isEmpty() && !name.startsWith("#")) {
                throw TaskProblems.unknown(name);
            }
            ids.addAll(found);
        }
        return ids;
    }

    @Override
    public void hold(Caller caller, boolean held, String reason) {
        caller.require(Permission.TASK_HOLD);
        transactions.inTransaction(tx -> {
            if (held) {
                HoldTable.hold(tx.connection(), reason);
            } else {
                HoldTable.release(tx.connection(), identity);
            }
            journal.done(tx, caller, held ? "held" : "released", List.of(), Map.of("reason", reason));
            tx.afterCommit(signal::changed);
            return held;
        });
    }

    @Override
    public Optional<String> held(Caller caller) {
        caller.require(Permission.TASK_READ);
        return transactions.reading(tx -> HoldTable.held(tx.connection()));
    }

    @Override
    public long start(Caller caller, String name, Map<String, String> parameters, String request) {
        caller.require(Permission.TASK_RUN);
        return starting.start(caller, name, parameters, request);
    }

    @Override
    public List<Long> backfill(Caller caller, String name, Instant fromInclusive, Instant toExclusive, int most) {
        caller.require(Permission.TASK_RUN);
        return starting.backfill(caller, name, fromInclusive, toExclusive, most);
    }

    @Override
    public int unlock(Caller caller, String name) {
        caller.require(Permission.TASK_RUN);
        StandingTask task = transactions.inTransaction(tx -> {
            StandingTask standing = standing(tx.connection(), name);
            journal.done(tx, caller, "unlocked", List.of(name), Map.of());
            return standing;
        });
        return runs.endRunning(task.id(), TaskProblems.message("unlocked").toString());
    }

    @Override
    public String exportText(Caller caller, List<String> names) {
        caller.require(Permission.TASK_READ);
        return transactions.reading(tx -> TaskText.write(definitions(tx.connection(), names)));
    }

    private static List<TaskDefinition> definitions(Connection connection, List<String> names) throws SQLException {
        if (names.isEmpty()) {
            return TaskTable.all(connection).stream()
                    .map(StandingTask::definition)
                    .toList();
        }
        Map<String, StandingTask> found = TaskTable.named(connection, names);
        List<TaskDefinition> definitions = new ArrayList<>();
        for (String name : names) {
            if (!found.containsKey(name)) {
                throw TaskProblems.unknown(name);
            }
            definitions.add(found.get(name).definition());
        }
        return definitions;
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        List<Told> told = TaskText.read(text, from);
        save(caller, dryRun, told);
        return told.stream().map(one -> one.definition().name()).toList();
    }

    @Override
    public Translated translate(Caller caller, ForeignSchedule foreign) {
        caller.require(Permission.TASK_READ);
        Translation translation = Translation.of(foreign);
        List<TaskDefinition> definitions = translation.definitions();
        return new Translated(
                definitions.isEmpty() ? "" : TaskText.write(definitions),
                definitions.stream().map(TaskDefinition::name).toList(),
                translation.problems());
    }

    @Override
    public List<Revision> revisions(Caller caller, String name) {
        caller.require(Permission.TASK_READ);
        return transactions.reading(tx -> {
            StandingTask task = standing(tx.connection(), name);
            return TaskTable.former(tx.connection(), task.id()).stream()
                    .map(former -> new Revision(
                            former.number(), former.by(), former.at(), TaskText.write(List.of(former.definition()))))
                    .toList();
        });
    }

    @Override
    public List<Firing> preview(Caller caller, Timing timing, Instant from, int count) {
        caller.require(Permission.TASK_READ);
        if (count < 1 || count > MOST_FIRINGS) {
            throw new IllegalArgumentException("count " + count + ": expected 1 to " + MOST_FIRINGS);
        }
        Optional<Kept> kept = kinds.times(caller, timing.schedule());
        return Firings.of(timing, kept, from, caller.locale()).from(from, count);
    }

    @Override
    public List<Expected> outlook(Caller caller, Instant fromInclusive, Instant toExclusive, int most) {
        caller.require(Permission.TASK_READ);
        return transactions.reading(tx -> new Outlook(tx.connection(), fromInclusive, toExclusive).expected(most));
    }

    @Override
    public List<Executor> executors(Caller caller) {
        caller.require(Permission.TASK_READ);
        return executors.get();
    }
}
