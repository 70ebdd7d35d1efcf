package org.tickmark.recurrence.form;

import java.util.Arrays;

/** The five patterns of a repeating follow-up, with the numbers under which the original stores them. */
public enum RecurrencePattern {
    DAILY(1),
    WEEKLY(2),
    MONTHLY(3),
    YEARLY(4),
    CUSTOM(5);

    private final int number;

    RecurrencePattern(int number) {
        this.number = number;
    }

    /** The stored number, 1 to 5. */
    public int number() {
        return number;
    }

    /**
     * The pattern of a stored number.
     *
     * @throws StoredNumberException if it is none of 1 to 5; 0, "unknown", is no pattern
     */
    public static RecurrencePattern ofNumber(int number) {
        return Arrays.stream(values())
                .filter(pattern -> pattern.number == number)
                .findFirst()
                .orElseThrow(() -> StoredNumberException.alone("pattern", number, "1 to 5"));
    }
}
