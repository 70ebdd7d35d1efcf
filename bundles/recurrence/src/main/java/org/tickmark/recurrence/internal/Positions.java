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

    /** The index that one position means; it may be outside the set. */
    static int index(int position, int size) {
        return position > 0 ? position - 1 : size + position;
    }
}
