package org.tickmark.recurrence.form;

/**
 * Something that another form of rule cannot say.
 *
 * @param kind what it is
 * @param found how the rule has it, such as {@code 15W}
 */
public record Loss(Kind kind, String found) {
    /** What cannot be said. */
    public enum Kind {
        /** Days of the month or else weekdays, whichever comes. */
        EITHER_DAY,
        /** Days of the month and at once weekdays. */
        BOTH_DAYS,
        /** The Monday to Friday nearest to a day. */
        NEAREST_WEEKDAY,
        /** The n-th or last of a weekday in the period. */
        NUMBERED_WEEKDAY,
        /** A day of the month counted from its end. */
        DAY_FROM_END,
        /** Several days of the month, or other days than the form has. */
        DAYS_OF_MONTH,
        /** A day counted in the year. */
        DAY_OF_YEAR,
        /** A week of the year. */
        WEEK_OF_YEAR,
        /** Positions in the set of a period. */
        SET_POSITION,
        /** Some months only. */
        MONTHS,
        /** Some years only. */
        YEARS,
        /** An interval that does not start anew with each hour, day or year. */
        INTERVAL,
        /** Times of day that the form does not have. */
        TIMES,
        /** Seconds other than 0. */
        SECONDS,
        /** Intervals of elapsed time, which no wall clock shows. */
        ELAPSED_TIME,
        /** What a month without the day does. */
        SHORT_MONTH,
        /** An end. */
        END,
        /** A rule without end. */
        NO_END,
        /** Single dates. */
        SINGLE_DATES,
        /** That nothing ever happens. */
        NEVER,
        /** A part that no standard knows. */
        EXTENSION
    }
}
