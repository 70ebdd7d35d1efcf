package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.Skip;

/** The days of YEARLY rules without week numbers, and of all rules whose parts about dates only limit. */
final class YearCells extends CellSource {
    private static final int WORDS = 6;

    private final DateParts parts;

    YearCells(DateParts parts, Times times, int[] positions, boolean carries) {
        super(times, positions, carries);
        this.parts = parts;
    }

    @Override
    int length(int period) {
        return Civil.lengthOfYear(period);
    }

    @Override
    long[] days(int period) {
        boolean leap = Civil.isLeap(period);
        int firstWeekday = Civil.weekday(Civil.startOfYear(period));
        long[] days = daysOfMonths(leap);
        if (!parts.yearDays().isEmpty()) {
            Bits.and(days, yearDays(length(period)));
        }
        if (parts.limitsWeekdays()) {
            Bits.and(days, weekdays(leap, firstWeekday));
        }
        return days;
    }

    /**
     * Days of the month in the rule's months. Days of the year can be skipped forward to the first day of the next year, which
     * is a day of January and, where the rule names days of the month, none of this year's.
     */
    private long[] daysOfMonths(boolean leap) {
        long[] days = new long[WORDS];
        for (int month = 1; month <= 12; month++) {
            if (parts.hasMonth(month)) {
                int length = Civil.lengthOfMonth(leap, month);
                Bits.or(days, parts.daysOfMonth(length) & 0xFFFF_FFFFL, Civil.daysBeforeMonth(leap, month));
            }
        }
        if (!parts.yearDays().isEmpty() && !parts.hasMonthDays() && parts.hasMonth(1)) {
            Bits.set(days, Civil.daysBeforeMonth(leap, 13));
        }
        return days;
    }

    private long[] yearDays(int length) {
        long[] days = new long[WORDS];
        for (int day : parts.yearDays()) {
            if (day > 0) {
                addYearDay(days, day, length);
            } else if (day >= -length) {
                Bits.set(days, length + day);
            }
        }
        return days;
    }

    private void addYearDay(long[] days, int day, int length) {
        if (day <= length) {
            Bits.set(days, day - 1);
        } else if (parts.skip() == Skip.BACKWARD) {
            Bits.set(days, length - 1);
        } else if (parts.skip() == Skip.FORWARD) {
            Bits.set(days, length);
        }
    }

    private long[] weekdays(boolean leap, int firstWeekday) {
        long[] days = new long[WORDS];
        for (int word = 0; word < WORDS; word++) {
            days[word] = parts.weekdaysFrom((firstWeekday + (word << 6)) % 7);
        }
        if (parts.hasMonths()) {
            addNumberedOfMonths(days, leap, firstWeekday);
        } else {
            addNumberedOfYear(days, leap, firstWeekday);
        }
        return days;
    }

    private void addNumberedOfMonths(long[] days, boolean leap, int firstWeekday) {
        for (int month = 1; month <= 12; month++) {
            int before = Civil.daysBeforeMonth(leap, month);
            int length = Civil.lengthOfMonth(leap, month);
            Bits.or(days, parts.numberedDays((firstWeekday + before) % 7, length), before);
        }
    }

    private void addNumberedOfYear(long[] days, boolean leap, int firstWeekday) {
        for (NthWeekday weekday : parts.numbered()) {
            int day = DateParts.dayOf(weekday, firstWeekday, leap ? 366 : 365);
            if (day >= 0) {
                Bits.set(days, day);
            }
        }
    }
}
