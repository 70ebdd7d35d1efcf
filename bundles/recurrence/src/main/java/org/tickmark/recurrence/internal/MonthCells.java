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
        if (!parts.hasMonth(period % 12 + 1)) {
            return new long[1];
        }
        int length = length(period);
        int firstWeekday = Civil.weekday(Periods.MONTHS.startDay(period));
        long weekdays = parts.weekdaysFrom(firstWeekday) | parts.numberedDays(firstWeekday, length);
        return new long[] {parts.daysOfMonth(length) & weekdays};
    }

    @Override
    int length(int period) {
        return Civil.lengthOfMonth(Civil.isLeap(period / 12), period % 12 + 1);
    }
}
