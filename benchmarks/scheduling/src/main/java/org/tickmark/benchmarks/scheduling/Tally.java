package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** What ran how often and when first: all that a run of a benchmark does is to be counted here. Safe for use from many threads. */
final class Tally {
    private static final long LOOK_NANOS = 1_000_000;

    private final AtomicIntegerArray times;
    private final long[] begun;
    private final LongAdder ran = new LongAdder();

    /** A tally of runs with numbers from 0 to below this. */
    Tally(int numbers) {
        times = new AtomicIntegerArray(numbers);
        begun = new long[numbers];
    }

    /** The run of this number begins. */
    void run(int number) {
        long now = System.nanoTime();
        if (times.getAndIncrement(number) == 0) {
            begun[number] = now;
        }
        ran.increment();
    }

    /** How many runs there were, those included that should not have been. */
    long ran() {
        return ran.sum();
    }

    /** When the run of this number began first, by {@link System#nanoTime}; 0 if it did not. */
    long begun(int number) {
        return times.get(number) == 0 ? 0 : begun[number];
    }

    /** Waits until there were so many runs; false if there were not in time. */
    boolean await(long count, Duration most) {
        return await(() -> ran() >= count, most);
    }

    /** Waits until this holds; false if it did not in time, or before this thread was interrupted. */
    static boolean await(Condition condition, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    /** Something to wait for. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    /** What is wrong if each number should have run just once; empty if nothing is. */
    Optional<String> departure() {
        int missing = 0;
        int repeated = 0;
        for (int i = 0; i < times.length(); i++) {
            missing += times.get(i) == 0 ? 1 : 0;
            repeated += times.get(i) > 1 ? 1 : 0;
        }
        return missing + repeated == 0
                ? Optional.empty()
                : Optional.of(missing + " of " + times.length() + " did not run, " + repeated + " ran more than once");
    }
}
