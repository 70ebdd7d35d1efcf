package org.tickmark.testkit.macro;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;

/** Each rule of the contract catches the actions that break it. */
class BrokenActionsTest {
    /** A test of the contract. */
    @FunctionalInterface
    interface Rule {
        void check(MacroActionContract contract) throws Exception;
    }

    /** The contract over a broken action. */
    private static final class ContractOver extends MacroActionContract {
        private final StampAction broken;

        ContractOver(StampAction broken) {
            this.broken = broken;
        }

        @Override
        protected MacroAction action() {
            return broken;
        }

        @Override
        protected FakeActionCall goodCall() {
            return FakeActionCall.of(new StampAction(), Map.of("paper", "bill"));
        }

        @Override
        protected FakeActionCall failingCall() {
            return FakeActionCall.of(new StampAction(), Map.of("paper", ""));
        }

        @Override
        protected Object outside() {
            return broken.stamped();
        }
    }

    /** Breaks MA-01: another list every time. */
    private static final class ChangesItsParameters extends StampAction {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<TaskParameter> parameters() {
            return super.parameters().subList(0, 1 + asked.incrementAndGet() % 2);
        }
    }

    /** Breaks MA-01: takes a secret. */
    private static final class TakesASecret extends StampAction {
        @Override
        public List<TaskParameter> parameters() {
            return List.of(TaskParameter.optional("seal", TaskParameter.Type.SECRET, "", Message.verbatim("Seal")));
        }
    }

    /** Breaks MA-02: remembers its uses. */
    private static final class KeepsUses extends StampAction {
        private final List<ActionCall> kept = new ArrayList<>();

        @Override
        public Map<String, String> run(ActionCall call) throws Exception {
            kept.add(call);
            return super.run(call);
        }
    }

    /** Breaks MA-03: stamps in a dry run. */
    private static final class StampsInADryRun extends StampAction {
        @Override
        public Map<String, String> run(ActionCall call) throws Exception {
            if (call.isDryRun()) {
                stamp(call, "dry");
            }
            return super.run(call);
        }
    }

    /** Breaks MA-03: says less in a dry run. */
    private static final class SaysNothingInADryRun extends StampAction {
        @Override
        public Map<String, String> run(ActionCall call) throws Exception {
            Map<String, String> results = super.run(call);
            return call.isDryRun() ? Map.of() : results;
        }
    }

    /** Breaks MA-04: stamps once more. */
    private static final class StampsAgain extends StampAction {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        void stamp(ActionCall call, String paper) {
            super.stamp(call, paper + times.incrementAndGet());
        }
    }

    /** Breaks MA-05: a failure looks like a success. */
    private static final class HidesFailures extends StampAction {
        @Override
        public Map<String, String> run(ActionCall call) {
            try {
                return super.run(call);
            } catch (Exception e) {
                return Map.of();
            }
        }
    }

    /** Breaks MA-06: fails when it should stop. */
    private static final class FailsInsteadOfStopping extends StampAction {
        @Override
        public Map<String, String> run(ActionCall call) throws Exception {
            if (call.cancel().isCancelled()) {
                throw new IllegalStateException("stopped");
            }
            return super.run(call);
        }
    }

    /** Breaks MA-07: leaves a value that it does not name. */
    private static final class LeavesMore extends StampAction {
        @Override
        public Map<String, String> run(ActionCall call) throws Exception {
            super.run(call);
            return Map.of("ink", "dry");
        }
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @MethodSource
    void catches(String number, String fault, Rule rule, StampAction broken) {
        assertThatThrownBy(() -> rule.check(new ContractOver(broken)))
                .as("%s over an action that breaks it: %s", number, fault)
                .isInstanceOfAny(AssertionError.class, RuntimeException.class)
                .isNotInstanceOf(TestAbortedException.class);
    }

    static Stream<Arguments> catches() {
        Rule ma01 = MacroActionContract::ma01_describesItself;
        Rule ma02 = MacroActionContract::ma02_keepsNothingAndServesManyThreads;
        Rule ma03 = MacroActionContract::ma03_changesNothingInADryRun;
        Rule ma04 = MacroActionContract::ma04_doesOnceWhatIsKnown;
        Rule ma05 = MacroActionContract::ma05_failsWithAnException;
        Rule ma06 = MacroActionContract::ma06_stopsWhenAskedOrIsSoonDone;
        Rule ma07 = MacroActionContract::ma07_returnsWhatItNames;
        return Stream.of(
                broken("MA-01", ma01, new ChangesItsParameters()),
                broken("MA-01", ma01, new TakesASecret()),
                broken("MA-02", ma02, new KeepsUses()),
                broken("MA-03", ma03, new StampsInADryRun()),
                broken("MA-03", ma03, new SaysNothingInADryRun()),
                broken("MA-04", ma04, new StampsAgain()),
                broken("MA-05", ma05, new HidesFailures()),
                broken("MA-06", ma06, new FailsInsteadOfStopping()),
                broken("MA-07", ma07, new LeavesMore()));
    }

    private static Arguments broken(String number, Rule rule, StampAction action) {
        return arguments(number, action.getClass().getSimpleName(), rule, action);
    }
}
