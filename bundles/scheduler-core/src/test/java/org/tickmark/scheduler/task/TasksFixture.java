package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks.Executor;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** Tasks on an empty database with the tables of the scheduler, and an executor for them. */
abstract class TasksFixture {
    static final Caller ANNA = Caller.os("anna", Locale.ENGLISH);
    static final Message HELP = Message.verbatim("help");
    static final String NIGHTLY = "cron:30 6 * * *";
    final ManualClock clock = ManualClock.at("2026-06-01T08:00:00Z");
    final RecordingAudit audit = new RecordingAudit();
    final RecordingEvents events = new RecordingEvents(clock);
    final FakeRuns runs = new FakeRuns();
    final List<Executor> executors = new ArrayList<>();
    int executorsAskedFor;
    final ScheduleKinds kinds = new ScheduleKinds();
    StoredTasks tasks;

    /** The database of the subclass, with the tables of the scheduler. */
    abstract Transactions transactions();

    @BeforeEach
    void beginEmpty() {
        transactions().inTransaction(tx -> {
            for (String table : List.of(
                    "due",
                    "run",
                    "run_starter",
                    "run_request",
                    "run_history",
                    "task_state",
                    "node",
                    "scheduler",
                    "task_pause",
                    "task_arrival",
                    "task_follows",
                    "task_kept",
                    "task_revision",
                    "task",
                    "placement")) {
                Sql.on(tx.connection(), "delete from " + table).update();
            }
            return Sql.on(
                            tx.connection(),
                            "insert into scheduler (id, identity, held, reason) values (1, 'other', false, '')")
                    .update();
        });
        executors.add(new Executor(
                "import",
                "org.example 1.0",
                HELP,
                List.of(
                        TaskParameter.optional("unit", TaskParameter.Type.TEXT, "", HELP),
                        TaskParameter.optional("source", TaskParameter.Type.TEXT, "", HELP),
                        TaskParameter.optional("most", TaskParameter.Type.INTEGER, "10", HELP),
                        TaskParameter.choice("mode", List.of("fast", "safe"), HELP))));
        tasks = new StoredTasks(new StoredTasks.Services(
                transactions(),
                audit,
                events,
                runs,
                new RunQueue(Signal.NONE),
                Signal.NONE,
                () -> {
                    executorsAskedFor++;
                    return executors;
                },
                kinds,
                "here",
                clock));
    }

    Task task(String name) {
        return tasks.task(ANNA, name).orElseThrow();
    }

    static TaskDefinition active(TaskDefinition definition, boolean active) {
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

    static TaskDefinition tagged(String name, String... tags) {
        TaskDefinition plain = Samples.task(name, NIGHTLY);
        return new TaskDefinition(
                name,
                "",
                List.of(tags),
                plain.owner(),
                plain.executor(),
                Map.of(),
                plain.timing(),
                Optional.empty(),
                plain.running(),
                plain.retry(),
                true);
    }

    static TaskDefinition with(String name, Map<String, String> parameters, Running running) {
        TaskDefinition plain = Samples.task(name, NIGHTLY);
        return new TaskDefinition(
                name,
                "",
                List.of(),
                plain.owner(),
                plain.executor(),
                parameters,
                plain.timing(),
                Optional.empty(),
                running,
                plain.retry(),
                true);
    }

    static void assertRefused(String code, String where, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().where()).contains(where);
            assertThat(refused.problem().advice()).isPresent();
        });
    }

    static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo(code));
    }

    Optional<Integer> revision(StoredPlans plans, long id) {
        return transactions()
                .reading(tx -> Optional.ofNullable(plans.now(tx, List.of(id)).get(id))
                        .map(task -> task.plan().revision()));
    }

    void addNode() {
        transactions().inTransaction(tx -> Sql.on(tx.connection(), """
            insert into node (name, labels, executors, version, started_at, lease_until, gone)
            values ('n1', '', ' import ', '1', ?, ?, false)\
            """)
                .with(clock.instant(), clock.instant().plusSeconds(15))
                .update());
    }
}
