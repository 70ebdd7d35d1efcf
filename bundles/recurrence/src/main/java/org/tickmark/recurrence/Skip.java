package org.tickmark.recurrence;

/**
 * What becomes of a date that a rule makes and the calendar does not have, such as 31 April.
 *
 * <p>Source: RFC 7529 section 4.1, rule part SKIP, for the Gregorian calendar.
 */
public enum Skip {
    /** The date is left out; the reading of RFC 5545. */
    OMIT,
    /** The last day before it: 30 April. */
    BACKWARD,
    /** The first day after it: 1 May. */
    FORWARD
}
