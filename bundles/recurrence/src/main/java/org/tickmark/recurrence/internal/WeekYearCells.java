package org.tickmark.recurrence.internal;

import java.util.List;

/** The days of YEARLY rules with week numbers; their years are years of whole weeks. */
final class WeekYearCells extends CellSource {
    private static final int WORDS = 6;

    private final Periods years;
    private final int weekStart;
    private final List<Integer> weekNumbers;
    private final DateParts parts;

    WeekYearCells(
            Periods years, int weekStart, List<Integer> weekNumbers, DateParts parts, Times times, int[] positions) {
        super(times, positions, false);
        this.years = years;
        this.weekStart = weekStart;
        this.weekNumbers = weekNumbers;
        this.parts = parts;
    }

    @Override
    int length(int period) {
        return years.startDay(period + 1) - years.startDay(period);
    }

    @Override
    long[] days(int period) {
        long[] days = new long[WORDS];
        long week = parts.weekdaysFrom(weekStart) & DateParts.ALL_WEEKDAYS;
        int weeks = length(period) / 7;
        for (int number : weekNumbers) {
            int index = number > 0 ? number - 1 : weeks + number;
            if (index >= 0 && index < weeks) {
                Bits.or(days, week, index * 7);
            }
        }
        if (parts.hasMonths() || parts.hasMonthDays() || !parts.yearDays().isEmpty()) {
            removeOtherDates(days, years.startDay(period));
        }
        return days;
    }

    private void removeOtherDates(long[] days, int startDay) {
        for (int day = Bits.next(days, 0); day >= 0; day = Bits.next(days, day + 1)) {
            if (!hasDate(startDay + day)) {
                Bits.clear(days, day);
            }
        }
    }

    private boolean hasDate(int day) {
        int fields = Civil.fields(day);
        int year = Civil.year(fields);
        int length = Civil.lengthOfMonth(Civil.isLeap(year), Civil.month(fields));
        int dayOfYear = day - Civil.startOfYear(year) + 1;
        return parts.hasMonth(Civil.month(fields))
                && (parts.daysOfMonth(length) >>> (Civil.dayOfMonth(fields) - 1) & 1) != 0
                && (parts.yearDays().isEmpty()
                        || parts.yearDays().contains(dayOfYear)
                        || parts.yearDays().contains(dayOfYear - Civil.lengthOfYear(year) - 1));
    }
}
