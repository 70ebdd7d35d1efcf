package org.tickmark.recurrence;

/**
 * The period a rule counts in, from the shortest to the longest.
 *
 * <p>Source: RFC 5545 section 3.3.10, rule part FREQ.
 */
public enum Frequency {
    SECONDLY,
    MINUTELY,
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY;

    /** Whether the period is shorter than a day, so that a rule of dates cannot use it. */
    public boolean isSubDaily() {
        return compareTo(DAILY) < 0;
    }
}
