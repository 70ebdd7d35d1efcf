package org.tickmark.recurrence;

/** The line on which a rule counts its seconds. */
public enum Timeline {
    /**
     * What a clock on the wall shows: seconds since 1970-01-01T00:00 as if every day had 86,400 of them. Where the start has
     * a zone, gaps and overlaps are dealt with afterwards.
     */
    WALL_CLOCK,
    /** Time that passes: seconds since 1970-01-01T00:00:00Z. */
    ELAPSED
}
