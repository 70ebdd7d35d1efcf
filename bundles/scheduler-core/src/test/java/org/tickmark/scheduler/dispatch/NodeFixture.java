package org.tickmark.scheduler.dispatch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
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
import org.tickmark.kit.access.Owners;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.dispatch.NodeOptions.Sharing;
import org.tickmark.scheduler.run.Claim;
import org.tickmark.scheduler.run.Finish;
import org.tickmark.scheduler.run.NewRun;
import org.tickmark.scheduler.run.Retention;
import org.tickmark.scheduler.run.RunControl;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.task.DefinitionJson;
import org.tickmark.scheduler.task.StoredPlans;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingEvents;

/** A node whose steps a test takes, with a clock that stands still. */
final class NodeFixture implements Node.Threads {
    static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    final Transactions database;
    final ManualClock clock;
    final Inbox inbox = new Inbox();
    final Executors executors = new Executors();
    final RunQueue queue = new RunQueue(inbox);
    final RunControl control;
    final Deque<Execution> taken = new ArrayDeque<>();
    final Node node;

    /** How many transactions there were. */
    final AtomicInteger transactions = new AtomicInteger();
    /** How many more transactions are committed before one is whose caller does not hear of it; negative: none. */
    int commitsUntilLostReply = -1;
    /** What the workers do while the database is written. */
    Runnable meanwhile = () -> {};
    /** Who may sign in, by name. */
    final Map<String, UserStatus> users = new HashMap<>();
    /** What tasks added from now on do while they are busy. */
    Running.WhenBusy whenBusy = Running.WhenBusy.SKIP;

    /** Whose tasks are added from now on. */
    String owner = "os:anna";
    /** How many workers were replaced. */
    int replaced;

