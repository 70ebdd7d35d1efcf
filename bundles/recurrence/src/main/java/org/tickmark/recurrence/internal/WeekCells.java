package org.tickmark.recurrence.internal;

/** The days of WEEKLY rules. */
final class WeekCells extends CellSource {
    private final Periods weeks;
    private final DateParts parts;
    private final int weekStart;

    WeekCells(Periods weeks, int weekStart, DateParts parts, Times times, int[] positions) {
        super(times, positions, false);
        this.weeks = weeks;
        this.weekStart = weekStart;
        this.parts = parts;
    }

    @Override
    int length(int period) {
        return 7;
    }

    @Override
    long[] days(int period) {
        long days = parts.weekdaysFrom(weekStart) & DateParts.ALL_WEEKDAYS;
        return new long[] {parts.hasMonths() ? days & daysInMonths(weeks.startDay(period)) : days};
    }

    private long daysInMonths(int startDay) {
        long days = 0;
        for (int day = 0; day < 7; day++) {
            if (parts.hasMonth(Civil.month(Civil.fields(startDay + day)))) {
                days |= 1L << day;
            }
        }
        return days;
    }
}
