package org.tickmark.benchmarks.scheduling;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.TickmarkStore;
import org.tickmark.kit.access.Owners;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.database.BellComponent;
import org.tickmark.platform.database.Store;
import org.tickmark.scheduler.dispatch.DatabaseClock;
import org.tickmark.scheduler.dispatch.Executors;
import org.tickmark.scheduler.dispatch.Herald;
import org.tickmark.scheduler.dispatch.Inbox;
import org.tickmark.scheduler.dispatch.Node;
import org.tickmark.scheduler.dispatch.NodeClock;
import org.tickmark.scheduler.dispatch.NodeOptions;
import org.tickmark.scheduler.dispatch.NodeThreads;
import org.tickmark.scheduler.run.Claim;
import org.tickmark.scheduler.run.Finish;
import org.tickmark.scheduler.run.NewRun;
import org.tickmark.scheduler.run.Retention;
import org.tickmark.scheduler.run.RunControl;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.SchedulerTable;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.scheduler.task.ScheduleKinds;
import org.tickmark.scheduler.task.StoredPlans;
import org.tickmark.scheduler.task.StoredTasks;
import org.tickmark.scheduler.task.TaskRuns;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** A node of Tickmark as it works in the product, with its history; but for the audit and the events, which are kept in memory. */
final class TickmarkEngine implements FullEngine {
    /** What is stored once. */
    enum Shape {
        /** One task is started over and over, with parameters of each run. */
        RUNS,
        /** Each is a task of its own, with parameters of its own. */
        TASKS
    }

    private static final Caller CALLER = Caller.system();
    private static final Message ANY = Message.verbatim("-");
    private static final String EXECUTOR = "count";
    private static final String STARTED = "started";
    private static final TaskResult DONE = TaskResult.of(Message.verbatim("counted"));
    /** H2 keeps what so many tasks change in memory until the commit; of more it writes much twice. */
    private static final int BATCH = 3_000;
    /** How long before now tasks are saved whose only time has come already. */
    private static final Duration EARLY = Duration.ofHours(1);

    private final Shape shape;
    private final Tally tally;
    private final Clock clock = Clock.systemUTC();
    private final Store store;
    private final Transactions transactions;
    private final BellComponent bell;
    private final Inbox inbox = new Inbox();
    private final Signal signal;
    private final Executors executors = new Executors();
    private final RunQueue queue;
    private final StoredTasks tasks;
    private final NodeThreads node;

    TickmarkEngine(Database database, Shape shape, Tally tally) throws Exception {
        this.shape = shape;
        this.tally = tally;
        this.store = TickmarkStore.open(database, clock, Map.of("org.tickmark.scheduler", StoredTasks.class));
        this.transactions = store.transactions();
        transactions.inTransaction(tx -> SchedulerTable.identify(tx, "benchmark", "-"));
        this.bell = new BellComponent(store);
        NodeClock nodeClock = new NodeClock(clock);
        this.signal = new Herald(inbox, bell, nodeClock);
        this.queue = new RunQueue(signal);
        executors.add(new Counting(), Map.of(TaskExecutor.EXECUTOR, EXECUTOR), "benchmark");
        this.tasks = tasks(clock);
        this.node = node(
                nodeClock,
                database.store() == Database.Store.H2 ? NodeOptions.Sharing.ALONE : NodeOptions.Sharing.SHARED);
        tasks.save(CALLER, definition(STARTED, Timing.never("UTC"), Running.WhenBusy.ALLOW, 0), false);
    }

    /** What a run does. */
    private final class Counting implements TaskExecutor {
        @Override
        public Message summary() {
            return ANY;
        }

        @Override
        public List<TaskParameter> parameters() {
            return List.of(
                    TaskParameter.required("number", TaskParameter.Type.INTEGER, ANY),
                    TaskParameter.required("payload", TaskParameter.Type.TEXT, ANY));
        }

        @Override
        public TaskResult run(TaskRun run) {
            tally.run(Integer.parseInt(run.parameters().get("number")));
            return DONE;
        }
    }

    private StoredTasks tasks(Clock by) {
        return new StoredTasks(new StoredTasks.Services(
                transactions,
                new RecordingAudit(),
                new RecordingEvents(by),
                Partly.answering(TaskRuns.class, "run", Optional::empty),
                queue,
                signal,
                executors::all,
                new ScheduleKinds(),
                "benchmark",
                by));
    }

