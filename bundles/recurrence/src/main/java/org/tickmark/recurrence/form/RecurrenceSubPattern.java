package org.tickmark.recurrence.form;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What refines a {@link RecurrencePattern}, with the numbers under which the original stores them. */
public enum RecurrenceSubPattern {
    /** Weekly and custom rules have no sub-pattern. */
    NONE(0, RecurrencePattern.WEEKLY),
    /** Monday to Friday; holidays are not skipped. */
    EVERY_WORKDAY(1, RecurrencePattern.DAILY),
    /** Monday to Sunday. */
    EVERY_WEEKDAY(2, RecurrencePattern.DAILY),
    EVERY_CYCLIC_DAY(3, RecurrencePattern.DAILY),
    DAY_OF_MONTH(4, RecurrencePattern.MONTHLY),
    WEEKDAY_OF_MONTH(5, RecurrencePattern.MONTHLY),
    DAY_OF_YEAR_MONTH(6, RecurrencePattern.YEARLY),
    WEEKDAY_OF_YEAR_MONTH(7, RecurrencePattern.YEARLY);

    private final int number;
    private final RecurrencePattern pattern;

    RecurrenceSubPattern(int number, RecurrencePattern pattern) {
        this.number = number;
        this.pattern = pattern;
    }

    /** The stored number, 0 to 7. */
    public int number() {
        return number;
    }

    /** The patterns that this one refines. */
    public List<RecurrencePattern> patterns() {
        return this == NONE ? List.of(RecurrencePattern.WEEKLY, RecurrencePattern.CUSTOM) : List.of(pattern);
    }

    /**
     * The sub-pattern of a stored number, which must go with the pattern it is stored beside.
     *
     * @throws StoredNumberException naming both numbers, if they do not go together
     */
    public static RecurrenceSubPattern ofNumber(int number, RecurrencePattern pattern) {
        return Arrays.stream(values())
                .filter(sub -> sub.number == number && sub.patterns().contains(pattern))
                .findFirst()
                .orElseThrow(() -> new StoredNumberException(
                        "sub-pattern", number, "pattern", pattern.number(), numbersFor(pattern)));
    }

    private static String numbersFor(RecurrencePattern pattern) {
        return Arrays.stream(values())
                .filter(sub -> sub.patterns().contains(pattern))
                .map(sub -> Integer.toString(sub.number))
                .collect(Collectors.joining(", "));
    }
}
