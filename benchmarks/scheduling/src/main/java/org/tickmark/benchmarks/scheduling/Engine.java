package org.tickmark.benchmarks.scheduling;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;

/** Something that runs what is due, on tables of its own. Its runs do nothing but count themselves. */
interface Engine extends AutoCloseable {
    /** Stores runs that are due once at this moment, with numbers from 0; the engine has not begun. */
    void store(int count, Instant at) throws Exception;

    /** Stores tasks that run over and over, with numbers from {@code first}, each first at the moment and then at intervals in whole seconds. */
    void storeRecurring(int first, int count, IntFunction<Recurring> times) throws Exception;

    /** When a recurring task runs. */
    record Recurring(Instant first, int everySeconds) {}

    /** Begins to work. */
    void start() throws Exception;

    /** Stores one run while the engine works. */
    void schedule(int number, Instant at) throws Exception;

    /** Lets one run begin at once, by the quickest way the engine offers. */
    void runNow(int number) throws Exception;

    /** How many of the runs stored once have not ended, as the store has it. */
    long unfinished() throws Exception;

    /** What else the store should have after so many runs and does not; empty if nothing. */
    default Optional<String> departure(int count) throws Exception {
        return Optional.empty();
    }

    @Override
    void close();
}
