package org.tickmark.recurrence.series;

/** What happens when a shift off free days puts two occurrences at one time. */
public enum Meeting {
    /** They become one, named by the earlier original. */
    MERGE,
    /** Both take place. */
    KEEP_BOTH
}
