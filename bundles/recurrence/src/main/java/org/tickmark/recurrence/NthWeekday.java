package org.tickmark.recurrence;

import java.time.DayOfWeek;
import java.util.Objects;

/**
 * A weekday of a period: each one, the n-th or the n-th from the end.
 *
 * <p>Source: RFC 5545 section 3.3.10, rule part BYDAY.
 *
 * @param nth 1 to 53 from the period's start, -1 to -53 from its end, 0 for each
 * @param weekday the day of the week
 */
public record NthWeekday(int nth, DayOfWeek weekday) implements Comparable<NthWeekday> {
    private static final int MOST = 53;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code nth} is beyond 53 in either direction
     */
    public NthWeekday {
        Objects.requireNonNull(weekday, "weekday");
        if (Math.abs(nth) > MOST) {
            throw new IllegalArgumentException("Weekday number " + nth + " of " + weekday
                    + ": a year has at most 53 of a weekday; use 1 to 53, -1 to -53, or 0 for each");
        }
    }

    /** Each such weekday of the period. */
    public static NthWeekday each(DayOfWeek weekday) {
        return new NthWeekday(0, weekday);
    }

    /** The n-th such weekday; negative numbers count from the period's end. */
    public static NthWeekday of(int nth, DayOfWeek weekday) {
        return new NthWeekday(nth, weekday);
    }

    /** Whether it stands for each such weekday. */
    public boolean isEach() {
        return nth == 0;
    }

    /** The order of the canonical text: numbers from the start, from the end, then the days from Monday on. */
    @Override
    public int compareTo(NthWeekday other) {
        int byNumber = RulePart.POSITIVE_FIRST.compare(nth, other.nth);
        return byNumber != 0 ? byNumber : weekday.compareTo(other.weekday);
    }

    /** The text of RFC 5545, such as {@code MO}, {@code 2TU} or {@code -1FR}. */
    @Override
    public String toString() {
        String day = weekday.name().substring(0, 2);
        return isEach() ? day : nth + day;
    }
}
