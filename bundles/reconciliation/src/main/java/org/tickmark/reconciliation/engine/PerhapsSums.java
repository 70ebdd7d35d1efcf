package org.tickmark.reconciliation.engine;

/**
 * Doubts of pairs that only their party and amount speak for: one of the two is also the total of a day, or the bank's words are those of rows that are
 * sums. Immutable.
 */
final class PerhapsSums {
    private final TotalsOfDays totals;
    private final UnpairedWords words;

    private PerhapsSums(TotalsOfDays totals, UnpairedWords words) {
        this.totals = totals;
        this.words = words;
    }

    /**
     * Doubts of pairs of open rows.
     *
     * @param paired the bank rows of all such pairs
     */
    static PerhapsSums of(Board board, Window window, IntList paired) {
        return new PerhapsSums(TotalsOfDays.of(board, window), UnpairedWords.of(board, paired));
    }

    boolean contain(int bank, int ledger) {
        return totals.contain(bank) || totals.contain(ledger) || words.areOn(bank);
    }
}
