package org.tickmark.benchmarks.scheduling;

import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** How late things were. */
final class Latencies {
    private static final int DIGITS = 3;
    /** Engines that wait for whole milliseconds begin a little early, and clocks are compared but once. */
    private static final long EARLY_NANOS = 5_000_000;

    private static final long MICRO = 1000;
    private static final double MILLI = 1e3;

    private final Histogram micros = new Histogram(DIGITS);
    private int early;

    /** Something that should have been at one moment was at another, by {@link System#nanoTime}. */
    void add(long intended, long was) {
        if (was < intended - EARLY_NANOS) {
            early++;
        }
        micros.recordValue(Math.max(0, was - intended) / MICRO);
    }

    /** What is wrong: some things were before their time. */
    Optional<String> departure() {
        return early == 0 ? Optional.empty() : Optional.of(early + " began before their time");
    }

    double median() {
        return micros.getValueAtPercentile(50) / MILLI;
    }

    /** Adds the figures, in milliseconds. */
    void into(Map<String, Double> values, String prefix) {
        values.put(prefix + "p50 ms", median());
        values.put(prefix + "p99 ms", micros.getValueAtPercentile(99) / MILLI);
        values.put(prefix + "p99.9 ms", micros.getValueAtPercentile(99.9) / MILLI);
        values.put(prefix + "max ms", micros.getMaxValue() / MILLI);
    }
}
