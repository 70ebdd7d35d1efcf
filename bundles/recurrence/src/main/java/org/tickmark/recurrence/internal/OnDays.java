package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.Sequence;

/** Those elements of a sequence that fall on days of another, which holds midnights. */
final class OnDays extends BlockCounted {
    private final Sequence times;
    private final Sequence days;

    OnDays(Sequence times, Sequence days, long origin) {
        super(origin);
        this.times = times;
        this.days = days;
    }

    @Override
    public long next(long atOrAfter) {
        long hit = times.next(atOrAfter);
        while (hit != NONE) {
            long midnight = hit - Math.floorMod(hit, (long) Civil.DAY);
            long day = days.next(midnight);
            if (day == midnight || day == NONE) {
                return day == NONE ? NONE : hit;
            }
            hit = times.next(day);
        }
        return NONE;
    }

    @Override
    public long previous(long atOrBefore) {
        long hit = times.previous(atOrBefore);
        while (hit != NONE) {
            long midnight = hit - Math.floorMod(hit, (long) Civil.DAY);
            long day = days.previous(midnight);
            if (day == midnight || day == NONE) {
                return day == NONE ? NONE : hit;
            }
            hit = times.previous(day + Civil.DAY - 1);
        }
        return NONE;
    }

    @Override
    long countIn(long fromInclusive, long toExclusive) {
        long count = 0;
        long day = firstDay(fromInclusive);
        while (day != NONE && day < toExclusive) {
            long end = Math.min(day + Civil.DAY, toExclusive);
            count += times.countBefore(end) - times.countBefore(Math.max(day, fromInclusive));
            day = days.next(day + Civil.DAY);
        }
        return count;
    }

    @Override
    long nthFrom(long fromInclusive, long index) {
        long rest = index;
        long day = firstDay(fromInclusive);
        while (true) {
            long before = times.countBefore(Math.max(day, fromInclusive));
            long onDay = times.countBefore(day + Civil.DAY) - before;
            if (rest < onDay) {
                return times.nth(before + rest);
            }
            rest -= onDay;
            day = days.next(day + Civil.DAY);
        }
    }

    private long firstDay(long second) {
        return days.next(second - Math.floorMod(second, (long) Civil.DAY));
    }
}