    NodeFixture(Transactions database, ManualClock clock, Sharing sharing) {
        this.database = database;
        this.clock = clock;
        Transactions watched = new Watched();
        StoredPlans tasks = new StoredPlans();
        NodeClock nodeClock = new NodeClock(clock);
        RecordingEvents events = new RecordingEvents(nodeClock);
        Finish finish = new Finish(watched, tasks, events, inbox, nodeClock);
        this.control = new RunControl(watched, tasks, finish, inbox, nodeClock);
        NodeOptions options = new NodeOptions(
                "node",
                "1.0.0",
                List.of("north"),
                2,
                sharing,
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
        this.node = new Node(
                options,
                new Node.Surroundings(
                        watched,
                        tx -> clock.instant(),
                        nodeClock,
                        inbox,
                        executors,
                        new Owners(() -> Optional.of(Partly.implemented(Users.class, new People()))),
                        Partly.answering(Secrets.class, "read", () -> Optional.of(new char[] {'x'})),
                        5),
                new Node.Means(
                        new Claim(watched, tasks, inbox, nodeClock),
                        finish,
                        control,
                        new Retention(watched, Duration.ofDays(30), Duration.ofDays(90))),
                this);
    }

    private final class People {
        @SuppressWarnings("unused") // called by reflection
        Optional<UserStatus> user(Caller caller, String name) {
            return Optional.ofNullable(users.get(name));
        }
    }

    private final class Watched implements Transactions {
        @Override
        public <T> T inTransaction(Work<T> work) {
            transactions.incrementAndGet();
            meanwhile.run();
            T result = database.inTransaction(work);
            if (commitsUntilLostReply-- == 0) {
                throw new IllegalStateException("The reply is lost");
            }
            return result;
        }

        @Override
        public <T> T reading(Work<T> work) {
            transactions.incrementAndGet();
            return database.reading(work);
        }
    }

    static void empty(Transactions database) {
        for (String table : List.of(
                "task",
                "placement",
                "due",
                "run",
                "run_lock",
                "run_turn",
                "run_history",
                "run_log",
                "task_state",
                "node",
                "scheduler")) {
            database.inTransaction(
                    tx -> Sql.on(tx.connection(), "delete from " + table).update());
        }
    }

    @Override
    public void start(List<Execution> executions) {
        taken.addAll(executions);
    }

    @Override
    public void replace() {
        replaced++;
    }

    @Override
    public void write() {}

    @Override
    public void announce() {}

    /** An executor of this name that does this. */
    TaskExecutor executor(String name, Body body) {
        TaskExecutor executor = new Fake(body);
        executors.add(executor, Map.of(TaskExecutor.EXECUTOR, name), "test");
        return executor;
    }

    /** What an executor does. */
    @FunctionalInterface
    interface Body {
        TaskResult run(TaskRun run) throws Exception;
    }

    private record Fake(Body body) implements TaskExecutor {
        @Override
        public Message summary() {
            return Message.verbatim("fake");
        }

        @Override
        public List<TaskParameter> parameters() {
            return List.of(
                    TaskParameter.optional("greeting", TaskParameter.Type.TEXT, "hello", summary()),
                    TaskParameter.optional("count", TaskParameter.Type.INTEGER, "1", summary()),
                    TaskParameter.optional("password", TaskParameter.Type.SECRET, "", summary()));
        }

        @Override
        public TaskResult run(TaskRun run) throws Exception {
            return body.run(run);
        }
    }

    static TaskResult done() {
        return TaskResult.of(Message.verbatim("done"));
    }

    private final Map<String, Long> placements = new HashMap<>();

    /** Adds a task of an executor. */
    long task(String name, String executor, Map<String, String> parameters, String... labels) {
        return database.inTransaction(tx -> {
            long placement = placement(tx, executor, String.join(" ", labels));
            placements.put(name, placement);
            TaskDefinition definition = new TaskDefinition(
                    name,
                    "",
                    List.of(),
                    owner,
                    executor,
                    parameters,
                    Timing.never("UTC"),
                    Optional.empty(),
                    new Running(Duration.ofMinutes(10), whenBusy, 0, Optional.empty(), List.of(labels), false),
                    Retry.NONE,
                    true);
            return Sql.on(tx.connection(), """
                insert into task (name, live_name, revision, active, executor, owner, tags, placement_id, definition, saved_by, saved_at)
                values (?, ?, 1, true, ?, ?, '', ?, ?, 'os:anna', ?)\
                """)
                    .with(name, name, executor, owner, placement, DefinitionJson.write(definition), START)
                    .insert();
        });
    }

    private static long placement(Tx tx, String executor, String labels) throws SQLException {
        Optional<Long> found = Sql.on(tx.connection(), "select id from placement where executor = ? and labels = ?")
                .with(executor, labels)
                .first(row -> row.number("id"));
        return found.isPresent()
                ? found.get()
                : Sql.on(tx.connection(), "insert into placement (executor, labels) values (?, ?)")
                        .with(executor, labels)
                        .insert();
    }

    /** Lets a task run now. */
    long wish(String name, long task) {
        return wishes(name, task, 1).get(0);
    }

    /** Lets a task run now, so many times. */
    List<Long> wishes(String name, long task, int times) {
        NewRun run = NewRun.of(task, 1, Cause.NOW, clock.instant(), 0, placements.get(name));
        return database.inTransaction(tx -> queue.enqueue(tx, Collections.nCopies(times, run)));
    }

    /** Takes what is due, does it, and writes how it ended, until nothing is left. */
    void work() {
        node.dispatch();
        while (!taken.isEmpty()) {
            node.perform(taken.remove());
            node.finish();
            node.dispatch();
        }
    }

    /** Does what is taken. */
    void perform() {
        while (!taken.isEmpty()) {
            node.perform(taken.remove());
        }
    }

    /** The one run that is taken. */
    Execution take() {
        node.dispatch();
        if (taken.size() != 1) {
            throw new AssertionError("Expected one run, found " + taken.size());
        }
        return taken.remove();
    }

    String state(long run) {
        return database.reading(tx -> Sql.on(
                        tx.connection(),
                        "select state from run where id = ? union all select state from run_history where id = ?")
                .with(run, run)
                .one(row -> row.text("state")));
    }

    List<String> column(String sql, Object... values) {
        return database.reading(tx -> Sql.on(tx.connection(), sql).with(values).list(row -> row.text("it")));
    }
}
