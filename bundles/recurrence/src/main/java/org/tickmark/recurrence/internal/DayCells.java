package org.tickmark.recurrence.internal;

/** Every day, for DAILY rules that name no dates. */
final class DayCells extends CellSource {
    DayCells(Times times) {
        super(times, ALL, false);
    }

    @Override
    long[] days(int period) {
        return new long[] {1};
    }

    @Override
    int length(int period) {
        return 1;
    }
}
