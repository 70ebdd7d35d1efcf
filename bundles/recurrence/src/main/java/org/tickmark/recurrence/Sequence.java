package org.tickmark.recurrence;

/**
 * An ascending sequence of distinct seconds on one {@link Timeline}: what every kind of rule is compiled into, and what
 * ends, zones, sets and series are built around.
 *
 * <p>All questions are answered from the second that is asked about, never by walking from the start. A sequence holds
 * nothing before {@link #MIN} and nothing after {@link #MAX}; one that goes on for ever simply ends there and says so by
 * {@link #isEndless()}. Implementations are immutable and safe for use from many threads. They allocate nothing.
 */
public interface Sequence {
    /** The answer where there is no such second. */
    long NONE = Long.MIN_VALUE;

    /** The first second of the supported range, 0001-01-01T00:00:00. */
    long MIN = -62_135_596_800L;

    /** The last second of the supported range, 9999-12-31T23:59:59. */
    long MAX = 253_402_300_799L;

    /** The first element at or after the given second, or {@link #NONE}; any long may be asked about. */
    long next(long atOrAfter);

    /** The last element at or before the given second, or {@link #NONE}; any long may be asked about. */
    long previous(long atOrBefore);

    /** How many elements are before the given second; any long may be asked about. */
    long countBefore(long second);

    /** The element with the given index, counted from 0, or {@link #NONE} where there are not so many. */
    long nth(long index);

    /** Whether it is the supported range alone that ends it. An empty sequence is not endless. */
    boolean isEndless();

    /** The first element, or {@link #NONE} if it is empty. */
    default long first() {
        return next(MIN);
    }

    /** The last element in the supported range, or {@link #NONE} if it is empty. */
    default long last() {
        return previous(MAX);
    }

    /** Whether the second is an element. */
    default boolean contains(long second) {
        return next(second) == second && second != NONE;
    }
}
