package org.tickmark.benchmarks.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final FullEngine.Recurring EACH_MINUTE = new FullEngine.Recurring(FIRST, Duration.ofMinutes(1));

    @Test
    void timesBeforeTheEndAreCounted() {
        assertThat(EACH_MINUTE.until(FIRST)).isZero();
        assertThat(EACH_MINUTE.until(FIRST.plusMillis(1))).isEqualTo(1);
        assertThat(EACH_MINUTE.until(FIRST.plusSeconds(60))).isEqualTo(1);
        assertThat(EACH_MINUTE.until(FIRST.plusSeconds(61))).isEqualTo(2);
        assertThat(EACH_MINUTE.time(1)).isEqualTo(FIRST.plusSeconds(60));
    }

    @Test
    void aTimeWithoutARunIsToldOf() {
        Tally tally = Tally.of(1, 3);
        tally.run(0);

        assertThat(check(tally)).get().asString().startsWith("1 times were not run");
    }

    @Test
    void aRunWithoutATimeIsToldOf() {
        Tally tally = Tally.of(1, 3);
        tally.run(0);
        tally.run(0);
        tally.run(0);

        assertThat(check(tally)).get().asString().endsWith("1 runs had no time");
    }

    @Test
    void eachTimeOnceIsRight() {
        Tally tally = Tally.of(1, 3);
        tally.run(0);
        tally.run(0);

        assertThat(check(tally)).isEmpty();
    }

    @Test
    void aRunBeforeItsTimeIsToldOf() {
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofSeconds(2).toNanos(), Duration.ofSeconds(1).toNanos());

        assertThat(latencies.departure()).contains("1 began before their time");
    }

    @Test
    void aPlanStaysAsItWasWhenItWasFirstAskedFor() {
        AtomicReference<Instant> now = new AtomicReference<>(FIRST);
        SteadyPlan plan = new SteadyPlan(2, now::get);
        FullEngine.Recurring first = plan.apply(0);
        now.set(FIRST.plusSeconds(3600));

        assertThat(plan.apply(0)).isEqualTo(first);
        assertThat(first.first()).isAfter(FIRST).isBefore(FIRST.plusSeconds(10).plus(first.every()));
        assertThat(plan.apply(1).first()).isAfter(now.get());
    }

    private static Optional<String> check(Tally tally) {
        Instant end = FIRST.plusSeconds(90);
        return new Steady.Check(tally, 1, number -> EACH_MINUTE, new Moments()).departure(FIRST, end, end);
    }
}
