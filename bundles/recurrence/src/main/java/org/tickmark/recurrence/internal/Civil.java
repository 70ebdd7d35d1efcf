package org.tickmark.recurrence.internal;

/**
 * The Gregorian calendar on plain ints: days since 1970-01-01, for the years 0 to 10,000 (one more than is supported on either
 * side). No allocation, no loop.
 *
 * <p>Source of {@link #fields}: Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms"
 * (2022), section 6.
 */
public final class Civil {
    /** The seconds of a day. */
    public static final int DAY = 86_400;

    /** Years after which the calendar, weekdays included, repeats. */
    public static final int CYCLE_YEARS = 400;

    /** The days of {@link #CYCLE_YEARS}: 20,871 weeks. */
    public static final int CYCLE_DAYS = 146_097;

    private static final int SHIFT_YEARS = 5 * CYCLE_YEARS;
    private static final int SHIFT_DAYS = 719_468 + 5 * CYCLE_DAYS;
    private static final int DAYS_TO_YEAR_1 = 719_162;
    private static final int MARCH_TO_DECEMBER = 306;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private Civil() {}

    /** The day that a wall-clock second falls on. */
    public static int dayOf(long second) {
        return (int) Math.floorDiv(second, (long) DAY);
    }

    /** Year, month and day of month of a day in one int; see {@link #year(int)}, {@link #month(int)}, {@link #dayOfMonth(int)}. */
    public static int fields(int epochDay) {
        int n1 = 4 * (epochDay + SHIFT_DAYS) + 3;
        int century = n1 / CYCLE_DAYS;
        int n2 = n1 % CYCLE_DAYS | 3;
        long product = 2_939_745L * n2;
        int yearOfCentury = (int) (product >>> 32);
        int dayFromMarch = (int) ((product & 0xFFFF_FFFFL) / 2_939_745L) / 4;
        int n3 = 2_141 * dayFromMarch + 197_913;
        int year = 100 * century + yearOfCentury - SHIFT_YEARS;
        int month = n3 >>> 16;
        int day = (n3 & 0xFFFF) / 2_141 + 1;
        return dayFromMarch >= MARCH_TO_DECEMBER ? pack(year + 1, month - 12, day) : pack(year, month, day);
    }

    private static int pack(int year, int month, int day) {
        return year << 9 | month << 5 | day;
    }

    /** The year in what {@link #fields} gave. */
    public static int year(int fields) {
        return fields >> 9;
    }

    /** The month, 1 to 12, in what {@link #fields} gave. */
    public static int month(int fields) {
        return fields >> 5 & 15;
    }

    /** The day of the month, 1 to 31, in what {@link #fields} gave. */
    public static int dayOfMonth(int fields) {
        return fields & 31;
    }

    /** The year a day is in. */
    public static int yearOf(int epochDay) {
        return year(fields(epochDay));
    }

    /** Whether the year has 366 days. */
    public static boolean isLeap(int year) {
        return (year & 3) == 0 && (year % 25 != 0 || (year & 15) == 0);
    }

    /** 365 or 366. */
    public static int lengthOfYear(int year) {
        return isLeap(year) ? 366 : 365;
    }

    /** The first day of a year. */
    public static int startOfYear(int year) {
        int before = year - 1 + CYCLE_YEARS;
        return 365 * before + before / 4 - before / 100 + before / 400 - DAYS_TO_YEAR_1 - CYCLE_DAYS;
    }

    /** How many days of the year come before a month, 1 to 13. */
    public static int daysBeforeMonth(boolean leap, int month) {
        return DAYS_BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0);
    }

    /** The first day of a month, 1 to 12. */
    public static int startOfMonth(int year, int month) {
        return startOfYear(year) + daysBeforeMonth(isLeap(year), month);
    }

    /** 28 to 31. */
    public static int lengthOfMonth(boolean leap, int month) {
        return daysBeforeMonth(leap, month + 1) - daysBeforeMonth(leap, month);
    }

    /** The weekday of a day: 0 for Monday to 6 for Sunday. */
    public static int weekday(int epochDay) {
        return Math.floorMod(epochDay + 3, 7);
    }

    /** The first day of week 1: of the first week, beginning on a weekday, that has at least four days in the year. */
    public static int startOfWeekYear(int year, int weekStart) {
        int fourth = startOfYear(year) + 3;
        return fourth - Math.floorMod(weekday(fourth) - weekStart, 7);
    }
}