    private NodeThreads node(NodeClock nodeClock, NodeOptions.Sharing sharing) {
        StoredPlans plans = new StoredPlans();
        Finish finish = new Finish(transactions, plans, new RecordingEvents(nodeClock), signal, nodeClock);
        NodeOptions options = new NodeOptions(
                "benchmark",
                "1",
                List.of(),
                Contender.THREADS,
                sharing,
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
        return new NodeThreads(
                options,
                new Node.Surroundings(
                        transactions,
                        DatabaseClock.OWN,
                        nodeClock,
                        inbox,
                        executors,
                        new Owners(Optional::empty),
                        Partly.answering(Secrets.class, "read", Optional::empty),
                        1000),
                new Node.Means(
                        new Claim(transactions, plans, signal, nodeClock),
                        finish,
                        new RunControl(transactions, plans, finish, signal, nodeClock),
                        new Retention(transactions, Duration.ofDays(90), Duration.ofDays(365))),
                bell);
    }

    private static TaskDefinition definition(String name, Timing timing, Running.WhenBusy whenBusy, int number) {
        return new TaskDefinition(
                name,
                "",
                List.of(),
                "system",
                EXECUTOR,
                parameters(number),
                timing,
                Optional.empty(),
                new Running(Duration.ofHours(1), whenBusy, 0, Optional.empty(), List.of(), false),
                Retry.NONE,
                true);
    }

    private static Map<String, String> parameters(int number) {
        return Map.of("number", Integer.toString(number), "payload", Contender.PAYLOAD);
    }

    /** The transactions on its tables. */
    Transactions transactions() {
        return transactions;
    }

    @Override
    public void store(int count, Instant at) {
        if (shape == Shape.TASKS) {
            storeTasks(count, at);
        } else {
            storeRuns(count, at);
        }
    }

    private void storeTasks(int count, Instant at) {
        StoredTasks earlier = tasks(Clock.fixed(at.minus(EARLY), ZoneOffset.UTC));
        Timing timing = Timing.of(
                "task:once at " + LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC), "UTC");
        // A task of the same name and time would be the one that has run before.
        String prefix = "once-" + at.toEpochMilli() + "-";
        for (int first = 0; first < count; first += BATCH) {
            List<TaskDefinition> definitions = new ArrayList<>();
            for (int i = first; i < Math.min(first + BATCH, count); i++) {
                definitions.add(definition(prefix + i, timing, Running.WhenBusy.SKIP, i));
            }
            earlier.saveAll(CALLER, definitions, false);
        }
    }

    private void storeRuns(int count, Instant at) {
        for (int first = 0; first < count; first += BATCH) {
            enqueue(first, Math.min(first + BATCH, count), at);
        }
    }

    private void enqueue(int from, int to, Instant at) {
        transactions.inTransaction(tx -> {
            List<NewRun> runs = new ArrayList<>();
            NewRun run = Sql.on(tx.connection(), "select id, placement_id from task where name = ?")
                    .with(STARTED)
                    .one(row -> NewRun.of(row.number("id"), 1, Cause.NOW, at, 0, row.number("placement_id")));
            for (int i = from; i < to; i++) {
                runs.add(run.with(parameters(i)));
            }
            return queue.enqueue(tx, runs);
        });
    }

    @Override
    public void storeRecurring(int count, IntFunction<Recurring> times) {
        for (int from = 0; from < count; from += BATCH) {
            List<TaskDefinition> definitions = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, count); i++) {
                definitions.add(recurring(i, times.apply(i)));
            }
            tasks.saveAll(CALLER, definitions, false);
        }
    }

    private static TaskDefinition recurring(int number, Recurring times) {
        Timing timing = Timing.of("task:every " + times.every() + " from " + times.first(), "UTC");
        return definition("recurring-" + number, timing, Running.WhenBusy.SKIP, number);
    }

    @Override
    public void change(int number, Recurring to) {
        tasks.save(CALLER, recurring(number, to), false);
    }

    @Override
    public void start() {
        node.start();
    }

    @Override
    public void schedule(int number, Instant at) {
        enqueue(number, number + 1, at);
    }

    @Override
    public void runNow(int number) {
        tasks.start(CALLER, STARTED, parameters(number), "");
    }

    @Override
    public long unfinished() throws SQLException {
        return number("select (select count(*) from due) + (select count(*) from run) as it");
    }

    private long number(String sql) {
        return transactions.reading(tx -> Sql.on(tx.connection(), sql).one(row -> row.number("it")));
    }

    @Override
    public Optional<String> departure(int count) {
        long kept = number("select count(*) as it from run_history where state = 'SUCCEEDED'");
        return kept >= count
                ? Optional.empty()
                : Optional.of("the history has " + kept + " runs that succeeded, expected at least " + count);
    }

    @Override
    public void close() {
        node.close();
        bell.close();
        store.close();
    }
}
