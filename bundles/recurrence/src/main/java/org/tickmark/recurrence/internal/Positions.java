package org.tickmark.recurrence.internal;

import java.util.Arrays;

/** The positions of BYSETPOS put to a set of known size. */
final class Positions {
    private Positions() {}

    /** The indices from 0 that the positions (from 1 on, or from -1 back) mean in a set of that size, ascending and distinct. */
    static int[] indices(int[] positions, int size) {
        return Arrays.stream(positions)
                .map(position -> index(position, size))
                .filter(index -> index >= 0 && index < size)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Those of a set of at most 64, given as bits, that are at the positions. */
    static long chosen(long set, int[] positions) {
        long chosen = 0;
        for (int position : positions) {
            chosen |= position > 0 ? lowest(set, position) : Long.reverse(lowest(Long.reverse(set), -position));
        }
        return chosen;
    }

    /** The bit that is the n-th from the low end, or 0. */
    private static long lowest(long set, int n) {
        long rest = set;
        for (int i = 1; i < n && rest != 0; i++) {
            rest &= rest - 1;
        }
        return Long.lowestOneBit(rest);
    }

    /** The index that one position means; it may be outside the set. */
    static int index(int position, int size) {
        return position > 0 ? position - 1 : size + position;
    }
}
