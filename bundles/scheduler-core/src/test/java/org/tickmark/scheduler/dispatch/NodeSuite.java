package org.tickmark.scheduler.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.scheduler.dispatch.NodeFixture.START;
import static org.tickmark.scheduler.dispatch.NodeFixture.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskResult;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.scheduler.dispatch.NodeOptions.Sharing;
import org.tickmark.scheduler.run.DueTable;
import org.tickmark.testkit.ManualClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NodeSuite {
    private final DatabaseFixture database = database();
    private Transactions transactions;
    private ManualClock clock;
    private NodeFixture one;

    abstract DatabaseFixture database();

    @BeforeAll
    void migrate() {
        transactions = database.migrate("org.tickmark.scheduler", Node.class);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void start() {
        NodeFixture.empty(transactions);
        clock = ManualClock.at(START);
        one = new NodeFixture(transactions, clock, Sharing.SHARED);
        one.node.join();
    }

    private void later(Duration span) {
        clock.advance(span);
    }

    // ---------------------------------------------------------------- what a run does

    @Test
    void runsWhatIsDueAndKeepsWhatItBrought() {
        one.executor("greet", run -> done().items(2, 3)
                .passing(Map.of("said", run.parameters().get("greeting"))));
        long run = one.wish("a", one.task("a", "greet", Map.of()));

        one.work();

        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
        assertThat(one.column("select data as it from run_history where sent = 2 and received = 3"))
                .containsExactly("{\"said\":\"hello\"}");
    }

    @Test
    void handsTheExecutorWhatItAsksFor() {
        List<Object> seen = new ArrayList<>();
        one.executor("greet", run -> {
            seen.add(run.task());
            seen.add(run.parameters());
            seen.add(run.caller());
            seen.add(run.secret("password").orElseThrow());
            seen.add(run.nominal());
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of("count", "7", "password", "door")));

        one.work();

        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
        assertThat(seen)
                .containsExactly(
                        "a",
                        Map.of("count", "7", "password", "door", "greeting", "hello"),
                        Caller.os("anna", Locale.ENGLISH).through(Origin.TASK),
                        new char[] {'x'},
                        START);
    }

    @Test
    void runsInTheNameOfItsOwnerWithTheRightsHeldWhenItBegins() {
        List<Caller> seen = new ArrayList<>();
        one.executor("greet", run -> {
            seen.add(run.caller());
            return done();
        });
        one.owner = "user:kari";
        long task = one.task("a", "greet", Map.of());
        User kari = new User(
                "kari",
                "",
                "",
                Set.of(Role.OPERATOR),
                new TreeSet<>(Set.of("100")),
                Optional.of(Locale.forLanguageTag("nb")));
        one.users.put("kari", standing(kari, Optional.empty()));
        one.wish("a", task);
        one.work();
        one.users.put("kari", standing(kari.with(Set.of(Role.VIEWER)), Optional.empty()));
        one.wish("a", task);
        one.work();

        assertThat(seen)
                .containsExactly(
                        kari.caller(Locale.ENGLISH, Origin.TASK),
                        kari.with(Set.of(Role.VIEWER)).caller(Locale.ENGLISH, Origin.TASK));
    }

    @Test
    void failsARunWhoseOwnerMayNotSignIn() {
        one.executor("greet", run -> done());
        one.owner = "user:kari";
        long task = one.task("a", "greet", Map.of());
        User kari = new User("kari", "", "", Set.of(Role.ADMIN), new TreeSet<>(), Optional.empty());
        one.users.put("kari", standing(kari, Optional.of("on leave")));
        long locked = one.wish("a", task);
        one.work();
        one.users.clear();
        long removed = one.wish("a", task);
        one.work();

        assertThat(List.of(one.state(locked), one.state(removed))).containsOnly("FAILED");
        assertThat(one.column("select problem as it from run_history"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("owner.unknown", "user:kari"));
    }

    private static UserStatus standing(User user, Optional<String> lockReason) {
        return new UserStatus(user, lockReason, true, START, Optional.empty(), 1);
    }

    @Test
    void failsARunWhoseParameterHasNoValueItMayHave() {
        one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of("count", "many")));

        one.work();

        assertThat(one.state(run)).isEqualTo("FAILED");
        assertThat(one.column("select problem as it from run_history"))
                .singleElement()
                .asString()
                .contains("many");
    }

    @Test
    void keepsWhyARunFailed() {
        one.executor("greet", run -> {
            throw Problem.error("greet.mute", Message.verbatim("Nobody listens."))
                    .exception();
        });
        one.executor("break", run -> {
            throw new IllegalStateException("broken");
        });
        one.executor("forget", run -> null);
        one.wish("a", one.task("a", "greet", Map.of()));
        one.wish("b", one.task("b", "break", Map.of()));
        one.wish("c", one.task("c", "forget", Map.of()));

        one.work();

        assertThat(one.column("select state as it from run_history"))
                .containsOnly("FAILED")
                .hasSize(3);
        assertThat(one.column("select problem as it from run_history order by id"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("greet.mute", "Nobody listens."),
                        second -> assertThat(second).contains("java.lang.IllegalStateException", "broken"),
                        third -> assertThat(third).contains("task.result"));
    }

    @Test
    void keepsTheLogAndSaysThatItIsFull() {
        one.executor("greet", run -> {
            run.log().info("one\ntwo");
            run.log().warn("\u001B[1;31mbell\u001B[0m\u0007");
            run.log().info("four");
            run.log().info("five");
            run.log().info("six");
            return done();
        });
        one.wish("a", one.task("a", "greet", Map.of()));
        one.work();

        assertThat(one.column("select line as it from run_log order by number"))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("one"),
                        line -> assertThat(line).isEqualTo("two"),
                        line -> assertThat(line).isEqualTo("bell\uFFFD"),
                        line -> assertThat(line).isEqualTo("four"),
                        line -> assertThat(line).contains("full"));
    }

    @Test
    void tellsHowFarARunIs() {
        one.executor("greet", run -> {
            run.progress().update(Message.verbatim("counting"), 3, 10);
            one.node.writeLogs();
            assertThat(one.column("select progress as it from run")).containsExactly("counting 3/10");
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.work();
        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
    }

    @Test
    void splitsARunIntoPartsThatItWaitsFor() {
        one.executor(
                "greet",
                run -> run.cause() == Cause.PART
                        ? done()
                        : done().splitInto(List.of(
                                new TaskResult.Part("x", Map.of()), new TaskResult.Part("y", Map.of()))));
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.work();

        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
        assertThat(one.column("select state as it from run_history")).hasSize(3).containsOnly("SUCCEEDED");
    }

    // ---------------------------------------------------------------- what a node can run

    @Test
    void takesOnlyWhatItHasAnExecutorAndLabelsFor() {
        long absent = one.wish("a", one.task("a", "absent", Map.of()));
        long south = one.wish("b", one.task("b", "greet", Map.of(), "south"));
        long north = one.wish("c", one.task("c", "greet", Map.of(), "north"));
        one.executor("greet", run -> done());
        one.work();

        assertThat(one.state(absent)).isEqualTo("WAITING");
        assertThat(one.state(south)).isEqualTo("WAITING");
        assertThat(one.state(north)).isEqualTo("SUCCEEDED");
        one.executor("absent", run -> done());
        one.work();
        assertThat(one.state(absent)).isEqualTo("SUCCEEDED");
    }

    @Test
    void doesNotTakeWhatItHearsOfAndHasNoExecutorFor() {
        one.executor("greet", run -> done());
        one.work();
        long first = one.wish("a", one.task("a", "absent", Map.of()));
        one.node.dispatch();
        long second = one.wish("b", one.task("b", "absent", Map.of()));
        int before = one.transactions.get();
        one.node.dispatch();

        assertThat(one.taken).isEmpty();
        assertThat(one.state(first)).isEqualTo("WAITING");
        assertThat(one.state(second)).isEqualTo("WAITING");
        assertThat(one.transactions).hasValue(before);
    }

    @Test
    void findsWhatNobodyToldItOfOnceThatComesFirst() {
        one.executor("greet", run -> done());
        one.wish("a", one.task("a", "greet", Map.of()));
        one.work();
        NodeFixture silent = new NodeFixture(transactions, clock, Sharing.SHARED);
        long run = silent.wish("b", silent.task("b", "greet", Map.of()));
        one.node.dispatch();
        assertThat(one.taken).isEmpty();

        later(Duration.ofSeconds(6));
        one.node.heartbeat();
        one.node.poll(Duration.ofSeconds(5));
        one.work();

        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
    }

    @Test
    void saysWhatItCanRun() {
        one.executor("greet", run -> done());
        one.executor("count", run -> done());
        one.node.announce();
        assertThat(one.column("select executors as it from node")).containsExactly(" count greet ");
    }

    @Test
    void givesBackARunWhoseExecutorWentBeforeItBegan() {
        TaskExecutor executor = one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        Execution execution = one.take();
        one.executors.remove(executor);
        one.node.perform(execution);
        one.node.finish();

        assertThat(one.state(run)).isEqualTo("WAITING");
        one.executor("greet", again -> done());
        one.work();
        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
        assertThat(one.column("select attempt || '' as it from run_history")).containsExactly("1");
    }

    @Test
    void takesNoMoreThanItHasWorkersFor() {
        one.executor("greet", run -> done());
        for (String name : List.of("a", "b", "c", "d")) {
            one.wish(name, one.task(name, "greet", Map.of()));
        }
        one.node.dispatch();
        assertThat(one.taken).hasSize(2);
        one.node.dispatch();
        assertThat(one.taken).hasSize(2);
    }

    @Test
    void takesShortRunsManyAtOnce() {
        one.executor("greet", run -> done());
        one.whenBusy = Running.WhenBusy.ALLOW;
        one.wishes("a", one.task("a", "greet", Map.of()), 1000);
        one.meanwhile = one::perform;

        one.transactions.set(0);
        for (int rounds = 0; rounds < 20; rounds++) {
            one.node.dispatch();
            one.perform();
            one.node.finish();
        }

        assertThat(one.column("select id || '' as it from run_history")).hasSize(1000);
        assertThat(one.transactions).hasValueLessThan(40);
    }

    @Test
    void takesNoLongRunsAhead() {
        one.executor("greet", run -> done());
        one.whenBusy = Running.WhenBusy.ALLOW;
        one.wishes("a", one.task("a", "greet", Map.of()), 100);

        one.node.dispatch();
        for (int ended = 1; ended <= 20; ended++) {
            one.node.perform(one.taken.remove());
            one.node.dispatch();
            assertThat(one.taken).hasSizeLessThanOrEqualTo(4);
        }
    }

    // ---------------------------------------------------------------- stopping

    @Test
    void endsARunThatOutlivesItsLockAndCountsNothingOfItAfter() {
        one.executor("greet", run -> {
            later(Duration.ofMinutes(11));
            // Its lease goes on meanwhile.
            one.node.heartbeat();
            one.node.watch();
            assertThat(run.cancel().isCancelled()).isTrue();
            one.node.finish();
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.node.finish();

        assertThat(one.state(run)).isEqualTo("TIMED_OUT");
        assertThat(one.column("select state as it from run_history")).containsExactly("TIMED_OUT");
    }

    @Test
    void endsARunAsCancelledThatStopsWhenSomeoneWishes() {
        one.executor("greet", run -> {
            assertThat(one.control.cancel(run.id(), "enough")).isTrue();
            one.node.dispatch();
            run.cancel().throwIfCancelled();
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.node.finish();

        assertThat(one.state(run)).isEqualTo("CANCELLED");
    }

    @Test
    void hearsOfAWishThatAnotherNodeTook() {
        NodeFixture other = new NodeFixture(transactions, clock, Sharing.SHARED);
        one.executor("greet", run -> {
            other.control.cancel(run.id(), "enough");
            one.node.housekeep();
            one.node.dispatch();
            run.cancel().throwIfCancelled();
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.node.finish();

        assertThat(one.state(run)).isEqualTo("CANCELLED");
    }

    @Test
    void interruptsARunThatDoesNotStopAndGivesItUpAtLast() {
        one.executor("greet", run -> {
            one.control.cancel(run.id(), "enough");
            one.node.dispatch();
            later(Duration.ofSeconds(11));
            one.node.heartbeat();
            one.node.watch();
            assertThat(Thread.interrupted()).isTrue();
            later(Duration.ofSeconds(11));
            one.node.heartbeat();
            one.node.watch();
            assertThat(one.replaced).isEqualTo(1);
            one.node.finish();
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.node.finish();

        assertThat(one.state(run)).isEqualTo("CANCELLED");
    }

    @Test
    void givesBackWhatWaitsTooLongForAWorker() {
        one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.take();
        later(Duration.ofSeconds(3));
        one.node.watch();
        one.node.finish();
        assertThat(one.state(run)).isEqualTo("WAITING");
    }

    @Test
    void givesBackWhatHasNotBegunWhenItStops() {
        one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.take();
        assertThat(one.node.stopping(false)).isZero();
        one.node.finish();
        one.node.leave();

        assertThat(one.state(run)).isEqualTo("WAITING");
        assertThat(one.column("select name as it from node where gone")).hasSize(1);
        assertThat(one.node.dispatch()).isEqualTo(DueTable.NEVER);
    }

    @Test
    void runsAnewWhatItCutOffBecauseTheExecutorWent() {
        TaskExecutor[] leaving = new TaskExecutor[1];
        leaving[0] = one.executor("greet", run -> {
            one.executors.remove(leaving[0]);
            assertThat(one.node.leaving(leaving[0], true)).isEqualTo(1);
            run.cancel().throwIfCancelled();
            return done();
        });
        one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.node.finish();
        assertThat(one.column("select state as it from run_history")).containsExactly("LOST");
        one.executor("greet", run -> done());
        one.work();
        assertThat(one.column("select state as it from run_history order by id"))
                .containsExactly("LOST", "SUCCEEDED");
    }

    // ---------------------------------------------------------------- several nodes, and what gets lost

    @Test
    void takesOverFromANodeThatIsNotHeardOf() {
        NodeFixture two = new NodeFixture(transactions, clock, Sharing.SHARED);
        two.node.join();
        one.executor("greet", run -> done());
        two.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        Execution stalled = one.take();
        later(Duration.ofSeconds(14));
        two.node.heartbeat();
        two.node.housekeep();
        assertThat(one.state(run)).isEqualTo("RUNNING");
        later(Duration.ofSeconds(2));
        two.node.housekeep();
        two.work();

        assertThat(one.state(run)).isEqualTo("LOST");
        assertThat(one.column("select state as it from run_history order by id"))
                .containsExactly("LOST", "SUCCEEDED");
        one.node.perform(stalled);
        one.node.finish();
        assertThat(one.column("select state as it from run_history order by id"))
                .containsExactly("LOST", "SUCCEEDED");
    }

    /** Seed 80688 of the simulation: a node that had stood still ended itself, and crashed before it took over its own runs. */
    @Test
    void takesOverFromANodeThatWasEndedByOneThatCrashedThen() {
        NodeFixture two = new NodeFixture(transactions, clock, Sharing.SHARED);
        two.node.join();
        one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.take();
        later(Duration.ofSeconds(5));
        two.node.heartbeat();
        two.node.housekeep();
        later(Duration.ofSeconds(11));
        one.commitsUntilLostReply = 0;
        assertThatThrownBy(one.node::housekeep).hasMessage("The reply is lost");
        assertThat(one.state(run)).isEqualTo("RUNNING");

        two.node.housekeep();
        assertThat(one.state(run)).isEqualTo("LOST");
    }

    @Test
    void letsGoOfItsRunsWhenItCannotBeHeardOf() {
        one.executor("greet", run -> {
            later(Duration.ofSeconds(11));
            one.node.watch();
            assertThat(run.cancel().isCancelled()).isTrue();
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        assertThat(one.node.finish()).isZero();
        assertThat(one.state(run)).isEqualTo("RUNNING");
        assertThat(one.node.dispatch()).isEqualTo(DueTable.NEVER);

        later(Duration.ofSeconds(5));
        one.node.heartbeat();
        one.node.housekeep();
        assertThat(one.state(run)).isEqualTo("LOST");
        assertThat(one.column("select name as it from node")).hasSize(2);
    }

    @Test
    void startsTheRunsOfAClaimWhoseReplyWasLost() {
        one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.dispatch();
        one.taken.clear();
        // The run of the next claim is committed, and nobody hears of it.
        long next = one.wish("b", one.task("b", "greet", Map.of()));
        one.commitsUntilLostReply = 0;
        assertThatThrownBy(one.node::dispatch).hasMessage("The reply is lost");
        assertThat(one.taken).isEmpty();
        one.work();

        assertThat(one.state(next)).isEqualTo("SUCCEEDED");
        assertThat(one.state(run)).isEqualTo("RUNNING");
    }

    @Test
    void writesAnEndOnceThoughTheReplyWasLost() {
        one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.commitsUntilLostReply = 0;
        assertThatThrownBy(one.node::finish).hasMessage("The reply is lost");
        assertThat(one.node.finish()).isEqualTo(1);

        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
        assertThat(one.column("select state as it from run_history")).hasSize(1);
    }

    @Test
    void writesALogOnceThoughTheReplyWasLost() {
        one.executor("greet", run -> {
            run.log().info("hello");
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.commitsUntilLostReply = 0;
        assertThatThrownBy(one.node::writeLogs).hasMessage("The reply is lost");
        assertThat(one.node.finish()).isEqualTo(1);

        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
        assertThat(one.column("select line as it from run_log")).containsExactly("hello");
    }

    @Test
    void splitsARunOnceThoughTheReplyWasLost() {
        one.executor(
                "greet",
                run -> run.cause() == Cause.PART
                        ? done()
                        : done().splitInto(List.of(new TaskResult.Part("x", Map.of()))));
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.commitsUntilLostReply = 0;
        assertThatThrownBy(one.node::finish).hasMessage("The reply is lost");
        one.node.finish();
        one.work();

        assertThat(one.state(run)).isEqualTo("SUCCEEDED");
        assertThat(one.column("select occurrence as it from run_history where cause = 'PART'"))
                .hasSize(1);
    }

    @Test
    void recordsNoSuccessOfARunThatOutlivedItsLockThoughNobodyLookedAfterIt() {
        one.executor("greet", run -> {
            later(Duration.ofMinutes(11));
            one.node.heartbeat();
            return done();
        });
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.node.perform(one.take());
        one.node.finish();

        assertThat(one.state(run)).isEqualTo("TIMED_OUT");
    }

    @Test
    void looksAfterTheRunsOfTheProcessBeforeItWhereItIsAlone() {
        one.executor("greet", run -> done());
        long run = one.wish("a", one.task("a", "greet", Map.of()));
        one.take();
        NodeFixture next = new NodeFixture(transactions, clock, Sharing.ALONE);
        next.executor("greet", again -> done());
        assertThat(next.node.housekeep())
                .as("before it has ended those before it")
                .isFalse();
        next.node.join();
        assertThat(next.node.housekeep()).isTrue();
        next.work();

        assertThat(one.state(run)).isEqualTo("LOST");
        assertThat(one.column("select state as it from run_history order by id"))
                .containsExactly("LOST", "SUCCEEDED");
    }

    @Test
    void asksNothingOfTheDatabaseWhileNothingIsDueWhereItIsAlone() {
        NodeFixture alone = new NodeFixture(transactions, clock, Sharing.ALONE);
        alone.executor("greet", run -> done());
        alone.node.join();
        alone.task("a", "greet", Map.of());
        alone.node.dispatch();
        alone.node.housekeep();
        int before = alone.transactions.get();
        for (int i = 0; i < 100; i++) {
            later(Duration.ofMinutes(10));
            assertThat(alone.node.dispatch()).isEqualTo(DueTable.NEVER);
            alone.node.watch();
            alone.node.housekeep();
        }
        assertThat(alone.transactions.get()).isEqualTo(before);
    }
}
