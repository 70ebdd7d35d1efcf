package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.Sequence;

/** Those elements of a sequence that fall on every n-th day from a base on. */
final class EveryNthDay extends BlockCounted {
    private final Sequence dates;
    private final int interval;
    private final int base;

    EveryNthDay(Sequence dates, int interval, int base) {
        super((long) base * Civil.DAY);
        this.dates = dates;
        this.interval = interval;
        this.base = base;
    }

    @Override
    public long next(long atOrAfter) {
        long hit = dates.next(Math.max(atOrAfter, (long) base * Civil.DAY));
        while (hit != NONE) {
            int beyond = (Civil.dayOf(hit) - base) % interval;
            if (beyond == 0) {
                return hit;
            }
            hit = dates.next((Civil.dayOf(hit) - beyond + (long) interval) * Civil.DAY);
        }
        return NONE;
    }

    @Override
    public long previous(long atOrBefore) {
        long hit = dates.previous(atOrBefore);
        while (hit != NONE && Civil.dayOf(hit) >= base) {
            int beyond = (Civil.dayOf(hit) - base) % interval;
            if (beyond == 0) {
                return hit;
            }
            hit = dates.previous((Civil.dayOf(hit) - beyond + 1L) * Civil.DAY - 1);
        }
        return NONE;
    }

    @Override
    long countIn(long fromInclusive, long toExclusive) {
        long count = 0;
        long day = nextDay(fromInclusive);
        while (day * Civil.DAY < toExclusive) {
            long start = Math.max(day * Civil.DAY, fromInclusive);
            long end = Math.min((day + 1) * Civil.DAY, toExclusive);
            count += dates.countBefore(end) - dates.countBefore(start);
            day += interval;
        }
        return count;
    }

    @Override
    long nthFrom(long fromInclusive, long index) {
        long rest = index;
        long day = nextDay(fromInclusive);
        while (true) {
            long before = dates.countBefore(Math.max(day * Civil.DAY, fromInclusive));
            long onDay = dates.countBefore((day + 1) * Civil.DAY) - before;
            if (rest < onDay) {
                return dates.nth(before + rest);
            }
            rest -= onDay;
            day += interval;
        }
    }

    private long nextDay(long second) {
        long day = Math.floorDiv(second, (long) Civil.DAY);
        return day + Math.floorMod(base - day, interval);
    }
}
