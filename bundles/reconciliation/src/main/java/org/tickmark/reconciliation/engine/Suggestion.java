package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/** Open rows that may belong together, for a person to decide. Immutable. */
public final class Suggestion {
    private final int anchor;
    private final int rank;
    private final int[] rows;
    private final List<Message> reasons;

    /**
     * A suggestion.
     *
     * @param anchor the row that it is made for
     * @param rank 1 for the best one for its anchor
     * @param rows all rows of it, in ascending order; belongs to the suggestion from now on
     * @param reasons what speaks for it and what against it
     */
    Suggestion(int anchor, int rank, int[] rows, List<Message> reasons) {
        this.anchor = anchor;
        this.rank = rank;
        this.rows = rows;
        this.reasons = List.copyOf(reasons);
    }

    /** The row that it is made for. */
    public int anchor() {
        return anchor;
    }

    /** 1 for the best one for its anchor, and so on. */
    public int rank() {
        return rank;
    }

    /** How many rows it has. */
    public int size() {
        return rows.length;
    }

    /** A row: those of the bank side first, each side in the order of dates. */
    public int row(int index) {
        return rows[index];
    }

    /** What speaks for it and what against it. */
    public List<Message> reasons() {
        return reasons;
    }
}
