package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.host.tasks.After.Condition;
import org.tickmark.api.host.tasks.After.Join;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks.Revision;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.task.ScheduleTable.Next;

/** What saving, changing and removing tasks promises, on either database. */
abstract class TasksSuite extends TasksFixture {
    private Optional<Next> due(String name) {
        long id = task(name).id();
        return transactions().reading(tx -> ScheduleTable.next(tx.connection(), id));
    }

    private List<String> warnings(TaskDefinition definition) {
        return tasks.save(ANNA, definition, false).stream().map(Problem::code).toList();
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

    private void assertInvalid(String where, TaskDefinition definition) {
        assertRefused("task.invalid", where, () -> tasks.save(ANNA, definition, false));
        assertThat(tasks.task(ANNA, definition.name())).isEmpty();
    }

    @Test
    void keepsATaskWithItsNextTimeAndTellsOfIt() {
        assertThat(warnings(Samples.task("nightly", "every day at 06:30"))).isEmpty();

        Task task = task("nightly");
        assertThat(task.definition().timing().schedule()).isEqualTo("task:weekly on MO,TU,WE,TH,FR,SA,SU at 06:30");
        assertThat(task.revision()).isEqualTo(1);
        assertThat(task.next()).contains(Instant.parse("2026-06-02T04:30:00Z"));
        assertThat(due("nightly").map(Next::nominal)).contains(Instant.parse("2026-06-02T04:30:00Z"));
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

        assertThat(due("nightly").map(Next::nominal)).contains(Instant.parse("2026-06-02T04:30:00Z"));
    }

    @Test
    void makesNothingDueAgainByAnEditOfTheTimes() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        clock.advance(Duration.ofDays(3));
        tasks.save(ANNA, Samples.task("nightly", "cron:0 7 * * *"), false);

        assertThat(due("nightly").map(Next::nominal)).contains(Instant.parse("2026-06-05T05:00:00Z"));
    }

    @Test
    void beginsNowWhenItIsSwitchedOnAgain() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.activate(ANNA, "nightly", false);
        assertThat(due("nightly")).isEmpty();

        clock.advance(Duration.ofDays(3));
        tasks.activate(ANNA, "nightly", true);
        assertThat(due("nightly").map(Next::nominal)).contains(Instant.parse("2026-06-05T04:30:00Z"));
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
        assertThat(due("fortnightly").map(Next::nominal)).contains(Instant.parse("2026-06-02T07:00:00Z"));
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

    @Test
    void a22_refusesTasksThatFollowEachOtherInACircle() {
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
    void asksForTheExecutorsOnceForMany() {
        List<TaskDefinition> many = IntStream.range(0, 200)
                .mapToObj(number -> Samples.task("task-" + number, NIGHTLY))
                .toList();
        executorsAskedFor = 0;
        tasks.saveAll(ANNA, many, true);
        assertThat(executorsAskedFor).isEqualTo(1);
    }

    @Test
    void tellsTheFirstOfManyThatIsWrong() {
        List<TaskDefinition> many = IntStream.range(0, 2500)
                .mapToObj(number -> Samples.task("task-" + number, number < 120 ? NIGHTLY : "every Tusday"))
                .toList();
        assertRefused("task.invalid", "task task-120: schedule", () -> tasks.saveAll(ANNA, many, false));
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
