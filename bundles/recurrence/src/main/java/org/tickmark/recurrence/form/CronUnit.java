package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.List;

/** What the numbers of a cron field count, with their bounds. */
public enum CronUnit {
    SECOND("second", 0, 59),
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY_OF_MONTH("day of month", 1, 31),
    MONTH("month", 1, 12),
    /** Of Unix cron: Sunday is 0, and 7 as well. */
    DAY_OF_WEEK("day of week", 0, 7),
    /** Of Quartz: Sunday is 1. */
    QUARTZ_DAY_OF_WEEK("day of week", 1, 7),
    YEAR("year", 1970, 2199);

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final String words;
    private final int least;
    private final int most;

    CronUnit(String words, int least, int most) {
        this.words = words;
        this.least = least;
        this.most = most;
    }

    /** The least number a field of this unit holds. */
    public int least() {
        return least;
    }

    /** The greatest number a field of this unit holds. */
    public int most() {
        return most;
    }

    String words() {
        return words;
    }

    /** The names of the numbers from {@link #least} on; empty for a unit without names. */
    List<String> names() {
        return switch (this) {
            case MONTH -> MONTHS;
            case DAY_OF_WEEK, QUARTZ_DAY_OF_WEEK -> WEEKDAYS;
            default -> List.of();
        };
    }

    /** The number at which {@code *} ends; Sunday stands once, as 0. */
    int starLast() {
        return this == DAY_OF_WEEK ? 6 : most;
    }

    /** How many different numbers there are. */
    int size() {
        return starLast() - least + 1;
    }

    /** Names the same thing by one number: Sunday as 7 becomes 0. */
    int normal(int number) {
        return this == DAY_OF_WEEK && number == 7 ? 0 : number;
    }

    /** The weekday of a number of one of the two weekday units. */
    public DayOfWeek weekday(int number) {
        int fromMonday = this == QUARTZ_DAY_OF_WEEK ? number + 5 : number + 6;
        return DayOfWeek.of(fromMonday % 7 + 1);
    }

    /** The number of a weekday in one of the two weekday units. */
    public int number(DayOfWeek day) {
        return day.getValue() % 7 + least;
    }
}
