package org.tickmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private static final Instant SUNDAY_MORNING = Instant.parse("2026-11-22T07:00:00Z");

    @Test
    void standsUntilItIsMoved() {
        ManualClock clock = ManualClock.at(SUNDAY_MORNING);

        assertThat(clock.instant()).isEqualTo(SUNDAY_MORNING);

        clock.advance(Duration.ofMinutes(90));
        assertThat(clock.instant()).isEqualTo("2026-11-22T08:30:00Z");

        clock.set(SUNDAY_MORNING);
        assertThat(clock.instant()).isEqualTo(SUNDAY_MORNING);
    }

    @Test
    void movesTheClocksOfOtherZonesWithIt() {
        ManualClock clock = ManualClock.at("2026-11-22T07:00:00Z");
        Clock oslo = clock.withZone(ZoneId.of("Europe/Oslo"));

        clock.advance(Duration.ofHours(1));

        assertThat(LocalDateTime.now(oslo)).isEqualTo("2026-11-22T09:00:00");
    }
}
