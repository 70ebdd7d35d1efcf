package org.tickmark.recurrence.internal;

/** Distinct seconds counted from the start of a day, or of an hour or minute, ascending. */
abstract class Times {
    static final int NONE = -1;

    abstract int size();

    /** The first at or after the given second, or {@link #NONE}. */
    abstract int next(int second);

    /** The last at or before the given second, or {@link #NONE}. */
    abstract int previous(int second);

    abstract int countBefore(int second);

    /** The one with the given index; there must be so many. */
    abstract int nth(int index);

    final int first() {
        return nth(0);
    }

    final int last() {
        return nth(size() - 1);
    }

    static Times of(int second) {
        return new Single(second);
    }

    /** All combinations of hours, minutes and seconds given as bits. */
    static Times product(long hours, long minutes, long seconds) {
        int size = Long.bitCount(hours) * Long.bitCount(minutes) * Long.bitCount(seconds);
        Times product = new Product(hours, minutes, seconds, size);
        return size == 1 ? new Single(product.first()) : product;
    }

    /** Those at the given positions of BYSETPOS: from 1 on, or from -1 back. */
    final Times at(int[] positions) {
        int[] indices = Positions.indices(positions, size());
        int[] seconds = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            seconds[i] = nth(indices[i]);
        }
        return new Listed(seconds);
    }

    private static final class Single extends Times {
        private final int only;

        Single(int only) {
            this.only = only;
        }

        @Override
        int size() {
            return 1;
        }

        @Override
        int next(int second) {
            return second <= only ? only : NONE;
        }

        @Override
        int previous(int second) {
            return second >= only ? only : NONE;
        }

        @Override
        int countBefore(int second) {
            return second > only ? 1 : 0;
        }

        @Override
        int nth(int index) {
            return only;
        }
    }

    private static final class Listed extends Times {
        private final int[] seconds;

        Listed(int[] seconds) {
            this.seconds = seconds;
        }

        @Override
        int size() {
            return seconds.length;
        }

        @Override
        int next(int second) {
            int index = countBefore(second);
            return index < seconds.length ? seconds[index] : NONE;
        }

        @Override
        int previous(int second) {
            int index = countBefore(second + 1);
            return index > 0 ? seconds[index - 1] : NONE;
        }

        @Override
        int countBefore(int second) {
            int low = 0;
            int high = seconds.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (seconds[middle] < second) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        int nth(int index) {
            return seconds[index];
        }
    }

    /** Hours times minutes times seconds, never written out. */
    private static final class Product extends Times {
        private final long hours;
        private final long minutes;
        private final long seconds;
        private final int size;

        Product(long hours, long minutes, long seconds, int size) {
            this.hours = hours;
            this.minutes = minutes;
            this.seconds = seconds;
            this.size = size;
        }

        @Override
        int size() {
            return size;
        }

        @Override
        int next(int second) {
            int hour = second / 3600;
            int minute = second / 60 % 60;
            if ((hours >>> hour & 1) != 0) {
                int inHour = nextInHour(minute, second % 60);
                if (inHour >= 0) {
                    return hour * 3600 + inHour;
                }
            }
            long later = hours >>> hour & ~1L;
            return later == 0 ? NONE : (hour + Long.numberOfTrailingZeros(later)) * 3600 + nextInHour(0, 0);
        }

        private int nextInHour(int minute, int second) {
            if ((minutes >>> minute & 1) != 0) {
                long rest = seconds >>> second;
                if (rest != 0) {
                    return minute * 60 + second + Long.numberOfTrailingZeros(rest);
                }
            }
            long later = minutes >>> minute & ~1L;
            return later == 0
                    ? NONE
                    : (minute + Long.numberOfTrailingZeros(later)) * 60 + Long.numberOfTrailingZeros(seconds);
        }

        @Override
        int previous(int second) {
            int index = countBefore(second + 1) - 1;
            return index < 0 ? NONE : nth(index);
        }

        @Override
        int countBefore(int second) {
            if (second >= Civil.DAY) {
                return size;
            }
            int hour = second / 3600;
            int minute = second / 60 % 60;
            int perMinute = Long.bitCount(seconds);
            int perHour = Long.bitCount(minutes) * perMinute;
            int count = Long.bitCount(hours & Bits.low(hour)) * perHour;
            if ((hours >>> hour & 1) != 0) {
                count += Long.bitCount(minutes & Bits.low(minute)) * perMinute;
                if ((minutes >>> minute & 1) != 0) {
                    count += Long.bitCount(seconds & Bits.low(second % 60));
                }
            }
            return count;
        }

        @Override
        int nth(int index) {
            int perMinute = Long.bitCount(seconds);
            int perHour = Long.bitCount(minutes) * perMinute;
            int inHour = index % perHour;
            return Bits.nth(hours, index / perHour) * 3600
                    + Bits.nth(minutes, inHour / perMinute) * 60
                    + Bits.nth(seconds, inHour % perMinute);
        }
    }
}
