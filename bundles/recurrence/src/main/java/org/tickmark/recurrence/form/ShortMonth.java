package org.tickmark.recurrence.form;

/** What becomes of day 29, 30 or 31 in a month that is shorter. Any other day is in every month. */
public enum ShortMonth {
    /** No occurrence in that month, as RFC 5545 has it; what appointments do. */
    OMIT,
    /** The last day of that month, which is {@code SKIP=BACKWARD} of RFC 7529; what tasks do. */
    CLAMP
}
