package org.tickmark.benchmarks.scheduling;

import java.time.Instant;
import java.util.Optional;

/** Something that runs what is due, on tables of its own. Its runs do nothing but count themselves. */
interface Engine extends AutoCloseable {
    /** Stores runs that are due once at this moment, with numbers from 0; the engine has not begun. */
    void store(int count, Instant at) throws Exception;

    /** Begins to work. */
    void start() throws Exception;

    /** How many tasks and runs the store has that have not come to their end; recurring ones never do. */
    long unfinished() throws Exception;

    /** What else the store should have after so many runs and does not; empty if nothing. */
    default Optional<String> departure(int count) throws Exception {
        return Optional.empty();
    }

    @Override
    void close();
}
