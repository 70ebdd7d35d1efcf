package org.tickmark.benchmarks.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {
    @ParameterizedTest
    @EnumSource(CommonRule.class)
    void allLibrariesGiveTheSameOccurrencesAndTheSameOneAfterTwentyYears(CommonRule rule) {
        for (Clock clock : Clock.values()) {
            assertThat(Agreement.departure(rule, clock)).isEmpty();
        }
    }
}
