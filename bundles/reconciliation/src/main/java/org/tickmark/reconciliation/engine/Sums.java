package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums found for rows, and which of them are certain: those that are alone for their row, and share no row with another. For one thread. */
final class Sums {
    static final String NO_DOUBT = "";

    private final Board board;
    private final List<List<Sum>> found = new ArrayList<>();
    private final int[] uses;

    Sums(Board board) {
        this.board = board;
        this.uses = new int[board.rows().size()];
    }

    /** Rows that have the sum that a row is. Immutable. */
    static final class Sum {
        private final int key;
        private final int one;
        private final int[] set;
        private final String doubt;

        /**
         * A sum.
         *
         * @param set in ascending order; belongs to the sum from now on
         * @param doubt what speaks against it by itself, as a message; empty if nothing does
         */
        Sum(int key, int one, int[] set, String doubt) {
            this.key = key;
            this.one = one;
            this.set = set;
            this.doubt = doubt;
        }

        boolean isDoubtful() {
            return !doubt.isEmpty();
        }

        /** The same sum, with another doubt. */
        Sum but(String otherDoubt) {
            return new Sum(key, one, set, otherDoubt);
        }

        /** All rows of it, in ascending order. */
        int[] rows() {
            int[] rows = Arrays.copyOf(set, set.length + 1);
            rows[set.length] = one;
            Arrays.sort(rows);
            return rows;
        }
    }

    /** Adds the sums found for a row, if any. */
    void add(List<Sum> ofOneRow) {
        if (ofOneRow.isEmpty()) {
            return;
        }
        for (Sum sum : ofOneRow) {
            if (!sum.isDoubtful()) {
                Arrays.stream(sum.rows()).forEach(row -> uses[row]++);
            }
        }
        found.add(ofOneRow);
    }

    /** Proposes what is certain, and suggests the rest. */
    void propose() {
        for (List<Sum> ofOneRow : found) {
            Sum first = ofOneRow.get(0);
            boolean alone = ofOneRow.size() == 1 && !first.isDoubtful();
            if (alone && Arrays.stream(first.rows()).allMatch(row -> uses[row] == 1)) {
                board.propose(first.key, 1, first.rows());
            } else {
                ofOneRow.forEach(sum -> board.suggest(sum.key, Wording.message(doubt(ofOneRow, sum)), sum.rows()));
            }
        }
    }

    private static String doubt(List<Sum> ofOneRow, Sum sum) {
        if (ofOneRow.size() > 1) {
            return "doubt.several-sums";
        }
        return sum.isDoubtful() ? sum.doubt : "doubt.shared-rows";
    }
}
