package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @ValueSource(strings = {"20250106", "20250106T090000", "20250106T080000Z", "TZID=Europe/Oslo:20250106T090000"})
    void writesWhatItRead(String text) {
        assertThat(Moment.parse(text)).hasToString(text);
    }

    @Test
    void keepsTheFourKindsApart() {
        LocalDateTime nine = LocalDateTime.of(2025, 1, 6, 9, 0);
        assertThat(Moment.parse("20250106")).isEqualTo(Moment.of(LocalDate.of(2025, 1, 6)));
        assertThat(Moment.parse("20250106T090000")).isEqualTo(Moment.of(nine));
        assertThat(Moment.parse("TZID=Europe/Oslo:20250106T090000")).isEqualTo(Moment.of(nine, OSLO));
        assertThat(Moment.parse("20250106T090000Z")).isEqualTo(Moment.of(Instant.parse("2025-01-06T09:00:00Z")));
    }

    @Test
    void readsAGapWithTheOffsetBeforeItAndKeepsTheWallClock() {
        var moment = (Moment.Zoned) Moment.parse("TZID=Europe/Oslo:20250330T023000");
        assertThat(moment.wallClock()).isEqualTo(LocalDateTime.of(2025, 3, 30, 2, 30));
        assertThat(moment.instant()).isEqualTo(Instant.parse("2025-03-30T01:30:00Z"));
    }

    @Test
    void tellsTheTwoInstantsOfAnOverlapApart() {
        var first = (Moment.Zoned) Moment.parse("TZID=Europe/Oslo:20251026T023000");
        assertThat(first.instant()).isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
        var second = (Moment.Zoned) Moment.of(Instant.parse("2025-10-26T01:30:00Z"), OSLO);
        assertThat(second.wallClock()).isEqualTo(first.wallClock());
        assertThat(second.offset()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(second.instant()).isEqualTo(Instant.parse("2025-10-26T01:30:00Z"));
    }

    @Test
    void refusesAnOffsetThatTheZoneDoesNotHave() {
        assertThatThrownBy(() -> new Moment.Zoned(LocalDateTime.of(2025, 1, 6, 9, 0), OSLO, ZoneOffset.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one of [+01:00]");
    }

    @Test
    void refusesFractionsAndFarYears() {
        assertThatThrownBy(() -> Moment.of(LocalDateTime.of(2025, 1, 6, 9, 0, 0, 1)))
                .hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> Moment.of(LocalDate.of(10_000, 1, 1))).hasMessageContaining("from 1 to 9999");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | 0  | expected a moment
            2025-01-06                  | 0  | expected a moment
            2025x106                    | 4  | expected a digit
            00000106                    | 0  | year 0
            20250106 090000             | 8  | expected T
            20250106T090000+            | 0  | expected a moment
            TZID=Europe/Oslo            | 16 | expected a colon
            TZID=Nowhere/Town:20250106T090000 | 5 | is not known
            TZID=Europe/Oslo:20250106   | 17 | expected a time
            """)
    void refusesWithPlaceAndExpectation(String text, int position, String reason) {
        assertThatThrownBy(() -> Moment.parse(text))
                .isInstanceOfSatisfying(RuleSyntaxException.class, refusal -> assertThat(refusal.position())
                        .isEqualTo(position))
                .hasMessageContaining(reason);
    }
}
