package org.tickmark.recurrence.internal;

/** What one period of a rule holds: distinct seconds counted from the period's start, ascending. Immutable. */
abstract class Cell {
    static final long NONE = -1;

    private final int size;

    Cell(int size) {
        this.size = size;
    }

    final int size() {
        return size;
    }

    /** The first at or after the given second, which may be beyond the period's end, or {@link #NONE}. */
    abstract long next(long second);

    /** The last at or before the given second, which may be beyond the period's end, or {@link #NONE}. */
    abstract long previous(long second);

    abstract int countBefore(long second);

    /** The one with the given index; there must be so many. */
    abstract long nth(int index);

    /** Days of the period, as bits, each with the same times of day. */
    static final class OfDays extends Cell {
        private final long[] days;
        private final Times times;

        OfDays(long[] days, Times times) {
            super(Bits.size(days) * times.size());
            this.days = days;
            this.times = times;
        }

        @Override
        long next(long second) {
            int day = (int) (second / Civil.DAY);
            if (day >= days.length << 6) {
                return NONE;
            }
            if (Bits.has(days, day)) {
                int time = times.next((int) (second - (long) day * Civil.DAY));
                if (time >= 0) {
                    return (long) day * Civil.DAY + time;
                }
                day++;
            }
            int hit = Bits.next(days, day);
            return hit < 0 ? NONE : (long) hit * Civil.DAY + times.first();
        }

        @Override
        long previous(long second) {
            int day = (int) (second / Civil.DAY);
            if (day < days.length << 6 && Bits.has(days, day)) {
                int time = times.previous((int) (second - (long) day * Civil.DAY));
                if (time >= 0) {
                    return (long) day * Civil.DAY + time;
                }
                day--;
            }
            int hit = Bits.previous(days, day);
            return hit < 0 ? NONE : (long) hit * Civil.DAY + times.last();
        }

        @Override
        int countBefore(long second) {
            int day = (int) (second / Civil.DAY);
            int count = Bits.countBefore(days, day) * times.size();
            return day < days.length << 6 && Bits.has(days, day)
                    ? count + times.countBefore((int) (second - (long) day * Civil.DAY))
                    : count;
        }

        @Override
        long nth(int index) {
            return (long) Bits.nth(days, index / times.size()) * Civil.DAY + times.nth(index % times.size());
        }
    }

    /** Seconds written out one by one. */
    static final class OfSeconds extends Cell {
        private final long[] seconds;

        OfSeconds(long[] seconds) {
            super(seconds.length);
            this.seconds = seconds;
        }

        @Override
        long next(long second) {
            int index = countBefore(second);
            return index < seconds.length ? seconds[index] : NONE;
        }

        @Override
        long previous(long second) {
            int index = countBefore(second + 1);
            return index > 0 ? seconds[index - 1] : NONE;
        }

        @Override
        int countBefore(long second) {
            return Longs.countBefore(seconds, seconds.length, second);
        }

        @Override
        long nth(int index) {
            return seconds[index];
        }
    }
}
