package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.After.Condition;
import org.tickmark.api.host.tasks.After.Join;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks.Executor;
import org.tickmark.api.host.tasks.Tasks.Expected;
import org.tickmark.api.host.tasks.Tasks.Revision;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.DueTable;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What tasks promise, on either database. */
abstract class TasksSuite {
    private static final Caller ANNA = Caller.os("anna", Locale.ENGLISH);
    private static final Message HELP = Message.verbatim("help");
    private static final String NIGHTLY = "cron:30 6 * * *";

    private final ManualClock clock = ManualClock.at("2026-06-01T08:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private final FakeRuns runs = new FakeRuns();
    private final List<Executor> executors = new ArrayList<>();
    private StoredTasks tasks;

    /** The database of the subclass, with the tables of the scheduler. */
    abstract Transactions transactions();

    @BeforeEach
    void beginEmpty() {
        transactions().inTransaction(tx -> {
            for (String table : List.of(
                    "due",
                    "run",
                    "run_request",
                    "run_history",
                    "task_state",
                    "node",
                    "scheduler",
                    "task_pause",
                    "task_arrival",
                    "task_follows",
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
                () -> executors,
                "here",
                clock));
    }

    private Task task(String name) {
        return tasks.task(ANNA, name).orElseThrow();
    }

    private Optional<DueRow> due(String name) {
        List<Long> id = List.of(task(name).id());
        return transactions().reading(tx -> DueTable.schedules(tx.connection(), id)).stream()
                .findFirst();
    }

    private List<String> warnings(TaskDefinition definition) {
        return tasks.save(ANNA, definition, false).stream().map(Problem::code).toList();
    }

    private static TaskDefinition active(TaskDefinition definition, boolean active) {
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

    private static TaskDefinition described(TaskDefinition definition, String description) {
        return new TaskDefinition(
                definition.name(),
                description,
                definition.tags(),
                definition.owner(),
                definition.executor(),
                definition.parameters(),
                definition.timing(),
                definition.after(),
                definition.running(),
                definition.retry(),
                definition.active());
    }

    private static TaskDefinition tagged(String name, String... tags) {
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

    private static TaskDefinition with(String name, Map<String, String> parameters, Running running) {
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

    private static void assertRefused(String code, String where, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().where()).contains(where);
            assertThat(refused.problem().advice()).isPresent();
        });
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo(code));
    }

    @Test
    void keepsATaskWithItsNextTimeAndTellsOfIt() {
        assertThat(warnings(Samples.task("nightly", "every day at 06:30"))).isEmpty();

        Task task = task("nightly");
        assertThat(task.definition().timing().schedule()).isEqualTo("task:weekly on MO,TU,WE,TH,FR,SA,SU at 06:30");
        assertThat(task.revision()).isEqualTo(1);
        assertThat(task.next()).contains(Instant.parse("2026-06-02T04:30:00Z"));
        assertThat(due("nightly").map(DueRow::nominal)).contains(Instant.parse("2026-06-02T04:30:00Z"));
        assertThat(audit.actions()).containsExactly("task.save");
        assertThat(events.topics()).containsExactly("task.saved");
    }

    @Test
    void savesNothingThatStandsAlreadyAndNothingOnADryRun() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.save(ANNA, Samples.task("other", NIGHTLY), true);

        assertThat(task("nightly").revision()).isEqualTo(1);
        assertThat(tasks.task(ANNA, "other")).isEmpty();
        assertThat(audit.acts()).hasSize(1);
    }

    @Test
    void keepsEveryRevisionWithWhoMadeItAndWhen() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        clock.advance(Duration.ofMinutes(1));
        tasks.save(Caller.os("kari", Locale.ENGLISH), Samples.task("nightly", "cron:0 7 * * *"), false);

        List<Revision> revisions = tasks.revisions(ANNA, "nightly");
        assertThat(revisions).extracting(Revision::number).containsExactly(2, 1);
        assertThat(revisions).extracting(Revision::by).containsExactly("os:kari", "os:anna");
        assertThat(revisions.get(0).at()).isEqualTo("2026-06-01T08:01:00Z");
        assertThat(revisions.get(1).text()).contains("schedule: cron:30 6 * * *");
    }

    @Test
    void keepsWhatIsAccountedForThroughAnEditThatLeavesTheTimesAlone() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        clock.advance(Duration.ofDays(3));
        tasks.save(ANNA, described(Samples.task("nightly", NIGHTLY), "Books what the banks sent."), false);

