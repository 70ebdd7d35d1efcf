package org.tickmark.recurrence.series;

/** How much of a series a change or a deletion reaches. */
public enum Scope {
    /** One occurrence. */
    THIS,
    /** One occurrence and those with a later original moment. */
    THIS_AND_FOLLOWING,
    /** Every occurrence. */
    ALL
}
