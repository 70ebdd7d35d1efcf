package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** When each of many recurring tasks runs: its first time is within a period of the moment when it was first asked for. For one thread. */
final class SteadyPlan implements IntFunction<FullEngine.Recurring> {
    static final int LEAST_SECONDS = 60;
    private static final int MOST_SECONDS = 600;
    /** So that a task is stored before its first time, which is asked for before some thousands are stored together. */
    static final int AHEAD_SECONDS = 10;

    /** Seconds since 1970; 0: not asked for yet. */
    private final long[] firsts;

    private final Supplier<Instant> now;

    SteadyPlan(int size, Supplier<Instant> now) {
        this.firsts = new long[size];
        this.now = now;
    }

    @Override
    public FullEngine.Recurring apply(int number) {
        SplittableRandom random = new SplittableRandom(number);
        int every = random.nextInt(LEAST_SECONDS, MOST_SECONDS + 1);
        if (firsts[number] == 0) {
            firsts[number] = now.get().getEpochSecond() + AHEAD_SECONDS + random.nextInt(every);
        }
        return new FullEngine.Recurring(Instant.ofEpochSecond(firsts[number]), Duration.ofSeconds(every));
    }
}