        assertThat(due("nightly").map(DueRow::nominal)).contains(Instant.parse("2026-06-02T04:30:00Z"));
    }

    @Test
    void makesNothingDueAgainByAnEditOfTheTimes() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        clock.advance(Duration.ofDays(3));
        tasks.save(ANNA, Samples.task("nightly", "cron:0 7 * * *"), false);

        assertThat(due("nightly").map(DueRow::nominal)).contains(Instant.parse("2026-06-05T05:00:00Z"));
    }

    @Test
    void beginsNowWhenItIsSwitchedOnAgain() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.activate(ANNA, "nightly", false);
        assertThat(due("nightly")).isEmpty();

        clock.advance(Duration.ofDays(3));
        tasks.activate(ANNA, "nightly", true);
        assertThat(due("nightly").map(DueRow::nominal)).contains(Instant.parse("2026-06-05T04:30:00Z"));
        assertThat(task("nightly").revision()).isEqualTo(3);
    }

    @Test
    void keepsTheStartThatARuleCountsFrom() {
        tasks.save(ANNA, Samples.task("fortnightly", "every other tuesday at 9"), false);
        Optional<LocalDateTime> start =
                task("fortnightly").definition().timing().start();
        clock.advance(Duration.ofDays(8));
        tasks.save(ANNA, described(Samples.task("fortnightly", "every other tuesday at 9"), "again"), false);

        assertThat(start).contains(LocalDateTime.of(2026, 6, 1, 10, 0));
        assertThat(task("fortnightly").definition().timing().start()).isEqualTo(start);
        assertThat(due("fortnightly").map(DueRow::nominal)).contains(Instant.parse("2026-06-02T07:00:00Z"));
    }

    @Test
    void warnsOfWhatIsAllowedAndProbablyWrong() {
        TaskDefinition plain = Samples.task("nightly", "task:once at 2020-01-01T06:30");
        TaskDefinition absent = new TaskDefinition(
                "nightly",
                "",
                List.of(),
                plain.owner(),
                "imports",
                Map.of(),
                plain.timing(),
                Optional.empty(),
                plain.running(),
                plain.retry(),
                true);

        List<Problem> warnings = tasks.save(ANNA, absent, true);
        assertThat(warnings).extracting(Problem::code).containsExactly("task.executor-absent", "task.never-again");
        assertThat(warnings.get(0).expected()).contains("import");
    }

    @Test
    void warnsOfALockThatIsShorterThanRunsUsuallyTake() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        long id = task("nightly").id();
        transactions().inTransaction(tx -> {
            for (int i = 0; i < 10; i++) {
                Sql.on(tx.connection(), """
                    insert into run_history (id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at,
                      nominal_end_at, times, state, claimed_at, ended_at, sent, received, summary)
                    values (?, ?, 1, 'SCHEDULE', ?, 0, 1, ?, ?, 1, 'SUCCEEDED', ?, ?, 0, 0, '')\
                    """)
                        .with(i + 1, id, "n" + i, clock.instant(), clock.instant())
                        .with(clock.instant(), clock.instant().plusSeconds(600))
                        .update();
            }
            return id;
        });

        Running shortLock =
                new Running(Duration.ofMinutes(5), Running.WhenBusy.SKIP, 0, Optional.empty(), List.of(), false);
        assertThat(warnings(with("nightly", Map.of(), shortLock))).containsExactly("task.lock-short");
        Running longLock =
                new Running(Duration.ofMinutes(15), Running.WhenBusy.SKIP, 0, Optional.empty(), List.of(), false);
        assertThat(warnings(with("nightly", Map.of(), longLock))).isEmpty();
    }

    @Test
    void refusesWhatCannotWorkAndSaysTheField() {
        assertInvalid("name", Samples.task("Nightly Import", NIGHTLY));
        assertInvalid("schedule", Samples.task("nightly", "cron:0 6 30 2 *"));
        assertInvalid("schedule", Samples.task("nightly", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
        assertInvalid("schedule", Samples.task("nightly", "every Tusday"));
        assertInvalid("zone", Samples.with("nightly", Timing.of(NIGHTLY, "Europe/Olso"), Optional.empty()));
        assertInvalid("after", Samples.after("next", Condition.SUCCESS, Join.ALL, "nobody"));
        assertInvalid("after", Samples.after("next", Condition.SUCCESS, Join.ALL));
        assertInvalid("after", Samples.after("next", Condition.SUCCESS, Join.ALL, "next"));
        assertInvalid("parameters.unti", with("nightly", Map.of("unti", "fjord"), Running.USUAL));
        assertInvalid("parameters.most", with("nightly", Map.of("most", "many"), Running.USUAL));
        assertInvalid("parameters.mode", with("nightly", Map.of("mode", "slow"), Running.USUAL));
        assertInvalid(
                "lock",
                with(
                        "nightly",
                        Map.of(),
                        new Running(Duration.ZERO, Running.WhenBusy.SKIP, 0, Optional.empty(), List.of(), false)));
        assertInvalid(
                "priority",
                with(
                        "nightly",
                        Map.of(),
                        new Running(
                                Duration.ofHours(1), Running.WhenBusy.SKIP, 101, Optional.empty(), List.of(), false)));
        assertInvalid(
                "key",
                with(
                        "nightly",
                        Map.of(),
                        new Running(
                                Duration.ofHours(1), Running.WhenBusy.SKIP, 0, Optional.of(" "), List.of(), false)));
    }

    private void assertInvalid(String where, TaskDefinition definition) {
        assertRefused("task.invalid", where, () -> tasks.save(ANNA, definition, false));
        assertThat(tasks.task(ANNA, definition.name())).isEmpty();
    }

    @Test
    void refusesTasksThatFollowEachOtherInACircle() {
        tasks.saveAll(
                ANNA,
                List.of(
                        Samples.after("third", Condition.SUCCESS, Join.ALL, "second"),
                        Samples.after("second", Condition.ALWAYS, Join.ALL, "first"),
                        Samples.task("first", NIGHTLY)),
                false);

        assertThatThrownBy(() -> tasks.save(ANNA, Samples.after("first", Condition.SUCCESS, Join.ANY, "third"), false))
                .hasMessageContaining("first < third < second < first");
        assertThat(task("first").definition().after()).isEmpty();
    }

    @Test
    void removesATaskUnlessAnotherFollowsIt() {
        tasks.saveAll(
                ANNA,
                List.of(Samples.task("first", NIGHTLY), Samples.after("second", Condition.SUCCESS, Join.ALL, "first")),
                false);

        assertRefused("task.followed", () -> tasks.remove(ANNA, "first"));
        tasks.remove(ANNA, "second");
        tasks.remove(ANNA, "first");
        assertThat(tasks.task(ANNA, "first")).isEmpty();
        assertThat(runs.waitingEnded).hasSize(2);
        assertRefused("task.unknown", () -> tasks.remove(ANNA, "first"));
        tasks.save(ANNA, Samples.task("first", NIGHTLY), false);
        assertThat(task("first").revision()).isEqualTo(1);
    }

    @Test
    void pausesByNameAndByTag() {
        tasks.saveAll(ANNA, List.of(tagged("a", "bank"), tagged("b", "bank", "night"), tagged("c", "banks")), false);

        assertThat(tasks.pause(ANNA, List.of("#bank", "a"), Optional.empty(), "The bank moves"))
                .isEqualTo(2);
        assertThat(task("b").pause()).contains(new Task.Pause(Optional.empty(), "The bank moves", "os:anna"));
        assertThat(task("c").pause()).isEmpty();
        assertThat(tasks.resume(ANNA, List.of("#bank"))).isEqualTo(2);
        assertThat(task("a").pause()).isEmpty();
        assertRefused("task.unknown", () -> tasks.pause(ANNA, List.of("nobody"), Optional.empty(), ""));
        assertRefused("task.pause-over", () -> tasks.pause(ANNA, List.of("a"), Optional.of(clock.instant()), ""));
    }

    @Test
    void endsAPauseByItself() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.pause(ANNA, List.of("nightly"), Optional.of(clock.instant().plusSeconds(60)), "for a minute");
        assertThat(task("nightly").pause()).isPresent();

        clock.advance(Duration.ofSeconds(60));
        assertThat(task("nightly").pause()).isEmpty();
    }

    @Test
    void holdsAllStartsAndTakesTheDatabaseForItsOwnWhenTheyGoOn() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.hold(ANNA, true, "Year-end");
        assertThat(tasks.held(ANNA)).contains("Year-end");
        assertThat(task("nightly").waiting().map(Message::toString)).contains("All starts are held: Year-end");

        tasks.hold(ANNA, false, "");
        assertThat(tasks.held(ANNA)).isEmpty();
        String identity = transactions().reading(tx -> Sql.on(tx.connection(), "select identity from scheduler")
                .one(row -> row.text("identity")));
        assertThat(identity).isEqualTo("here");
    }

    @Test
    void saysWhatATaskWaitsFor() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        assertThat(task("nightly").waiting().map(Message::toString))
                .contains("No node has the executor import just now.");

        addNode();
        assertThat(task("nightly").waiting()).isEmpty();
    }

    @Test
    void startsATaskOnceForTheSameWish() {
        tasks.save(ANNA, active(Samples.task("nightly", NIGHTLY), false), false);

        long run = tasks.start(ANNA, "nightly", Map.of("unit", "fjord"), "wish-1");
        assertThat(tasks.start(ANNA, "nightly", Map.of("unit", "fjord"), "wish-1"))
                .isEqualTo(run);
        assertThat(tasks.start(ANNA, "nightly", Map.of(), "")).isNotEqualTo(run);
        assertThat(events.topics()).containsExactly("task.saved", "task.started", "task.started");
        assertRefused("task.invalid", () -> tasks.start(ANNA, "nightly", Map.of("most", "x"), ""));
        assertRefused("task.unknown", () -> tasks.start(ANNA, "nobody", Map.of(), ""));
    }

    @Test
    void makesUpForTimesOfThePastThatHadNoRun() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        Instant from = Instant.parse("2026-05-01T00:00:00Z");
        Instant to = Instant.parse("2026-05-11T00:00:00Z");

        assertRefused("task.backfill-too-much", () -> tasks.backfill(ANNA, "nightly", from, to, 9));
        assertThat(tasks.backfill(ANNA, "nightly", from, to, 10)).hasSize(10);
        assertThat(tasks.backfill(ANNA, "nightly", from, to, 10)).isEmpty();
        assertRefused(
                "task.backfill-future",
                () -> tasks.backfill(ANNA, "nightly", from, clock.instant().plusSeconds(1), 10));
    }

    @Test
    void unlocksATask() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);

        assertThat(tasks.unlock(ANNA, "nightly")).isEqualTo(1);
        assertThat(runs.runningEnded).containsExactly(task("nightly").id());
    }

    @Test
    void readsBackWhatItExports() {
        tasks.saveAll(
                ANNA,
                List.of(
                        Samples.task("first", "every 15 minutes"),
                        Samples.task("second", "every other tuesday at 9"),
                        Samples.rich("third")),
                false);
        String text = tasks.exportText(ANNA, List.of());
        Instant from = clock.instant();
        var before = tasks.preview(ANNA, task("third").definition().timing(), from, 100);
        clock.advance(Duration.ofDays(100));

        assertThat(tasks.importText(ANNA, text, "tasks.yaml", false)).containsExactly("first", "second", "third");
        assertThat(task("third").revision()).isEqualTo(1);
        tasks.remove(ANNA, "third");
        tasks.remove(ANNA, "second");
        tasks.remove(ANNA, "first");
        assertThat(tasks.exportText(ANNA, List.of())).isEqualTo("tasks: []\n");
        tasks.importText(ANNA, text, "tasks.yaml", false);
        assertThat(tasks.exportText(ANNA, List.of())).isEqualTo(text);
        assertThat(task("third").definition()).isEqualTo(Samples.rich("third"));
        assertThat(tasks.preview(ANNA, task("third").definition().timing(), from, 100))
                .isEqualTo(before);
    }

    @Test
    void importsAllOrNoneAndSaysTheLine() {
        String text = """
            units: []
            tasks:
              - name: second
                executor: import
                zone: Europe/Oslo
                after:
                  tasks:
                    - first
              - name: first
                executor: import
                zone: Europe/Oslo
                schedule: every day at 6
                lock: PT0S
            """;

        assertRefused("task.invalid", "tasks.yaml:9: lock", () -> tasks.importText(ANNA, text, "tasks.yaml", false));
        assertThat(tasks.exportText(ANNA, List.of())).isEqualTo("tasks: []\n");
        assertThat(tasks.importText(ANNA, text.replace("PT0S", "PT5M"), "tasks.yaml", false))
                .containsExactly("second", "first");
        assertThat(task("first").definition().owner()).isEqualTo("os:anna");
    }

    @Test
    void showsWhatWillRunWithWhatFollowsIt() {
        tasks.saveAll(
                ANNA,
                List.of(
                        Samples.task("first", "cron:0 12 * * *"),
                        Samples.task("other", "cron:30 11 * * *"),
                        Samples.after("second", Condition.SUCCESS, Join.ALL, "first", "other"),
                        Samples.after("third", Condition.ALWAYS, Join.ANY, "first", "other"),
                        Samples.after("alarm", Condition.FAILURE, Join.ANY, "first")),
                false);

        List<Expected> expected =
                tasks.outlook(ANNA, Instant.parse("2026-06-02T00:00:00Z"), Instant.parse("2026-06-03T00:00:00Z"), 100);
        assertThat(expected)
                .extracting(run -> run.start() + " " + run.task() + " " + run.follows())
                .containsExactly(
                        "2026-06-02T09:30:00Z other ",
                        "2026-06-02T09:30:00Z third other",
                        "2026-06-02T10:00:00Z first ",
                        "2026-06-02T10:00:00Z second first",
                        "2026-06-02T10:00:00Z third first");
        assertThat(tasks.outlook(ANNA, clock.instant(), clock.instant().plusSeconds(1 << 20), 3))
                .hasSize(3);
    }

    @Test
    void keepsToPermissions() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        Caller reader = new Caller("os:per", Set.of(Permission.TASK_READ), Set.of(), Locale.ENGLISH, Origin.SHELL);
        Caller editor = new Caller("os:per", Set.of(Permission.TASK_EDIT), Set.of(), Locale.ENGLISH, Origin.SHELL);

        assertThat(tasks.task(reader, "nightly")).isPresent();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> tasks.save(reader, Samples.task("x", NIGHTLY), false),
                () -> tasks.activate(reader, "nightly", false),
                () -> tasks.remove(editor, "nightly"),
                () -> tasks.start(reader, "nightly", Map.of(), ""),
                () -> tasks.hold(editor, true, ""),
                () -> tasks.unlock(reader, "nightly"),
                () -> tasks.task(editor, "nightly"))) {
            assertThatThrownBy(call).isInstanceOf(PermissionDenied.class);
        }
        assertRefused("task.invalid", "owner", () -> tasks.save(editor, Samples.task("x", NIGHTLY), false));
        tasks.save(editor, described(Samples.task("nightly", NIGHTLY), "still Anna's"), false);
    }

    @Test
    void savesManyAtOnce() {
        List<TaskDefinition> many = IntStream.range(0, 2500)
                .mapToObj(number -> Samples.task("task-" + number, "cron:" + number % 60 + " 6 * * *"))
                .toList();
        tasks.saveAll(ANNA, many, false);

        assertThat(task("task-2499").next()).contains(Instant.parse("2026-06-02T04:39:00Z"));
        assertThat(audit.acts()).hasSize(1);
        assertRefused(
                "task.invalid", "task a: name", () -> tasks.saveAll(ANNA, List.of(tagged("a"), tagged("a")), false));
    }

    @Test
    void saysSchedulesOfOtherProgramsAsText() {
        var foreign = new ForeignSchedule(
                ForeignSchedule.Format.CRONTAB,
                "0 6 * * 1-5 /usr/local/bin/fetch-files\n@reboot /bin/true\n",
                "crontab",
                "import",
                "source",
                Map.of("unit", "fjord"),
                "Europe/Oslo",
                "");
        var translated = tasks.translate(ANNA, foreign);

        assertThat(translated.names()).containsExactly("fetch-files");
        assertThat(translated.problems()).extracting(Problem::code).containsExactly("task.unsaid");
        assertThat(tasks.importText(ANNA, translated.text(), "crontab", false)).containsExactly("fetch-files");
        assertThat(task("fetch-files").definition().parameters())
                .isEqualTo(Map.of("source", "/usr/local/bin/fetch-files", "unit", "fjord"));
    }

    @Test
    void showsTheNextTimesOfAScheduleBeforeItIsSaved() {
        assertThat(tasks.preview(ANNA, Timing.of("0 6 * * 1-5", "Europe/Oslo"), clock.instant(), 3))
                .extracting(firing -> firing.local() + " " + firing.zone() + " " + firing.instant())
                .containsExactly(
                        "2026-06-02T06:00 Europe/Oslo 2026-06-02T04:00:00Z",
                        "2026-06-03T06:00 Europe/Oslo 2026-06-03T04:00:00Z",
                        "2026-06-04T06:00 Europe/Oslo 2026-06-04T04:00:00Z");
        assertThatThrownBy(() -> tasks.preview(ANNA, Timing.never("UTC"), clock.instant(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesDownWhatAnEditLeavesUndone() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        clock.advance(Duration.ofDays(3));
        tasks.save(ANNA, Samples.task("nightly", "cron:0 7 * * *"), false);
        clock.advance(Duration.ofDays(2));
        tasks.activate(ANNA, "nightly", false);

        List<String> dropped = transactions().reading(tx -> Sql.on(
                        tx.connection(),
                        "select revision, state, nominal_at, nominal_end_at, times from run_history order by id")
                .list(row -> row.number("revision") + " " + row.text("state") + " " + row.instant("nominal_at") + " "
                        + row.instant("nominal_end_at") + " " + row.number("times")));
        assertThat(dropped)
                .containsExactly(
                        "1 MISSED 2026-06-02T04:30:00Z 2026-06-04T04:30:00Z 3",
                        "2 MISSED 2026-06-05T05:00:00Z 2026-06-06T05:00:00Z 2");
    }

    @Test
    void givesDispatchersTheDefinitionThatHolds() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        long id = task("nightly").id();
        StoredPlans plans = new StoredPlans();

        assertThat(revision(plans, id)).contains(1);
        tasks.save(ANNA, Samples.task("nightly", "cron:0 7 * * *"), false);
        assertThat(revision(plans, id)).contains(2);
        tasks.remove(ANNA, "nightly");
        assertThat(revision(plans, id)).isEmpty();
    }

    private Optional<Integer> revision(StoredPlans plans, long id) {
        return transactions()
                .reading(tx -> Optional.ofNullable(plans.now(tx, List.of(id)).get(id))
                        .map(task -> task.plan().revision()));
    }

    @Test
    void listsTasksAsRecords() {
        tasks.saveAll(
                ANNA,
                List.of(
                        tagged("a", "bank"),
                        active(tagged("b", "bank"), false),
                        tagged("c", "bank", "night"),
                        Samples.after("d", Condition.SUCCESS, Join.ALL, "a")),
                false);
        tasks.pause(ANNA, List.of("c"), Optional.empty(), "");
        clock.advance(Duration.ofHours(24));
        TaskRecords records = new TaskRecords(transactions(), clock) {};

        assertThat(names(records, RecordQuery.first(100)))
                .containsExactly("a waiting", "b off", "c paused", "d waiting");
        addNode();
        assertThat(names(records, RecordQuery.first(100))).containsExactly("a late", "b off", "c paused", "d on");
        assertThat(names(records, RecordQuery.first(1).where("state", "on"))).containsExactly("d on");
        assertThat(names(records, RecordQuery.first(9).where("tags", "night"))).containsExactly("c paused");
        assertThat(names(records, RecordQuery.first(9).where("owner", "os:kari")))
                .isEmpty();
        assertThat(names(records, new RecordQuery(Map.of(), 2, "b"))).containsExactly("c paused", "d on");
        assertThat(records.list(ANNA, RecordQuery.first(1)).rows().get(0))
                .contains("cron:30 6 * * *", "Europe/Oslo", Instant.parse("2026-06-02T04:30:00Z"), "os:anna");
        assertRefused(
                "record.column", () -> records.list(ANNA, RecordQuery.first(1).where("zone", "UTC")));
    }

    private static List<String> names(TaskRecords records, RecordQuery query) {
        return records.list(ANNA, query).rows().stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }

    private void addNode() {
        transactions().inTransaction(tx -> Sql.on(tx.connection(), """
            insert into node (name, labels, executors, version, started_at, lease_until, gone)
            values ('n1', '', ' import ', '1', ?, ?, false)\
            """)
                .with(clock.instant(), clock.instant().plusSeconds(15))
                .update());
    }

    @Test
    void changesATaskThatFollowsOthersAndLeavesTheChainAlone() {
        tasks.save(ANNA, Samples.task("first", NIGHTLY), false);
        tasks.save(ANNA, Samples.after("then", Condition.SUCCESS, Join.ALL, "first"), false);
        tasks.save(ANNA, described(Samples.after("then", Condition.SUCCESS, Join.ALL, "first"), "changed"), false);

        assertThat(task("then").revision()).isEqualTo(2);
        List<Long> parents = transactions().reading(tx -> Sql.on(tx.connection(), "select parent_id from task_follows")
                .list(row -> row.number("parent_id")));
        assertThat(parents).containsExactly(task("first").id());
    }
}
