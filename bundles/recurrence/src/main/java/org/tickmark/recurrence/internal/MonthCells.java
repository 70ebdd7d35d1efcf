package org.tickmark.recurrence.internal;

/** The days of MONTHLY rules. */
final class MonthCells extends CellSource {
    private final DateParts parts;

    MonthCells(DateParts parts, Times times, int[] positions, boolean carries) {
        super(times, positions, carries);
        this.parts = parts;
    }

    @Override
    long[] days(int period) {
        int firstWeekday = Civil.weekday(Periods.MONTHS.startDay(period));
        return new long[] {parts.daysOf(period % 12 + 1, length(period), firstWeekday)};
    }

    @Override
    int length(int period) {
        return Civil.lengthOfMonth(Civil.isLeap(period / 12), period % 12 + 1);
    }
}
