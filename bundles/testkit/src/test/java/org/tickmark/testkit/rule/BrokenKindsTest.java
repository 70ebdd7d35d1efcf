package org.tickmark.testkit.rule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.api.rule.RuleKind;

/** Each rule of the contract catches the kinds that break it. */
class BrokenKindsTest {
    /** A test of the contract. */
    @FunctionalInterface
    interface Rule {
        void check(RuleKindContract contract) throws Exception;
    }

    /** The contract over a broken kind. */
    private static final class ContractOver extends RuleKindContract {
        private final RuleKind broken;

        ContractOver(RuleKind broken) {
            this.broken = broken;
        }

        @Override
        protected RuleKind kind() {
            return broken;
        }

        @Override
        protected FakeRuleRun goodRun() {
            return SameAmountKindContractTest.rows(new SameAmountKind());
        }
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @MethodSource
    void catches(String number, String fault, Rule rule, RuleKind broken) {
        assertThatThrownBy(() -> rule.check(new ContractOver(broken)))
                .as("%s over a kind that breaks it: %s", number, fault)
                .isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
    }

    static Stream<Arguments> catches() {
        Rule rk01 = RuleKindContract::rk01_describesItsParameters;
        Rule rk02 = RuleKindContract::rk02_keepsNothingAndServesManyThreads;
        Rule rk03 = RuleKindContract::rk03_goesByContentsAlone;
        Rule rk04 = RuleKindContract::rk04_matchesExactly;
        Rule rk05 = RuleKindContract::rk05_choosesNotAmongRowsAlike;
        Rule rk06 = RuleKindContract::rk06_saysWhy;
        Rule rk07 = RuleKindContract::rk07_stopsWhenAsked;
        return Stream.of(
                broken("RK-01", rk01, new BrokenKinds.ChangesItsParameters()),
                broken("RK-01", rk01, new BrokenKinds.NamesTwoThingsAlike()),
                broken("RK-01", rk01, new BrokenKinds.HasAnImpossibleStandard()),
                broken("RK-01", rk01, new BrokenKinds.ExplainsNothing()),
                broken("RK-02", rk02, new BrokenKinds.KeepsRuns()),
                broken("RK-02", rk02, new BrokenKinds.TiresAfterSomeRuns()),
                broken("RK-03", rk03, new BrokenKinds.ForgetsEverySecondTime()),
                broken("RK-03", rk03, new BrokenKinds.PrefersEvenNumbers()),
                broken("RK-04", rk04, new BrokenKinds.MatchesOneRowTooMany()),
                broken("RK-04", rk04, new BrokenKinds.MatchesTwice()),
                broken("RK-04", rk04, new BrokenKinds.InventsRows()),
                broken("RK-04", rk04, new BrokenKinds.FindsNothing()),
                broken("RK-05", rk05, new BrokenKinds.TakesTheFirst()),
                broken("RK-06", rk06, new BrokenKinds.GivesNoReason()),
                broken("RK-06", rk06, new BrokenKinds.DoubtsWithoutAWord()),
                broken("RK-07", rk07, new BrokenKinds.NeverAsksToStop()),
                broken("RK-07", rk07, new BrokenKinds.StopsAsIfDone()));
    }

    private static Arguments broken(String number, Rule rule, RuleKind kind) {
        return arguments(number, kind.getClass().getSimpleName(), rule, kind);
    }
}
