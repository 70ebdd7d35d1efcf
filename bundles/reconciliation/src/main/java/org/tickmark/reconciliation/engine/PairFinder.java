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
    private final Reach fromLeft;
    private final Reach fromRight;
    /** The candidates of left rows that have more than one, or null where nobody asks for them. */
    private IntList[] undecided;

    /**
     * Finds pairs of rows that reach each other.
     *
     * @param fromLeft which days a left row reaches
     * @param fromRight which days a right row reaches; the same pairs
     */
    PairFinder(Snapshot rows, Reach fromLeft, Reach fromRight) {
        this.rows = rows;
        this.fromLeft = fromLeft;
        this.fromRight = fromRight;
        this.candidate = new int[rows.size()];
        Arrays.fill(candidate, NONE);
    }

    /** Finds pairs that are not more than so many days apart. */
    static PairFinder within(Snapshot rows, int days) {
        Reach reach = new Reach() {
            @Override
            public int earliest(int day) {
                return day - days;
            }

            @Override
            public int latest(int day) {
                return day + days;
            }
        };
        return new PairFinder(rows, reach, reach);
    }

    /** Keeps all candidates of left rows that have several, to be told by {@link #eachUndecided}. To be called before rows are linked. */
    PairFinder keepUndecided() {
        undecided = new IntList[candidate.length];
        return this;
    }

    /** The days that a row reaches; later ones for later rows. */
    interface Reach {
        int earliest(int day);

        int latest(int day);
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
        look(left, right, fromLeft, filter, undecided != null);
        look(right, left, fromRight, (one, other) -> filter.admits(other, one), false);
    }

    private void look(IntList from, IntList to, Reach reach, Filter filter, boolean keepAll) {
        int start = 0;
        int end = 0;
        for (int i = 0; i < from.size(); i++) {
            int row = from.get(i);
            int earliest = reach.earliest(rows.day(row));
            int latest = reach.latest(rows.day(row));
            while (start < to.size() && rows.day(to.get(start)) < earliest) {
                start++;
            }
            end = Math.max(end, start);
            while (end < to.size() && rows.day(to.get(end)) <= latest) {
                end++;
            }
            consider(row, to, start, end, filter);
            if (keepAll && end - start <= MOST_LOOKED_AT) {
                keep(row, to, start, end, filter);
            }
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

    private void keep(int row, IntList to, int start, int end, Filter filter) {
        for (int i = start; i < end; i++) {
            int other = to.get(i);
            if (filter.admits(row, other)) {
                if (undecided[row] == null) {
                    undecided[row] = new IntList(2);
                }
                if (!undecided[row].contains(other)) {
                    undecided[row].add(other);
                }
            }
        }
    }

    /** Takes a row, and those in ascending order that could go with it. */
    @FunctionalInterface
    interface Choice {
        void among(int row, IntList candidates);
    }

    /** Tells the left rows that are in no pair, and their candidates, in the order of rows. */
    void eachUndecided(Choice choice) {
        for (int row = 0; row < undecided.length; row++) {
            boolean paired = candidate[row] >= 0 && candidate[candidate[row]] == row;
            if (undecided[row] != null && !paired) {
                undecided[row].sort();
                choice.among(row, undecided[row]);
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
