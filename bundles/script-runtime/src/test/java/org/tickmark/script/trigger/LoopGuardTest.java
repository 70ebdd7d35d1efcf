package org.tickmark.script.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.script.Triggers;
import org.tickmark.testkit.ManualClock;

class LoopGuardTest {
    private final ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
    private final LoopGuard guard = new LoopGuard(clock);

    @Test
    void a21_whatGoesOnAboutEverNewThingsIsStopped() {
        for (int round = 0; round < Triggers.MOST; round++) {
            assertThat(guard.allows("loop", "task/" + round)).isTrue();
        }

        assertThat(guard.allows("loop", "task/more")).isFalse();
        assertThat(guard.allows("other", "task/more")).isTrue();
    }

    @Test
    void aMinuteLaterItMayGoOn() {
        for (int round = 0; round <= Triggers.MOST_OF_SUBJECT; round++) {
            guard.allows("loop", "task/x");
        }
        assertThat(guard.allows("loop", "task/x")).isFalse();

        clock.advance(Duration.ofSeconds(61));

        assertThat(guard.allows("loop", "task/x")).isTrue();
    }

    @Test
    void subjectsOfLongAgoAreForgotten() {
        for (int round = 0; round < 30_000; round++) {
            guard.allows("t" + round, "x");
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(guard.remembered()).isLessThan(12_000);
    }
}
