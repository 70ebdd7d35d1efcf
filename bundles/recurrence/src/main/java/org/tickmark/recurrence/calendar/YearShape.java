package org.tickmark.recurrence.calendar;

/**
 * Where the days of a year lie: leap or not, and the day it begins on. Days of a year count from 0, weekdays from 0
 * (Monday), months from 1.
 */
final class YearShape {
    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;

    private static final int[] COMMON = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    private static final int[] LEAP = {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366};
    private static final int DAYS_TO_1970 = 719_162;
    private static final int DAYS_IN_CYCLE = 146_097;
    private static final int THURSDAY = 3;

    /** 0001-01-01 and 9999-12-31 in days from 1970-01-01. */
    static final long FIRST_DAY = -DAYS_TO_1970;

    static final long LAST_DAY = firstEpochDay(LAST_YEAR + 1) - 1;

    private final int[] monthStarts;
    private final long firstEpochDay;

    private YearShape(int[] monthStarts, long firstEpochDay) {
        this.monthStarts = monthStarts;
        this.firstEpochDay = firstEpochDay;
    }

    static YearShape of(int year) {
        return new YearShape(isLeap(year) ? LEAP : COMMON, firstEpochDay(year));
    }

    /** The year of a day, without making a date of it. */
    static int yearOf(long epochDay) {
        long day = epochDay + DAYS_TO_1970;
        int guess = (int) Math.floorDiv(day * 400, DAYS_IN_CYCLE) + 1;
        while (firstEpochDay(guess) > epochDay) {
            guess--;
        }
        while (firstEpochDay(guess + 1) <= epochDay) {
            guess++;
        }
        return guess;
    }

    private static boolean isLeap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static long firstEpochDay(int year) {
        long before = year - 1L;
        return before * 365
                + Math.floorDiv(before, 4)
                - Math.floorDiv(before, 100)
                + Math.floorDiv(before, 400)
                - DAYS_TO_1970;
    }

    long firstEpochDay() {
        return firstEpochDay;
    }

    int length() {
        return monthStarts[12];
    }

    int firstDayOfMonth(int month) {
        return monthStarts[month - 1];
    }

    int lengthOfMonth(int month) {
        return monthStarts[month] - monthStarts[month - 1];
    }

    int monthOf(int dayOfYear) {
        int month = dayOfYear / 32 + 1;
        return dayOfYear < monthStarts[month] ? month : month + 1;
    }

    int weekdayOf(int dayOfYear) {
        return Math.floorMod(firstEpochDay + dayOfYear + THURSDAY, 7);
    }

    /** The first day with that weekday that is not before the given one; it may lie in the next year. */
    int onOrAfter(int dayOfYear, int weekday) {
        return dayOfYear + Math.floorMod(weekday - weekdayOf(dayOfYear), 7);
    }
}
