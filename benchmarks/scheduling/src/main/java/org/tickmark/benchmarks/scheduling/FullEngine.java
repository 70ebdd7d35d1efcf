package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/** An engine that takes what is to run while it works, and runs it over and over. */
interface FullEngine extends Engine {
    /** Stores tasks that run over and over, with numbers from 0. */
    void storeRecurring(int count, IntFunction<Recurring> times) throws Exception;

    /**
     * When a recurring task runs.
     *
     * @param first the first time, in whole seconds
     * @param every whole seconds
     */
    record Recurring(Instant first, Duration every) {
        /** How many of its times there are until a moment. */
        int until(Instant endExclusive) {
            return first.isBefore(endExclusive)
                    ? (int) (Duration.between(first, endExclusive).minusNanos(1).dividedBy(every) + 1)
                    : 0;
        }

        /** The so-manieth time, from 0. */
        Instant time(int number) {
            return first.plus(every.multipliedBy(number));
        }
    }

    /** Gives a recurring task other times. */
    void change(int number, Recurring to) throws Exception;

    /** Stores one run while the engine works, due at a moment in whole milliseconds. */
    void schedule(int number, Instant at) throws Exception;

    /** Lets one run begin at once, by the quickest way the engine offers. */
    void runNow(int number) throws Exception;
}
