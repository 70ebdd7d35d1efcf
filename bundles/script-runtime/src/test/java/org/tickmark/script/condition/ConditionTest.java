package org.tickmark.script.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Map<String, String> VALUES =
            Map.of("state", "FAILED", "amount", "1250.50", "date", "2026-11-27", "text", "it's and (so)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "state = FAILED",
                "state=FAILED",
                "state != OK",
                "amount = 1250.5",
                "amount > 999",
                "amount >= 1250.50 and amount <= 1250.50",
                "date > 2026-11-01",
                "missing = ''",
                "missing != x",
                "text contains \"and (\"",
                "text begins \"it's\" and text ends '(so)'",
                "state = OK or state = FAILED",
                "state = FAILED or state = OK and amount < 0",
                "not (state = OK or amount < 0)",
                "NOT state = OK AND state = FAILED"
            })
    void holds(String text) {
        assertThat(Condition.parse(text).holds(VALUES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = failed",
                "amount < 999",
                "(state = FAILED or state = OK) and amount < 0",
                "not state = FAILED",
                "missing > 0"
            })
    void doesNotHold(String text) {
        assertThat(Condition.parse(text).holds(VALUES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state",
                "state =",
                "= x",
                "state == x",
                "state is x",
                "(a = b",
                "a = b)",
                "a = b c",
                "a = 'b",
                "a = b and",
                "not",
                "a 'contains' b"
            })
    void whatCannotBeReadIsToldWithItsColumn(String text) {
        assertThatThrownBy(() -> Condition.parse(text)).hasMessageContaining("column");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> Condition.parse("(".repeat(10_000) + "a = b" + ")".repeat(10_000)))
                .hasMessageContaining("column");
    }
}
