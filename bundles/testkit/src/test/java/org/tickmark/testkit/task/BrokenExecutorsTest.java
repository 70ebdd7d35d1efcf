package org.tickmark.testkit.task;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;
import org.tickmark.api.task.TaskExecutor;

/** Each rule of the contract catches the executors that break it. */
class BrokenExecutorsTest {
    /** A test of the contract. */
    @FunctionalInterface
    interface Rule {
        void check(TaskExecutorContract contract) throws Exception;
    }

    /** The contract over a broken executor. */
    private static final class ContractOver extends TaskExecutorContract {
        private final LetterExecutor broken;

        ContractOver(LetterExecutor broken) {
            this.broken = broken;
        }

        @Override
        protected TaskExecutor executor() {
            return broken;
        }

        @Override
        protected FakeTaskRun goodRun() {
            return to("Anna");
        }

        @Override
        protected FakeTaskRun failingRun() {
            return to("nowhere");
        }

        @Override
        protected Optional<FakeTaskRun> longRun() {
            return Optional.of(to(""));
        }

        @Override
        protected Object outside() {
            return broken.box();
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(1);
        }

        private FakeTaskRun to(String name) {
            return FakeTaskRun.of(new LetterExecutor(), Map.of("to", name, "stamp", "seal"))
                    .secret("seal", LetterExecutor.STAMP);
        }
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @MethodSource
    void catches(String number, String fault, Rule rule, LetterExecutor broken) {
        assertThatThrownBy(() -> rule.check(new ContractOver(broken)))
                .as("%s over an executor that breaks it: %s", number, fault)
                .isInstanceOfAny(AssertionError.class, RuntimeException.class)
                .isNotInstanceOf(TestAbortedException.class);
    }

    static Stream<Arguments> catches() {
        Rule te01 = TaskExecutorContract::te01_describesItsParameters;
        Rule te02 = TaskExecutorContract::te02_keepsNothingAndServesManyThreads;
        Rule te03 = TaskExecutorContract::te03_stopsWhenAsked;
        Rule te03Interrupt = TaskExecutorContract::te03_letsAnInterruptEndIt;
        Rule te04 = TaskExecutorContract::te04_canBeRunAgain;
        Rule te05 = TaskExecutorContract::te05_failsWithAnException;
        Rule te06 = TaskExecutorContract::te06_tellsNoSecret;
        return Stream.of(
                broken("TE-01", te01, new BrokenExecutors.ChangesItsParameters()),
                broken("TE-01", te01, new BrokenExecutors.NamesTwoThingsAlike()),
                broken("TE-01", te01, new BrokenExecutors.HasAnImpossibleDefault()),
                broken("TE-01", te01, new BrokenExecutors.ExplainsNothing()),
                broken("TE-02", te02, new BrokenExecutors.KeepsRuns()),
                broken("TE-02", te02, new BrokenExecutors.CountsAllRuns()),
                broken("TE-03", te03, new BrokenExecutors.NeverAsksToStop()),
                broken("TE-03", te03, new BrokenExecutors.StopsAsIfDone()),
                broken("TE-03", te03Interrupt, new BrokenExecutors.SwallowsInterrupts()),
                broken("TE-04", te04, new BrokenExecutors.PostsAgain()),
                broken("TE-04", te04, new BrokenExecutors.RefusesASecondAttempt()),
                broken("TE-05", te05, new BrokenExecutors.ReportsFailureAsResult()),
                broken("TE-05", te05, new BrokenExecutors.FailsWithoutAWord()),
                broken("TE-05", te05, new BrokenExecutors.ReturnsNothing()),
                broken("TE-06", te06, new BrokenExecutors.LogsTheSecret()),
                broken("TE-06", te06, new BrokenExecutors.PassesTheSecretOn()),
                broken("TE-06", te06, new BrokenExecutors.FailsWithTheSecret()));
    }

    private static Arguments broken(String number, Rule rule, LetterExecutor executor) {
        return arguments(number, executor.getClass().getSimpleName(), rule, executor);
    }
}
