package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Tells moments of the clock on the wall in terms of {@link System#nanoTime}; the two clocks are compared once. Immutable. */
final class Moments {
    private final Instant instant;
    private final long nanos;

    Moments() {
        long before = System.nanoTime();
        this.instant = Instant.now();
        this.nanos = before + (System.nanoTime() - before) / 2;
    }

    long nanos(Instant at) {
        return nanos + Duration.between(instant, at).toNanos();
    }

    /** Waits until a moment by {@link System#nanoTime}, or until this thread is interrupted. */
    static void sleepUntil(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = nanos - System.nanoTime();
        }
    }
}
