package org.tickmark.recurrence.form;

import java.util.Arrays;

/** Which of a weekday in its month. */
public enum WeekOfMonth {
    FIRST(1, 1),
    SECOND(2, 2),
    THIRD(3, 3),
    FOURTH(4, 4),
    /** The last one, whether it is the fourth or the fifth. */
    LAST(5, -1);

    private final int number;
    private final int ordinal;

    WeekOfMonth(int number, int ordinal) {
        this.number = number;
        this.ordinal = ordinal;
    }

    /** The number under which the original stores it, 1 to 5. */
    public int number() {
        return number;
    }

    /** The number before the weekday in a BYDAY of RFC 5545, 1 to 4 or -1. */
    public int byDayNumber() {
        return ordinal;
    }

    /**
     * The week of a stored number.
     *
     * @throws StoredNumberException naming it and the sub-pattern, if it is none of 1 to 5
     */
    public static WeekOfMonth ofNumber(int number, RecurrenceSubPattern subPattern) {
        return Arrays.stream(values())
                .filter(week -> week.number == number)
                .findFirst()
                .orElseThrow(() -> new StoredNumberException(
                        "week of month", number, "sub-pattern", subPattern.number(), "1 to 5"));
    }
}
