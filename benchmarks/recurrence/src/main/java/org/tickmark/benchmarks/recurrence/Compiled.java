package org.tickmark.benchmarks.recurrence;

/** A rule as a library keeps it, put to the start of {@link Clock}, to be asked again and again. */
interface Compiled {
    /** The sum of the seconds of the first occurrences. */
    long expand(int occurrences);

    /** The second of the first occurrence after the given one. */
    long next(long after);
}
