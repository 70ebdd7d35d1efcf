package org.tickmark.recurrence.calendar;

/** The week repeated over 64 days, as bits, for each weekday it can begin on (0 is Monday). */
final class WeekPattern {
    private final long[] patterns = new long[7];

    /** Bit 0 of the weekend is Monday. */
    WeekPattern(int weekend) {
        for (int first = 0; first < patterns.length; first++) {
            for (int day = 0; day < Long.SIZE; day++) {
                if (((weekend >> ((first + day) % 7)) & 1) == 0) {
                    patterns[first] |= 1L << day;
                }
            }
        }
    }

    /** The open days of 64 days that begin with that weekday. */
    long from(int weekday) {
        return patterns[weekday];
    }
}
