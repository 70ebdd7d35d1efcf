package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of one side out of which sums are made, divided into the parts that a sum may be made of. Immutable. */
final class Pool {
    private static final int[] NONE = {};

    private final Snapshot rows;
    private final int[] all;
    private final boolean oneDay;
    private final List<int[]> parts;

    /**
     * A pool.
     *
     * @param all its rows in ascending order, all of one side
     * @param oneDay whether a sum is made of rows of one day and one wording only
     */
    Pool(Snapshot rows, int[] all, boolean oneDay) {
        this.rows = rows;
        this.all = all;
        this.oneDay = oneDay;
        this.parts = oneDay ? days() : List.of();
    }

    private List<int[]> days() {
        List<int[]> days = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int to = firstFrom(rows.day(all[from]) + 1);
            days.addAll(Wordings.divide(rows, Arrays.copyOfRange(all, from, to)));
            from = to;
        }
        return days;
    }

    private int firstFrom(int day) {
        return first(all.length, i -> rows.day(all[i]) >= day);
    }

    /** Says something of a position. */
    @FunctionalInterface
    private interface At {
        boolean holds(int position);
    }

    /** The first position of which something holds that holds of all that follow. */
    private static int first(int end, At condition) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.holds(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The parts with rows between two days; those with more rows than a limit as empty ones. */
    List<int[]> parts(int fromDay, int toDay, int limit) {
        if (!oneDay) {
            int from = firstFrom(fromDay);
            int to = firstFrom(toDay + 1);
            return to == from ? List.of() : List.of(to - from > limit ? NONE : Arrays.copyOfRange(all, from, to));
        }
        List<int[]> found = new ArrayList<>();
        int start = first(parts.size(), i -> rows.day(parts.get(i)[0]) >= fromDay);
        for (int i = start; i < parts.size() && rows.day(parts.get(i)[0]) <= toDay; i++) {
            found.add(parts.get(i).length > limit ? NONE : parts.get(i));
        }
        return found;
    }

    /** The pool of the rows of this one and of another. */
    Pool and(Pool other) {
        int[] both = Arrays.copyOf(all, all.length + other.all.length);
        System.arraycopy(other.all, 0, both, all.length, other.all.length);
        return new Pool(rows, Arrays.stream(both).sorted().distinct().toArray(), oneDay);
    }
}
