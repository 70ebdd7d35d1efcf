package org.tickmark.recurrence.calendar;

import java.time.DayOfWeek;
import java.util.Locale;

/** One day in a year, or none, by a rule. */
sealed interface DayRule {
    /** Answer for a year that does not have the day. */
    int NOT_THIS_YEAR = -1;

    /** Easter may move from day 80 to day 115 of the year: these offsets stay within it. */
    int EARLIEST_FROM_EASTER = -80;

    int LATEST_FROM_EASTER = 250;

    /** Day of the year, 0 is 1 January, or {@link #NOT_THIS_YEAR}. */
    int dayOfYear(int year);

    /** The rule as calendars are written. */
    String text();

    /** The same date every year; 29 February in leap years only. */
    record Fixed(int month, int day) implements DayRule {
        @Override
        public int dayOfYear(int year) {
            YearShape shape = YearShape.of(year);
            return day > shape.lengthOfMonth(month) ? NOT_THIS_YEAR : shape.firstDayOfMonth(month) + day - 1;
        }

        @Override
        public String text() {
            return monthDay(month, day);
        }
    }

    /** The nth weekday of a month, 1 to 5, or the last one, -1. */
    record Nth(int nth, DayOfWeek weekday, int month) implements DayRule {
        static final int LAST = -1;

        @Override
        public int dayOfYear(int year) {
            YearShape shape = YearShape.of(year);
            int first = shape.firstDayOfMonth(month);
            int end = first + shape.lengthOfMonth(month);
            if (nth == LAST) {
                return shape.onOrAfter(end - 7, weekday.getValue() - 1);
            }
            int day = shape.onOrAfter(first, weekday.getValue() - 1) + (nth - 1) * 7;
            return day < end ? day : NOT_THIS_YEAR;
        }

        @Override
        public String text() {
            return (nth == LAST ? "last" : nth + ".") + ' ' + code(weekday) + " of " + twoDigits(month);
        }
    }

    /** Easter Sunday, or a number of days before or after it. */
    record FromEaster(int days) implements DayRule {
        @Override
        public int dayOfYear(int year) {
            return Easter.dayOfYear(year) + days;
        }

        @Override
        public String text() {
            return days == 0 ? "easter" : "easter" + (days > 0 ? "+" : "") + days;
        }
    }

    /** The weekday that falls on one of at most seven dates that follow each other within a year. */
    record Within(DayOfWeek weekday, int month, int day, int toMonth, int toDay) implements DayRule {
        @Override
        public int dayOfYear(int year) {
            YearShape shape = YearShape.of(year);
            int found = shape.onOrAfter(shape.firstDayOfMonth(month) + day - 1, weekday.getValue() - 1);
            return found <= shape.firstDayOfMonth(toMonth) + toDay - 1 ? found : NOT_THIS_YEAR;
        }

        @Override
        public String text() {
            return code(weekday) + " in " + monthDay(month, day) + ".." + monthDay(toMonth, toDay);
        }
    }

    /** Two letters of a weekday, as iCalendar writes it. */
    static String code(DayOfWeek weekday) {
        return weekday.name().substring(0, 2);
    }

    private static String monthDay(int month, int day) {
        return twoDigits(month) + '-' + twoDigits(day);
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
