package org.tickmark.recurrence.internal;

/** The days of MONTHLY rules that meet the same months each year, put together for the year. */
final class YearOfMonthsCells extends CellSource {
    private static final int WORDS = 6;

    private final DaysOfMonth months;
    private final int interval;
    private final int firstMonth;

    /**
     * @param interval every how many months: a divisor of 12
     * @param base the number of any month the rule meets
     */
    YearOfMonthsCells(DaysOfMonth months, int interval, int base, Times times) {
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
    boolean surelyHasDays(int period) {
        boolean leap = Civil.isLeap(period);
        int month = firstMonth + 1;
        int firstWeekday = Civil.weekday(Civil.startOfMonth(period, month));
        return months.of(month, Civil.lengthOfMonth(leap, month), firstWeekday) != 0;
    }

    @Override
    long[] days(int period) {
        boolean leap = Civil.isLeap(period);
        int firstWeekday = Civil.weekday(Civil.startOfYear(period));
        long[] days = new long[WORDS];
        for (int month = firstMonth + 1; month <= 12; month += interval) {
            int before = Civil.daysBeforeMonth(leap, month);
            Bits.or(days, months.of(month, Civil.lengthOfMonth(leap, month), (firstWeekday + before) % 7), before);
        }
        return days;
    }
}
