package org.tickmark.reconciliation.engine;

import java.util.Arrays;

/**
 * Finds pairs of rows of which each is the other's only candidate. Buckets of rows that could go together are linked one
 * after the other, in any order; a row's candidates over all buckets are then none, one or many. Linear in the rows of
 * the buckets, since candidates are counted and not listed.
 */
final class PairFinder {
    /** More rows than this are many, whether or not a filter admits them. */
    private static final int MOST_LOOKED_AT = 64;

    private static final int NONE = -1;
    private static final int MANY = -2;

    private final Snapshot rows;
    private final int[] candidate;
    private final int earliest;
    private final int latest;

    /**
     * Finds pairs whose right row is from so many days after the left one to so many.
     *
     * @param earliest negative for days before
     */
    PairFinder(Snapshot rows, int earliest, int latest) {
        this.rows = rows;
        this.earliest = earliest;
        this.latest = latest;
        this.candidate = new int[rows.size()];
        Arrays.fill(candidate, NONE);
    }

    /** Says whether two rows may go together. */
    @FunctionalInterface
    interface Filter {
        /** Any two may. */
        Filter ANY = (left, right) -> true;

        boolean admits(int left, int right);
    }

    /** Does something with a pair. */
    @FunctionalInterface
    interface Consumer {
        void accept(int lower, int higher);
    }

    /** Links rows of the same size of amount; both lists in the order of dates. */
    void link(IntList left, IntList right, Filter filter) {
        look(left, right, earliest, latest, filter);
        look(right, left, -latest, -earliest, (one, other) -> filter.admits(other, one));
    }

    private void look(IntList from, IntList to, int lowest, int highest, Filter filter) {
        int start = 0;
        int end = 0;
        for (int i = 0; i < from.size(); i++) {
            int row = from.get(i);
            int day = rows.day(row);
            while (start < to.size() && rows.day(to.get(start)) < day + lowest) {
                start++;
            }
            end = Math.max(end, start);
            while (end < to.size() && rows.day(to.get(end)) <= day + highest) {
                end++;
            }
            consider(row, to, start, end, filter);
        }
    }

    private void consider(int row, IntList to, int start, int end, Filter filter) {
        if (end - start > MOST_LOOKED_AT) {
            candidate[row] = MANY;
            return;
        }
        for (int i = start; i < end && candidate[row] != MANY; i++) {
            int other = to.get(i);
            if (candidate[row] != other && filter.admits(row, other)) {
                candidate[row] = candidate[row] == NONE ? other : MANY;
            }
        }
    }

    /** Tells the pairs, each once, the row with the lower number first. */
    void eachPair(Consumer consumer) {
        for (int row = 0; row < candidate.length; row++) {
            int other = candidate[row];
            if (other > row && candidate[other] == row) {
                consumer.accept(row, other);
            }
        }
    }
}
