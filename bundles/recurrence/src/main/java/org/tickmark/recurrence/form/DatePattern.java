package org.tickmark.recurrence.form;

import static org.tickmark.recurrence.form.Checks.days;
import static org.tickmark.recurrence.form.Checks.within;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Objects;
import java.util.Set;

/**
 * On which dates a follow-up repeats: one type for each allowed pair of pattern and sub-pattern, so that no other pair can be built.
 * Intervals count from the start of the series. Sets of weekdays hold at least one and iterate from Monday.
 */
public sealed interface DatePattern {
    /** The largest interval of days and weeks. */
    int LONGEST_INTERVAL = 9999;

    /** The pattern this is one of. */
    RecurrencePattern pattern();

    /** The sub-pattern this is one of. */
    RecurrenceSubPattern subPattern();

    /** Every Monday to Friday; holidays are not skipped. */
    record EveryWorkday() implements DatePattern {
        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.DAILY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.EVERY_WORKDAY;
        }
    }

    /** Every day of the week. */
    record EveryDay() implements DatePattern {
        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.DAILY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.EVERY_WEEKDAY;
        }
    }

    /**
     * Every n-th day from the start date.
     *
     * @param days 1 to {@value DatePattern#LONGEST_INTERVAL}
     */
    record EveryNthDay(int days) implements DatePattern {
        public EveryNthDay {
            within("days", days, 1, LONGEST_INTERVAL);
        }

        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.DAILY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.EVERY_CYCLIC_DAY;
        }
    }

    /**
     * The given weekdays of every n-th week, counted from the week of the start.
     *
     * @param weeks 1 to {@value DatePattern#LONGEST_INTERVAL}
     * @param weekStart the day on which a week starts; it matters from every second week on, and is Monday for every week
     */
    record Weekly(int weeks, Set<DayOfWeek> weekdays, DayOfWeek weekStart) implements DatePattern {
        public Weekly {
            within("weeks", weeks, 1, LONGEST_INTERVAL);
            weekdays = days(weekdays);
            weekStart = weeks == 1 ? DayOfWeek.MONDAY : Objects.requireNonNull(weekStart, "weekStart");
        }

        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.WEEKLY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.NONE;
        }
    }

    /**
     * A day of every n-th month.
     *
     * @param day 1 to 31
     * @param months 1 to 12
     * @param shortMonth what a month without that day does; {@code OMIT} for a day that every month has
     */
    record MonthlyOnDay(int day, int months, ShortMonth shortMonth) implements DatePattern {
        public MonthlyOnDay {
            within("day", day, 1, 31);
            within("months", months, 1, 12);
            shortMonth = day <= 28 ? ShortMonth.OMIT : Objects.requireNonNull(shortMonth, "shortMonth");
        }

        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.MONTHLY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.DAY_OF_MONTH;
        }
    }

    /**
     * The k-th or last of a weekday in every n-th month; of several weekdays, the k-th of each.
     *
     * @param months 1 to 12
     */
    record MonthlyOnWeekday(WeekOfMonth week, Set<DayOfWeek> weekdays, int months) implements DatePattern {
        public MonthlyOnWeekday {
            Objects.requireNonNull(week, "week");
            weekdays = days(weekdays);
            within("months", months, 1, 12);
        }

        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.MONTHLY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.WEEKDAY_OF_MONTH;
        }
    }

    /**
     * A date every year.
     *
     * @param day a day that the month has, at least in leap years
     * @param shortMonth what other years do on 29 February; {@code OMIT} for any other date
     */
    record YearlyOnDate(Month month, int day, ShortMonth shortMonth) implements DatePattern {
        public YearlyOnDate {
            if (day < 1 || day > month.maxLength()) {
                throw new DateTimeException(
                        "day " + day + " with month " + month.getValue() + ": expected 1 to " + month.maxLength());
            }
            shortMonth = day <= month.minLength() ? ShortMonth.OMIT : Objects.requireNonNull(shortMonth, "shortMonth");
        }

        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.YEARLY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.DAY_OF_YEAR_MONTH;
        }
    }

    /** The k-th or last of a weekday in a month, every year; of several weekdays, the k-th of each. */
    record YearlyOnWeekday(WeekOfMonth week, Set<DayOfWeek> weekdays, Month month) implements DatePattern {
        public YearlyOnWeekday {
            Objects.requireNonNull(week, "week");
            weekdays = days(weekdays);
            Objects.requireNonNull(month, "month");
        }

        @Override
        public RecurrencePattern pattern() {
            return RecurrencePattern.YEARLY;
        }

        @Override
        public RecurrenceSubPattern subPattern() {
            return RecurrenceSubPattern.WEEKDAY_OF_YEAR_MONTH;
        }
    }
}
