package org.tickmark.recurrence;

/**
 * Which instant a wall-clock time means that a zone has twice, such as 02:30 on the day summer time ends.
 *
 * <p>Source: RFC 5545 section 3.3.5.
 */
public enum OverlapPolicy {
    /** The earlier one. The default. */
    FIRST,
    /** The later one. */
    SECOND,
    /** Each of the two; made for rules that fire several times an hour. */
    BOTH
}
