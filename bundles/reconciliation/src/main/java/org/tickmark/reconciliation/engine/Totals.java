package org.tickmark.reconciliation.engine;

import org.tickmark.api.message.Message;

/** Chooses the sets of rows, by their dates alone, of which another row may be the total. */
interface Totals {
    /**
     * The sets that could be meant by rows of the other side.
     *
     * @param ones the rows that may be totals, all of one side, in the order of dates
     * @param many the rows of the other side that have the key in common with them, in the order of dates
     * @param window how far a total may be from what it is the total of
     * @param limit most rows of a set
     * @param sink takes what has the right sum
     */
    void find(Snapshot rows, IntList ones, IntList many, Window window, int limit, Sink sink);

    /** Takes a set and its total. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes a set of at least two rows and the row that has their sum.
         *
         * @param sets how many sets that row could have been the total of
         */
        void total(int one, int[] set, int sets);
    }

    /**
     * Why these rows and no others of the other side.
     *
     * @param first the first of the rows of a set
     */
    Message evidence(Snapshot rows, int first, Window window);
}
