package org.tickmark.recurrence.internal;

/** The days of a year that a rule's parts allow and that are every n-th day from a base on. */
final class EveryNthDayCells extends CellSource {
    private final CellSource years;
    private final int interval;
    private final int base;

    EveryNthDayCells(CellSource years, int interval, int base, Times times) {
        super(times, ALL, false);
        this.years = years;
        this.interval = interval;
        this.base = base;
    }

    @Override
    int length(int period) {
        return years.length(period);
    }

    @Override
    long[] days(int period) {
        long[] allowed = years.days(period);
        long[] days = new long[allowed.length];
        int length = length(period);
        int first = Math.floorMod(base - Civil.startOfYear(period), interval);
        for (int day = first; day < length; day += interval) {
            if (Bits.has(allowed, day)) {
                Bits.set(days, day);
            }
        }
        return days;
    }
}
