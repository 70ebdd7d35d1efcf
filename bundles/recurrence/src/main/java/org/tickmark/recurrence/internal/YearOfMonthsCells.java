package org.tickmark.recurrence.internal;

/** The days of MONTHLY rules that meet the same months each year, put together for the year. */
final class YearOfMonthsCells extends CellSource {
    private static final int WORDS = 6;

    private final CellSource months;
    private final int interval;
    private final int firstMonth;

    /**
     * @param months the days of a month
     * @param interval every how many months: a divisor of 12
     * @param base the number of any month the rule meets
     */
    YearOfMonthsCells(CellSource months, int interval, int base, Times times) {
        super(times, ALL, false);
        this.months = months;
        this.interval = interval;
        firstMonth = base % interval;
    }

    @Override
    int length(int period) {
        return Civil.lengthOfYear(period);
    }

    @Override
    long[] days(int period) {
        boolean leap = Civil.isLeap(period);
        long[] days = new long[WORDS];
        for (int month = firstMonth; month < 12; month += interval) {
            Bits.or(days, months.chosenDays(period * 12 + month)[0], Civil.daysBeforeMonth(leap, month + 1));
        }
        return days;
    }
}
