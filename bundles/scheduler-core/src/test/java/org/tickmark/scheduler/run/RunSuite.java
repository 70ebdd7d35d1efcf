package org.tickmark.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.scheduler.run.FakeTasks.idle;
import static org.tickmark.scheduler.run.FakeTasks.minutely;
import static org.tickmark.scheduler.run.FakeTasks.with;
import static org.tickmark.scheduler.run.FakeTasks.withKey;
import static org.tickmark.scheduler.run.RunsFixture.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.After.Condition;
import org.tickmark.api.host.tasks.After.Join;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.host.tasks.Timing.CatchUp;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.json.JsonTexts;
import org.tickmark.platform.DatabaseFixture;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunSuite {
    private static final Retry THRICE =
            new Retry(2, Duration.ofMinutes(5), Retry.Backoff.DOUBLING, Duration.ofHours(1));

    private final DatabaseFixture database = database();
    private Transactions transactions;
    private RunsFixture runs;

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
        runs = new RunsFixture(transactions);
    }

    // ---------------------------------------------------------------- schedules

    @Test
    void takesATimeThatIsDueAndGivesTheScheduleItsNext() {
        long task = runs.tasks.add(minutely("a"), START);

        ActiveRun run = runs.claimOne();

        assertThat(run.nominal()).isEqualTo(START);
        assertThat(run.cause()).isEqualTo(Cause.SCHEDULE);
        assertThat(run.occurrence()).isEqualTo(task + "@2026-06-01T08:00:00Z");
        assertThat(run.claim().orElseThrow().deadline()).isEqualTo(START.plus(Duration.ofMinutes(10)));
        assertThat(runs.count("due where task_id = ? and due_at = ?", task, START.plusSeconds(60)))
                .isEqualTo(1);
        assertThat(runs.claim()).isEmpty();
    }

    /** Said the moment before it waited for the lock, which another run may have held until after that. */
    @Test
    void saysThatARunBeganWhenItHadItsLocks() {
        runs.tasks.add(minutely("a"), START);

        ActiveRun run = runs.claimFor(Duration.ofSeconds(3)).get(0);

        assertThat(run.claim().orElseThrow().at()).isEqualTo(START.plusSeconds(3));
        assertThat(run.claim().orElseThrow().deadline()).isEqualTo(START.plusSeconds(3 + 600));
    }

    @Test
    void keepsWhatARunBrought() {
        long task = runs.tasks.add(minutely("a"), START);
        assertThat(runs.succeed(runs.claimOne(), Map.of("file", "x"))).isEmpty();

        assertThat(runs.history(task)).containsExactly("SUCCEEDED 08:00");
        assertThat(runs.count("run")).isZero();
        assertThat(runs.count("run_lock")).isZero();
        assertThat(runs.count("task_state where last_state = 'SUCCEEDED' and failures = 0"))
                .isEqualTo(1);
        assertThat(runs.count("run_history where summary = 'done' and data = '{\"file\":\"x\"}'"))
                .isEqualTo(1);
    }

    @Test
    void accountsForEveryTimeThatWentBy() {
        long task = runs.tasks.add(minutely("a"), START);
        runs.minutesLater(10);

        assertThat(runs.claimOne().nominal()).isEqualTo(START.plusSeconds(600));
        assertThat(runs.history(task)).containsExactly("MISSED 08:00 x10");
    }

    @Test
    void makesUpForAllThatWentByOneAfterTheOther() {
        Timing all = new Timing(
                "cron:* * * * *",
                "UTC",
                Timing.Gap.SHIFT,
                Timing.Overlap.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Timing.FreeDays.RUN,
                Duration.ZERO,
                new CatchUp(CatchUp.Policy.ALL, Optional.of(Duration.ofHours(1)), 3));
        long task = runs.tasks.add(with(minutely("a"), all), START);
        runs.minutesLater(10);

        List<Instant> nominal = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ActiveRun run = runs.claimOne();
            nominal.add(run.nominal());
            runs.succeed(run);
        }

        assertThat(nominal).containsExactly(START.plusSeconds(480), START.plusSeconds(540), START.plusSeconds(600));
        assertThat(runs.claim()).isEmpty();
        assertThat(runs.history(task))
                .containsExactly(
                        "MISSED 08:00 x8",
                        "SUCCEEDED 08:08 BACKFILL",
                        "SUCCEEDED 08:09 BACKFILL",
                        "SUCCEEDED 08:10 BACKFILL");
    }

    @Test
    void leavesOutWhatIsDueWhileATaskIsPaused() {
        long task = runs.tasks.add(minutely("a"), START);
        runs.update("insert into task_pause (task_id, reason, paused_by) values (?, 'moving', 'os:anna')", task);

        assertThat(runs.claim()).isEmpty();
        assertThat(runs.history(task)).containsExactly("PAUSED 08:00");
    }

    @Test
    void takesNothingWhileAllStartsAreHeld() {
        long task = runs.tasks.add(minutely("a"), START);
        runs.update("insert into scheduler (id, identity, held, reason) values (1, 'x', true, 'copied')");

        assertThat(runs.claim(runs.node).held()).isTrue();
        assertThat(runs.history(task)).isEmpty();
        runs.update("update scheduler set held = false");
        assertThat(runs.claim()).hasSize(1);
    }

    @Test
    void forgetsTheScheduleOfATaskThatIsGone() {
        long task = runs.tasks.add(minutely("a"), START);
        runs.tasks.remove(task);

        assertThat(runs.claim()).isEmpty();
        assertThat(runs.count("due")).isZero();
    }

    @Test
    void passesOverWhatHasChangedSinceItWasRead() {
        runs.tasks.add(minutely("a"), START);
        List<DueRow> read = transactions.reading(tx -> DueTable.first(tx.connection(), FakeTasks.PLACEMENT, 10));
        assertThat(runs.claim.claim(runs.node, read).runs()).hasSize(1);

        assertThat(runs.claim.claim(runs.node, read).runs()).isEmpty();
    }

    // ---------------------------------------------------------------- busy

    @Test
    void skipsATimeWhileARunIsUnderWay() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();
        runs.minutesLater(1);

        assertThat(runs.claim()).isEmpty();
        runs.succeed(run);
        runs.minutesLater(1);
        assertThat(runs.claimOne().nominal()).isEqualTo(START.plusSeconds(120));
        assertThat(runs.history(task)).containsExactly("SUCCEEDED 08:00", "SKIPPED 08:01");
    }

    @Test
    void letsOneTimeWaitForItsTurnAndANewerOneTakeItsPlace() {
        long task = runs.tasks.add(with(minutely("a"), WhenBusy.QUEUE), START);
        ActiveRun run = runs.claimOne();
        for (int i = 0; i < 3; i++) {
            runs.minutesLater(1);
            assertThat(runs.claim()).isEmpty();
        }
        runs.succeed(run);

        assertThat(runs.claimOne().nominal()).isEqualTo(START.plusSeconds(180));
        assertThat(runs.history(task)).containsExactly("SUCCEEDED 08:00", "SKIPPED 08:01", "SKIPPED 08:02");
        assertThat(runs.count("run_turn")).isZero();
    }

    @Test
    void cancelsTheRunUnderWayForANewerOne() {
        long task = runs.tasks.add(with(minutely("a"), WhenBusy.REPLACE), START);
        ActiveRun run = runs.claimOne();
        runs.minutesLater(1);

        assertThat(runs.claim()).isEmpty();
        assertThat(runs.cancelled).containsExactly(run.id());
        assertThat(runs.count("run where id = ? and cancel_reason is not null", run.id()))
                .isEqualTo(1);
        runs.end(run, RunState.CANCELLED);
        assertThat(runs.claimOne().nominal()).isEqualTo(START.plusSeconds(60));
        assertThat(runs.history(task)).containsExactly("CANCELLED 08:00");
    }

    @Test
    void runsBesideOneAnotherWhereThatIsAllowed() {
        runs.tasks.add(with(minutely("a"), WhenBusy.ALLOW), START);
        runs.claimOne();
        runs.minutesLater(1);
        assertThat(runs.claim()).hasSize(1);
        assertThat(runs.count("run_lock")).isZero();
    }

    @Test
    void neverDropsWhatSomeoneStarted() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();
        long first = runs.startNow(task);
        long second = runs.startNow(task);
        assertThat(runs.claim()).isEmpty();

        runs.succeed(run);
        ActiveRun then = runs.claimOne();
        assertThat(then.id()).isEqualTo(first);
        runs.succeed(then);
        assertThat(runs.claimOne().id()).isEqualTo(second);
    }

    @Test
    void holdsTasksOfOneKeyApart() {
        long one = runs.tasks.add(withKey(minutely("a"), "bank"), START);
        long two = runs.tasks.add(withKey(minutely("b"), "bank"), START);

        ActiveRun first = runs.claimOne();
        assertThat(first.locks()).containsExactly("task:" + first.taskId(), "key:bank");
        runs.succeed(first);
        ActiveRun second = runs.claimOne();
        assertThat(List.of(first.taskId(), second.taskId())).containsExactlyInAnyOrder(one, two);
        runs.succeed(second);
        assertThat(runs.count("run_lock")).isZero();
        assertThat(runs.count("run_turn")).isZero();
    }

    @Test
    void givesNobodyALockWhoLacksTheOther() {
        long one = runs.tasks.add(withKey(idle("a"), "bank"), START);
        long two = runs.tasks.add(withKey(idle("b"), "bank"), START);
        runs.startNow(one);
        ActiveRun first = runs.claimOne();
        runs.startNow(two);
        assertThat(runs.claim()).isEmpty();

        assertThat(runs.count("run_lock where name = ?", "task:" + two)).isZero();
        runs.succeed(first);
        assertThat(runs.claimOne().taskId()).isEqualTo(two);
    }

    // ---------------------------------------------------------------- the right to work

    @Test
    void givesEveryLaterRunAHigherRight() {
        runs.tasks.add(minutely("a"), START);
        long last = 0;
        for (int i = 0; i < 50; i++) {
            ActiveRun run = runs.claimOne();
            assertThat(run.fence()).isGreaterThan(last);
            last = run.fence();
            runs.succeed(run);
            runs.minutesLater(1);
        }
    }

    @Test
    void writesNothingOfARunThatHasLostItsRight() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();
        runs.end(run, RunState.TIMED_OUT);

        assertThat(runs.succeed(run)).containsExactly(run.id());
        assertThat(runs.history(task)).containsExactly("TIMED_OUT 08:00");
        assertThat(runs.count("task_state where last_state = 'TIMED_OUT'")).isEqualTo(1);
    }

    @Test
    void takesAnEndThatWasWrittenForWrittenWhenItIsTriedAgain() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();
        runs.succeed(run);

        assertThat(runs.succeed(run)).isEmpty();
        assertThat(runs.history(task)).hasSize(1);
    }

    @Test
    void findsTheRunsOfAClaimThatNobodyHeardOf() {
        runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();

        assertThat(runs.claim.unheard(runs.node, Set.of(run.id()))).isEmpty();
        assertThat(runs.claim.unheard(runs.node, Set.of())).singleElement().satisfies(found -> {
            assertThat(found.fence()).isEqualTo(run.fence());
            assertThat(found.locks()).isEqualTo(run.locks());
        });
    }

    @Test
    void givesNothingToANodeThatHasEnded() {
        runs.tasks.add(minutely("a"), START);
        transactions.inTransaction(tx -> {
            NodeTable.end(tx.connection(), runs.node);
            return 0;
        });

        assertThatThrownBy(runs::claim).isInstanceOf(NodeGoneException.class);
        assertThat(runs.count("run")).isZero();
        assertThat(runs.claim(runs.newNode()).runs()).hasSize(1);
    }

    @Test
    void takesARunBackThatNeverBegan() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();
        runs.finish.finish(List.of(Ended.givenBack(run, START)));

        ActiveRun again = runs.claimOne();
        assertThat(again.id()).isEqualTo(run.id());
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.fence()).isGreaterThan(run.fence());
        assertThat(runs.history(task)).isEmpty();
    }

    // ---------------------------------------------------------------- further attempts

    @Test
    void triesAgainAfterAFailureUntilItMayNoMore() {
        long task = runs.tasks.add(with(idle("a"), THRICE), START);
        long id = runs.startNow(task);
        runs.fail(runs.claimOne());
        assertThat(runs.claim()).isEmpty();
        runs.minutesLater(5);
        ActiveRun second = runs.claimOne();
        assertThat(second.cause()).isEqualTo(Cause.RETRY);
        assertThat(second.parentId()).isEqualTo(id);
        assertThat(second.occurrence()).isEqualTo(task + "-" + id);
        runs.fail(second);
        runs.minutesLater(9);
        assertThat(runs.claim()).isEmpty();
        runs.minutesLater(1);
        ActiveRun third = runs.claimOne();
        assertThat(third.parentId()).isEqualTo(id);
        runs.fail(third);
        runs.minutesLater(600);

        assertThat(runs.claim()).isEmpty();
        assertThat(runs.history(task))
                .containsExactly("FAILED 08:00 NOW", "FAILED 08:00 RETRY #2", "FAILED 08:00 RETRY #3");
        assertThat(runs.count("task_state where failures = 1")).isEqualTo(1);
    }

    @Test
    void doesNotTryAgainWhatWasCancelled() {
        long task = runs.tasks.add(with(idle("a"), THRICE), START);
        runs.startNow(task);
        runs.end(runs.claimOne(), RunState.CANCELLED);
        assertThat(runs.count("due")).isZero();
    }

    @Test
    void runsOnceMoreWhatWasCutOff() {
        long task = runs.tasks.add(idle("a"), START);
        runs.startNow(task);
        runs.end(runs.claimOne(), RunState.LOST);
        runs.end(runs.claimOne(), RunState.LOST);

        assertThat(runs.claim()).isEmpty();
        assertThat(runs.history(task)).containsExactly("LOST 08:00 NOW", "LOST 08:00 RETRY #2");
    }

    @Test
    void leavesWhatWasCutOffToAPersonWhereItMayRunOnceOnly() {
        Running once = new Running(Duration.ofMinutes(10), WhenBusy.SKIP, 0, Optional.empty(), List.of(), true);
        long task = runs.tasks.add(with(with(idle("a"), once), THRICE), START);
        runs.startNow(task);
        runs.end(runs.claimOne(), RunState.LOST);
        assertThat(runs.count("due")).isZero();
    }

    @Test
    void tellsOfFailuresAndOfTheFirstSuccessAfterThem() {
        long task = runs.tasks.add(idle("a"), START);
        runs.startNow(task);
        runs.fail(runs.claimOne());
        runs.startNow(task);
        runs.succeed(runs.claimOne());
        runs.startNow(task);
        runs.succeed(runs.claimOne());

        assertThat(runs.events.topics()).containsExactly("task.run.failed", "task.run.recovered");
        assertThat(runs.events.recorded().get(0).fields()).containsEntry("final", "true");
        assertThat(runs.events.recorded().get(0).subject()).isEqualTo("task/a");
    }

    // ---------------------------------------------------------------- parts

    @Test
    void endsWhenItsPartsHave() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun whole = runs.claimOne();
        runs.split(whole, "x", "y");

        List<ActiveRun> parts = runs.claim();
        assertThat(parts)
                .extracting(ActiveRun::occurrence)
                .containsExactly(whole.occurrence() + "/x", whole.occurrence() + "/y");
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.parentId()).isEqualTo(whole.id());
            assertThat(JsonTexts.read(part.input().orElseThrow())).containsEntry("from", "parent");
        });
        runs.succeed(parts.get(0));
        assertThat(runs.count("run_lock")).isEqualTo(1);
        runs.succeed(parts.get(1));

        assertThat(runs.history(task))
                .containsExactly("SUCCEEDED 08:00", "SUCCEEDED 08:00 PART", "SUCCEEDED 08:00 PART");
        assertThat(runs.count("run_lock")).isZero();
        assertThat(runs.count("run")).isZero();
    }

    @Test
    void failsWhenAPartFailsForGood() {
        long task = runs.tasks.add(
                with(minutely("a"), new Retry(1, Duration.ZERO, Retry.Backoff.FIXED, Duration.ZERO)), START);
        runs.split(runs.claimOne(), "x", "y");
        List<ActiveRun> parts = runs.claim();
        runs.succeed(parts.get(0));
        runs.fail(parts.get(1));
        ActiveRun again = runs.claimOne();
        assertThat(again.cause()).isEqualTo(Cause.PART);
        assertThat(again.attempt()).isEqualTo(2);
        runs.fail(again);

        assertThat(runs.history(task)).contains("FAILED 08:00");
        assertThat(runs.claimOne().cause()).isEqualTo(Cause.RETRY);
    }

    @Test
    void cancelsPartsWithTheWhole() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun whole = runs.claimOne();
        runs.split(whole, "x", "y");

        assertThat(runs.control.cancel(whole.id(), "enough")).isTrue();
        assertThat(runs.history(task))
                .containsExactlyInAnyOrder("CANCELLED 08:00 PART", "CANCELLED 08:00 PART", "CANCELLED 08:00");
        assertThat(runs.count("run")).isZero();
        assertThat(runs.count("run_lock")).isZero();
    }

    // ---------------------------------------------------------------- chains

    @Test
    void startsWhatFollowsOnceForEachFinalOutcome() {
        long first = runs.tasks.add(with(idle("a"), THRICE), START);
        long second = runs.tasks.add(with(idle("b"), new After(List.of("a"), Condition.ALWAYS, Join.ANY)), START);
        runs.startNow(first);
        runs.fail(runs.claimOne());
        assertThat(runs.claim()).isEmpty();
        runs.minutesLater(5);
        ActiveRun retry = runs.claimOne();
        runs.succeed(retry, Map.of("file", "x"));

        ActiveRun then = runs.claimOne();
        assertThat(then.taskId()).isEqualTo(second);
        assertThat(then.cause()).isEqualTo(Cause.CHAIN);
        assertThat(then.parentId()).isEqualTo(retry.id());
        assertThat(JsonTexts.read(then.input().orElseThrow())).isEqualTo(new TreeMap<>(Map.of("file", "x")));
        assertThat(runs.claim()).isEmpty();
    }

    @Test
    void startsWhatFollowsOnlyForTheOutcomesThatCount() {
        long first = runs.tasks.add(idle("a"), START);
        long good = runs.tasks.add(with(idle("b"), new After(List.of("a"), Condition.SUCCESS, Join.ANY)), START);
        long bad = runs.tasks.add(with(idle("c"), new After(List.of("a"), Condition.FAILURE, Join.ANY)), START);
        runs.startNow(first);
        runs.fail(runs.claimOne());
        ActiveRun after = runs.claimOne();
        assertThat(after.taskId()).isEqualTo(bad);
        runs.succeed(after);
        runs.startNow(first);
        runs.succeed(runs.claimOne());
        assertThat(runs.claimOne().taskId()).isEqualTo(good);
    }

    @Test
    void waitsForAllThatItFollows() {
        long one = runs.tasks.add(idle("a"), START);
        long two = runs.tasks.add(idle("b"), START);
        long last = runs.tasks.add(with(idle("c"), new After(List.of("a", "b"), Condition.SUCCESS, Join.ALL)), START);
        runs.startNow(one);
        runs.succeed(runs.claimOne(), Map.of("n", "1", "a", "x"));
        runs.startNow(one);
        runs.succeed(runs.claimOne(), Map.of("n", "2", "a", "y"));
        assertThat(runs.claim()).isEmpty();
        runs.startNow(two);
        runs.succeed(runs.claimOne(), Map.of("n", "3"));

        ActiveRun then = runs.claimOne();
        assertThat(then.taskId()).isEqualTo(last);
        assertThat(JsonTexts.read(then.input().orElseThrow())).isEqualTo(new TreeMap<>(Map.of("n", "3", "a", "y")));
        runs.succeed(then);
        runs.startNow(two);
        runs.succeed(runs.claimOne());
        assertThat(runs.claim()).isEmpty();
    }

    @Test
    void startsNothingThatIsNotActive() {
        long first = runs.tasks.add(idle("a"), START);
        runs.tasks.add(FakeTasks.inactive(with(idle("b"), new After(List.of("a"), Condition.ALWAYS, Join.ANY))), START);
        runs.startNow(first);
        runs.succeed(runs.claimOne());
        assertThat(runs.claim()).isEmpty();
    }

    @Test
    void putsOffWhatFollowsWhileItIsPaused() {
        long first = runs.tasks.add(idle("a"), START);
        long second = runs.tasks.add(with(idle("b"), new After(List.of("a"), Condition.ALWAYS, Join.ANY)), START);
        runs.update("insert into task_pause (task_id, reason, paused_by) values (?, 'moving', 'os:anna')", second);
        runs.startNow(first);
        runs.succeed(runs.claimOne());
        assertThat(runs.claim()).isEmpty();
        runs.startNow(second);
        runs.succeed(runs.claimOne());

        runs.update("delete from task_pause");
        transactions.inTransaction(tx -> {
            runs.queue.resume(tx, List.of(second), runs.clock.instant());
            return 0;
        });
        assertThat(runs.claimOne().cause()).isEqualTo(Cause.CHAIN);
    }

    // ---------------------------------------------------------------- wishes

    @Test
    void startsTheSameWishOnce() {
        long task = runs.tasks.add(idle("a"), START);
        NewRun run = NewRun.of(task, 1, Cause.NOW, START, 0, FakeTasks.PLACEMENT);
        long first = transactions.inTransaction(tx -> runs.queue.enqueue(tx, run, "w1", START));
        long same = transactions.inTransaction(tx -> runs.queue.enqueue(tx, run, "w1", START));
        long other = transactions.inTransaction(tx -> runs.queue.enqueue(tx, run, "w2", START));

        assertThat(same).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(runs.count("run")).isEqualTo(2);
        assertThat(runs.signalled).hasSize(2);
    }

    @Test
    void endsAWaitingRunAtOnceWhenItIsCancelled() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun running = runs.claimOne();
        long waiting = runs.startNow(task);
        runs.claim();
        long due = runs.startNow(task);

        assertThat(runs.control.cancel(waiting, "enough")).isTrue();
        assertThat(runs.control.cancel(due, "enough")).isTrue();
        assertThat(runs.control.cancel(due, "enough")).isFalse();
        assertThat(runs.history(task)).containsExactly("CANCELLED 08:00 NOW", "CANCELLED 08:00 NOW");
        assertThat(runs.control.cancel(running.id(), "enough")).isTrue();
        assertThat(runs.cancelled).containsExactly(running.id());
        runs.succeed(running);
        assertThat(runs.claim()).isEmpty();
    }

    @Test
    void freesATaskFromItsRuns() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();

        assertThat(runs.control.endRunning(task, "stuck")).isEqualTo(1);
        assertThat(runs.cancelled).containsExactly(run.id());
        assertThat(runs.succeed(run)).containsExactly(run.id());
        assertThat(runs.history(task)).containsExactly("CANCELLED 08:00");
        runs.minutesLater(1);
        assertThat(runs.claim()).hasSize(1);
    }

    // ---------------------------------------------------------------- nodes

    @Test
    void runsAnewWhatALostNodeHadTaken() {
        long task = runs.tasks.add(minutely("a"), START);
        ActiveRun run = runs.claimOne();
        long other = runs.newNode();
        assertThat(runs.control.endLost()).isZero();
        transactions.inTransaction(tx -> NodeTable.endOthers(tx.connection(), other));

        assertThat(runs.control.endLost()).isEqualTo(1);
        ActiveRun again = runs.claim(other).runs().get(0);
        assertThat(again.occurrence()).isEqualTo(run.occurrence());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.fence()).isGreaterThan(run.fence());
        assertThat(runs.succeed(run)).containsExactly(run.id());
        runs.succeed(again);
        assertThat(runs.history(task)).containsExactly("LOST 08:00", "SUCCEEDED 08:00 RETRY #2");
    }

    @Test
    void endsOnlyNodesWhoseLeaseIsOver() {
        long other = runs.newNode();
        Instant later = START.plusSeconds(16);
        transactions.inTransaction(tx -> NodeTable.renew(tx.connection(), other, START.plusSeconds(20)));

        List<Long> ended = transactions.inTransaction(tx -> NodeTable.endExpired(tx.connection(), later));
        assertThat(ended).containsExactly(runs.node);
        boolean renewed = transactions.inTransaction(tx -> NodeTable.renew(tx.connection(), runs.node, later));
        assertThat(renewed).isFalse();
    }

    @Test
    void endsRunsThatOutlivedTheirLocksWithNobodyStoppingThem() {
        long task = runs.tasks.add(minutely("a"), START);
        runs.claimOne();
        assertThat(runs.control.endOverdue(START.plus(Duration.ofMinutes(10)))).isZero();
        assertThat(runs.control.endOverdue(START.plus(Duration.ofMinutes(11)))).isEqualTo(1);
        assertThat(runs.history(task)).containsExactly("TIMED_OUT 08:00");
    }
}
