package org.tickmark.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.scheduler.run.FakeTasks.idle;
import static org.tickmark.scheduler.run.FakeTasks.minutely;
import static org.tickmark.scheduler.run.FakeTasks.with;
import static org.tickmark.scheduler.run.RunsFixture.START;

import java.time.Duration;
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
    private Transactions transactions;
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

    @Test
    void showsTheLogFromALineOn() {
        fixture.tasks.add(minutely("a"), START);
        long id = fixture.claimOne().id();
        transactions.inTransaction(tx -> {
            LogTable.insert(
                    tx.connection(),
                    List.of(
                            new LogTable.Line(id, 1, START, Severity.INFO, "one"),
                            new LogTable.Line(id, 2, START, Severity.WARNING, "two")));
            return id;
        });

        assertThat(runs.log(ANNA, id, 0, 10)).extracting(Runs.LogLine::text).containsExactly("one", "two");
        assertThat(runs.log(ANNA, id, 1, 10)).extracting(Runs.LogLine::severity).containsExactly(Severity.WARNING);
        assertThatThrownBy(() -> runs.log(ANNA, 999_999, 0, 10)).isInstanceOf(TickmarkException.class);
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

        retention.forgetOld(START.plus(Duration.ofDays(11)));
        assertThat(fixture.count("run_history")).isEqualTo(2);
        retention.forgetOld(START.plus(Duration.ofDays(21)));
        assertThat(fixture.count("run_history where state = 'SUCCEEDED'")).isEqualTo(1);
        assertThat(fixture.count("run_history")).isEqualTo(1);
    }
}
