package org.tickmark.recurrence.internal;

/** Questions about ascending longs. */
final class Longs {
    private Longs() {}

    /** How many of the first {@code length} values are less than {@code value}. */
    static int countBefore(long[] values, int length, long value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
