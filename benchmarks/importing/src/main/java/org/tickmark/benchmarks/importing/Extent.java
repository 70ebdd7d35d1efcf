package org.tickmark.benchmarks.importing;

import java.util.concurrent.TimeUnit;

/** How much there is to do. */
enum Extent {
    /** What is published. */
    FULL(40_000, 100_000, 3, 4, 6, 1_000_000_000),
    /** A tenth of it, once. */
    QUICK(4_000, 10_000, 1, 1, 1, 100_000_000);

    private final long parsed;
    private final long booked;
    private final int rounds;
    private final long warmUpSeconds;
    private final long measureSeconds;
    private final long largeBytes;

    Extent(long parsed, long booked, int rounds, long warmUpSeconds, long measureSeconds, long largeBytes) {
        this.parsed = parsed;
        this.booked = booked;
        this.rounds = rounds;
        this.warmUpSeconds = warmUpSeconds;
        this.measureSeconds = measureSeconds;
        this.largeBytes = largeBytes;
    }

    /** Payments in a file that is only read. */
    long parsed() {
        return parsed;
    }

    /** Payments in a file that is booked. */
    long booked() {
        return booked;
    }

    /** How often each file is booked, after once to warm up. */
    int rounds() {
        return rounds;
    }

    /** How long a file is read over and over before that counts. */
    long warmUpNanos() {
        return TimeUnit.SECONDS.toNanos(warmUpSeconds);
    }

    /** How long it is read after that. */
    long measureNanos() {
        return TimeUnit.SECONDS.toNanos(measureSeconds);
    }

    /** About how large the large file is. */
    long largeBytes() {
        return largeBytes;
    }
}
