package org.tickmark.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.scheduler.run.FakeTasks.idle;
import static org.tickmark.scheduler.run.FakeTasks.minutely;
import static org.tickmark.scheduler.run.FakeTasks.with;
import static org.tickmark.scheduler.run.RunsFixture.START;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.LogQuery;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.Table;
import org.tickmark.api.task.Cause;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.host.RecordingAudit;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoredRunsSuite {
    private static final Caller ANNA = Caller.os("anna", Locale.ENGLISH);
    private static final Caller NOBODY = new Caller("x", Set.of(), Set.of(), Locale.ENGLISH, Origin.REST);

    private final DatabaseFixture database = database();
    Transactions transactions;
    private RunsFixture fixture;
    private RecordingAudit audit;
    private StoredRuns runs;
    private RunRecords records;

    abstract DatabaseFixture database();

    @BeforeAll
    void migrate() {
        transactions = database.migrate("org.tickmark.scheduler", RunQueue.class);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        fixture = new RunsFixture(transactions);
        audit = new RecordingAudit();
        runs = new StoredRuns(transactions, fixture.tasks, fixture.control, fixture.queue, audit, fixture.clock);
        records = new RunRecords(transactions) {};
    }

    @Test
    void showsARunWhileItIsUnderWayAndAfter() {
        fixture.tasks.add(minutely("a"), START);
        ActiveRun active = fixture.claimOne();

        Run running = runs.run(ANNA, active.id()).orElseThrow();
        assertThat(running.state()).isEqualTo(RunState.RUNNING);
        assertThat(running.task()).isEqualTo("a");
        assertThat(running.node()).isEqualTo("node");
        assertThat(running.deadline()).contains(START.plus(Duration.ofMinutes(10)));
        fixture.minutesLater(1);
        fixture.succeed(active, Map.of("file", "x"));

        Run ended = runs.run(ANNA, active.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(ended.startedAt()).contains(START);
        assertThat(ended.endedAt()).contains(START.plusSeconds(60));
        assertThat(ended.data()).containsEntry("file", "x");
        assertThat(runs.run(ANNA, 999_999)).isEmpty();
    }

    /** A log of ten lines, every fifth of which went wrong; lines 3 and 4 should be looked at. */
    private long logged() {
        fixture.tasks.add(minutely("a"), START);
        long id = fixture.claimOne().id();
        List<LogTable.Line> lines = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            Severity severity =
                    number % 5 == 0 ? Severity.ERROR : number == 3 || number == 4 ? Severity.WARNING : Severity.INFO;
            lines.add(new LogTable.Line(id, number, START, severity, "File_" + number + ".xml"));
        }
        transactions.inTransaction(tx -> {
            LogTable.insert(tx.connection(), lines);
            LogTable.insert(
                    tx.connection(), List.of(new LogTable.Line(id + 1, 1, START, Severity.ERROR, "of another run")));
            return id;
        });
        return id;
    }

    private List<Long> lines(long id, LogQuery query) {
        return runs.log(ANNA, id, query).stream().map(Runs.LogLine::number).toList();
    }

    @Test
    void showsBothEndsOfALogAndWhatLiesBetween() {
        long id = logged();
        assertThat(lines(id, LogQuery.first(3))).containsExactly(1L, 2L, 3L);
        assertThat(lines(id, LogQuery.last(3))).containsExactly(8L, 9L, 10L);
        assertThat(lines(id, LogQuery.first(3).after(4))).containsExactly(5L, 6L, 7L);
        assertThat(lines(id, LogQuery.last(3).before(4))).containsExactly(1L, 2L, 3L);
        assertThat(lines(id, LogQuery.last(5).after(2).before(5))).containsExactly(3L, 4L);
        assertThat(runs.log(ANNA, id, LogQuery.last(1)))
                .containsExactly(new Runs.LogLine(10, START, Severity.ERROR, "File_10.xml"));
        assertThatThrownBy(() -> runs.log(ANNA, 999_999, LogQuery.first(1))).isInstanceOf(TickmarkException.class);
    }

    @Test
    void showsTheHeavierLinesOfALog() {
        long id = logged();
        LogQuery last = LogQuery.last(3);
        assertThat(lines(id, last.atLeast(Severity.WARNING))).containsExactly(4L, 5L, 10L);
        assertThat(lines(id, last.atLeast(Severity.ERROR))).containsExactly(5L, 10L);
        assertThat(lines(id, LogQuery.first(3).atLeast(Severity.WARNING))).containsExactly(3L, 4L, 5L);
        assertThat(lines(id, last.atLeast(Severity.WARNING).before(5))).containsExactly(3L, 4L);
    }

    @Test
    void looksForATextInALogAsItStands() {
        long id = logged();
        assertThat(lines(id, LogQuery.last(9).holding("file_1"))).containsExactly(1L, 10L);
        assertThat(lines(id, LogQuery.last(9).holding("file%1"))).isEmpty();
        assertThat(lines(id, LogQuery.last(9).holding("FILE_").atLeast(Severity.ERROR)))
                .containsExactly(5L, 10L);
    }

    @Test
    void tellsWhichRunsBelongTogether() {
        Retry once = new Retry(1, Duration.ZERO, Retry.Backoff.FIXED, Duration.ZERO);
        long task = fixture.tasks.add(with(idle("a"), once), START);
        long first = fixture.startNow(task);
        fixture.fail(fixture.claimOne());
        ActiveRun second = fixture.claimOne();
        fixture.split(second, "x", "y");
        List<Long> parts = fixture.claim().stream().map(ActiveRun::id).toList();
        long other = fixture.startNow(task);

        List<Long> family = List.of(first, second.id(), parts.get(0), parts.get(1));
        assertThat(together(first)).isEqualTo(family);
        assertThat(together(second.id())).isEqualTo(family);
        assertThat(together(parts.get(1))).isEqualTo(family);
        assertThat(together(other)).containsExactly(other);
    }

    @Test
    void tellsWhatARunFollowedAndWhatFollowedIt() {
        fixture.tasks.add(minutely("a"), START);
        long next = fixture.tasks.add(
                with(idle("b"), new After(List.of("a"), After.Condition.SUCCESS, After.Join.ANY)), START);
        ActiveRun run = fixture.claimOne();
        fixture.succeed(run);
        ActiveRun follower = fixture.claimOne();

        assertThat(follower.taskId()).isEqualTo(next);
        assertThat(together(run.id())).containsExactly(run.id(), follower.id());
        assertThat(together(follower.id())).containsExactly(run.id(), follower.id());
    }

    private List<Long> together(long id) {
        return runs.together(ANNA, id).stream().map(Run::id).toList();
    }

    @Test
    void tellsHowLongTasksUsuallyTake() {
        fixture.tasks.add(minutely("a"), START);
        fixture.tasks.add(idle("b"), START);
        for (int seconds : List.of(10, 30, 20)) {
            ActiveRun run = fixture.claimOne();
            fixture.clock.advance(Duration.ofSeconds(seconds));
            fixture.succeed(run);
            fixture.clock.advance(Duration.ofSeconds(60 - seconds));
        }
        assertThat(runs.usual(ANNA, List.of("a", "b", "none"))).containsExactly(Map.entry("a", Duration.ofSeconds(20)));
    }

    @Test
    void keepsWhoRanSomethingAgain() {
        long id = fixture.startNow(fixture.tasks.add(idle("a"), START));
        fixture.fail(fixture.claimOne());
        long again = runs.retry(ANNA, id);

        assertThat(runs.run(ANNA, id).orElseThrow().startedBy()).isEmpty();
        assertThat(runs.run(ANNA, again).orElseThrow().startedBy()).isEqualTo("os:anna");
        fixture.succeed(fixture.claimOne());
        assertThat(runs.run(ANNA, again).orElseThrow().startedBy()).isEqualTo("os:anna");
    }

    @Test
    void listsByHowRunsStandAndWhatTheyHold() {
        fixture.tasks.add(minutely("a"), START);
        ActiveRun failed = fixture.claimOne();
        fixture.fail(failed);
        fixture.minutesLater(1);
        ActiveRun running = fixture.claimOne();

        assertThat(keys(RecordQuery.first(10).where("outcome", "failed"))).containsExactly(failed.id());
        assertThat(keys(RecordQuery.first(10).where("outcome", "under-way"))).containsExactly(running.id());
        assertThat(keys(RecordQuery.first(10).where("outcome", "failed").where("state", "running")))
                .isEmpty();
        assertThat(keys(RecordQuery.first(10).holding("FOR A"))).containsExactly(failed.id());
        assertThat(keys(RecordQuery.first(10).holding("a"))).containsExactly(running.id(), failed.id());
    }

    private List<Object> keys(RecordQuery query) {
        return records.list(ANNA, query).rows().stream().map(row -> row.get(0)).toList();
    }

    @Test
    void waitsForTheLastAttempt() {
        Retry once = new Retry(1, Duration.ZERO, Retry.Backoff.FIXED, Duration.ZERO);
        long id = fixture.startNow(fixture.tasks.add(with(idle("a"), once), START));
        assertThat(runs.await(ANNA, id, Duration.ZERO, CancelToken.NEVER).state())
                .isEqualTo(RunState.WAITING);
        fixture.fail(fixture.claimOne());
        assertThat(runs.await(ANNA, id, Duration.ZERO, CancelToken.NEVER).attempt())
                .isEqualTo(2);
        fixture.succeed(fixture.claimOne());

        Run last = runs.await(ANNA, id, Duration.ofMinutes(1), CancelToken.NEVER);
        assertThat(last.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(last.attempt()).isEqualTo(2);
    }

    @Test
    void cancelsARunOnceAndWritesDownWhoDid() {
        long id = fixture.startNow(fixture.tasks.add(idle("a"), START));
        runs.cancel(ANNA, id, "enough");

        assertThat(runs.run(ANNA, id).orElseThrow().summary()).contains("enough");
        assertThat(audit.actions()).containsExactly("run.cancel");
        assertThatThrownBy(() -> runs.cancel(ANNA, id, "again")).hasMessageContaining("ended");
    }

    @Test
    void runsAgainWhatFailed() {
        long id = fixture.startNow(fixture.tasks.add(idle("a"), START));
        fixture.fail(fixture.claimOne());
        long again = runs.retry(ANNA, id);

        Run waiting = runs.run(ANNA, again).orElseThrow();
        assertThat(waiting.cause()).isEqualTo(Cause.RETRY);
        assertThat(waiting.attempt()).isEqualTo(2);
        assertThat(waiting.parent()).isEqualTo(id);
        fixture.succeed(fixture.claimOne());
        assertThatThrownBy(() -> runs.retry(ANNA, again)).hasMessageContaining("Only a run that failed");
    }

    @Test
    void runsWhatWasDropped() {
        long task = fixture.tasks.add(minutely("a"), START);
        ActiveRun first = fixture.claimOne();
        fixture.minutesLater(1);
        fixture.claim();
        fixture.succeed(first);
        long skipped = records.list(ANNA, RecordQuery.first(10).where("state", "skipped")).rows().stream()
                .mapToLong(row -> (Long) row.get(0))
                .findFirst()
                .orElseThrow();
        runs.retry(ANNA, skipped);

        ActiveRun run = fixture.claimOne();
        assertThat(run.cause()).isEqualTo(Cause.BACKFILL);
        assertThat(run.occurrence()).isEqualTo(task + "@2026-06-01T08:01:00Z");
    }

    @Test
    void countsHowRunsWent() {
        fixture.tasks.add(minutely("a"), START);
        for (int i = 1; i <= 4; i++) {
            ActiveRun run = fixture.claimOne();
            fixture.clock.advance(Duration.ofSeconds(i * 10L));
            if (i == 4) {
                fixture.fail(run);
            } else {
                fixture.succeed(run);
            }
            fixture.clock.set(START.plusSeconds(i * 60L));
        }
        Runs.Statistics figures = runs.statistics(ANNA, "a", START);

        assertThat(figures.succeeded()).isEqualTo(3);
        assertThat(figures.failed()).isEqualTo(1);
        assertThat(figures.median()).isEqualTo(Duration.ofSeconds(20));
        assertThat(figures.slowest()).isEqualTo(Duration.ofSeconds(30));
        assertThat(figures.late()).isEqualTo(Duration.ZERO);
    }

    @Test
    void letsOnlyTheHolderOfTheRightCommit() {
        fixture.tasks.add(minutely("a"), START);
        ActiveRun run = fixture.claimOne();
        transactions.inTransaction(tx -> {
            runs.verify(tx, run.id(), run.fence());
            return 0;
        });
        fixture.end(run, RunState.TIMED_OUT);

        assertThatThrownBy(() -> transactions.inTransaction(tx -> {
                    runs.verify(tx, run.id(), run.fence());
                    return 0;
                }))
                .hasMessageContaining("lost its right");
    }

    @Test
    void listsTheNewestFirst() {
        fixture.tasks.add(minutely("a"), START);
        fixture.tasks.add(idle("b"), START);
        ActiveRun first = fixture.claimOne();
        fixture.succeed(first);
        fixture.minutesLater(1);
        ActiveRun second = fixture.claimOne();

        Table all = records.list(ANNA, RecordQuery.first(10));
        assertThat(all.rows()).extracting(row -> row.get(0)).containsExactly(second.id(), first.id());
        assertThat(all.rows()).extracting(row -> row.get(3).toString()).containsExactly("running", "succeeded");
        assertThat(records.list(ANNA, RecordQuery.first(10).where("task", "b")).rows())
                .isEmpty();
        assertThat(records.list(ANNA, new RecordQuery(Map.of(), 10, String.valueOf(second.id())))
                        .rows())
                .hasSize(1);
        assertThatThrownBy(() -> records.list(ANNA, RecordQuery.first(1).where("node", "x")))
                .isInstanceOf(TickmarkException.class);
    }

    @Test
    void listsNodes() {
        fixture.tasks.add(minutely("a"), START);
        fixture.claimOne();
        Table nodes = new NodeRecords(transactions) {}.list(
                ANNA, RecordQuery.first(10).where("name", "node"));
        assertThat(nodes.rows()).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isEqualTo(fixture.node);
            assertThat(row.get(7)).isEqualTo(1L);
        });
    }

    @Test
    void showsFigures() {
        fixture.update("insert into placement (id, executor, labels) values (?, 'fake', '')", FakeTasks.PLACEMENT);
        fixture.tasks.add(minutely("a"), START);
        fixture.fail(fixture.claimOne());
        fixture.minutesLater(3);

        assertThat(transactions.<List<String>>reading(
                        tx -> MetricTable.families(tx.connection(), fixture.clock.instant()).stream()
                                .flatMap(family -> family.samples().stream()
                                        .map(sample -> family.name() + sample.labels() + (long) sample.value()))
                                .toList()))
                .containsExactly(
                        "tickmark_runs_due{}1",
                        "tickmark_runs_late{}1",
                        "tickmark_runs_under_way{}0",
                        "tickmark_task_failures{task=a}1",
                        "tickmark_task_next_run_timestamp_seconds{task=a}"
                                + START.plusSeconds(60).getEpochSecond(),
                        "tickmark_tasks_failing{}1");
    }

    @Test
    void refusesThoseWhoMayNot() {
        assertThatThrownBy(() -> runs.run(NOBODY, 1)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> runs.cancel(NOBODY, 1, "")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> runs.retry(NOBODY, 1)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> records.list(NOBODY, RecordQuery.first(1))).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void holdsACopyUntilSomeoneLetsItGoOn() {
        assertThat(identify("jdbc:one")).isFalse();
        assertThat(identify("jdbc:one")).isFalse();
        assertThat(identify("jdbc:two")).isTrue();

        fixture.tasks.add(minutely("a"), START);
        assertThat(fixture.claim(fixture.node).held()).isTrue();
        String reason =
                transactions.reading(tx -> SchedulerTable.held(tx.connection()).orElseThrow());
        assertThat(reason).isEqualTo("a copy");
    }

    private boolean identify(String identity) {
        return transactions.inTransaction(tx -> SchedulerTable.identify(tx, identity, "a copy"));
    }

    @Test
    void forgetsWhatIsOldButTheLastRunOfATask() {
        fixture.tasks.add(minutely("a"), START);
        fixture.succeed(fixture.claimOne());
        fixture.minutesLater(1);
        fixture.fail(fixture.claimOne());
        fixture.minutesLater(1);
        fixture.succeed(fixture.claimOne());
        Retention retention = new Retention(transactions, Duration.ofDays(10), Duration.ofDays(20));

        fixture.update("insert into run_starter select id, 'os:anna' from run_history");
        retention.forgetOld(START.plus(Duration.ofDays(11)));
        assertThat(fixture.count("run_history")).isEqualTo(2);
        retention.forgetOld(START.plus(Duration.ofDays(21)));
        assertThat(fixture.count("run_history where state = 'SUCCEEDED'")).isEqualTo(1);
        assertThat(fixture.count("run_history")).isEqualTo(1);
        assertThat(fixture.count("run_starter")).isEqualTo(1);
    }
}
