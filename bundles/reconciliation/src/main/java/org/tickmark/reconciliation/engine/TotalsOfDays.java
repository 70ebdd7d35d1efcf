package org.tickmark.reconciliation.engine;

import java.util.Arrays;

/**
 * The rows that are the total of a day of their party on the other side, however likely by accident: a single row of the party with their amount is
 * then not all that they could be. Immutable.
 */
final class TotalsOfDays {
    /** Most rows of a day that anybody would enter as one. */
    private static final int MOST_ROWS = 500;

    private final boolean[] rows;

    private TotalsOfDays(boolean[] rows) {
        this.rows = rows;
    }

    /** Totals among the open rows, not further from what they sum up than the window allows. */
    static TotalsOfDays of(Board board, Window window) {
        boolean[] rows = new boolean[board.rows().size()];
        Blocks parties = new PartyBlocks();
        Totals days = new DayTotals();
        parties.forEach(
                board,
                (key, ones, many) -> days.find(
                        board.rows(),
                        ones,
                        many,
                        window,
                        MOST_ROWS,
                        (one, set, sets) ->
                                rows[one] |= Arrays.stream(set).noneMatch(row -> parties.disagree(board, one, row))));
        return new TotalsOfDays(rows);
    }

    boolean contain(int row) {
        return rows[row];
    }
}
