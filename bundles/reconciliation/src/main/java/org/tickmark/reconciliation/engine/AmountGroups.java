package org.tickmark.reconciliation.engine;

/** The open rows amount by amount: those of the bank and those of the ledger, each in the order of dates. For one thread. */
final class AmountGroups {
    private final Snapshot rows;
    private final AmountIndex index;
    private final IntList bank = new IntList();
    private final IntList ledger = new IntList();
    private int position;

    AmountGroups(Board board) {
        this.rows = board.rows();
        this.index = board.amounts();
    }

    /** Goes on to the next amount; false after the last. */
    boolean next() {
        bank.clear();
        ledger.clear();
        if (position == index.size()) {
            return false;
        }
        int amount = index.amountAt(position);
        while (position < index.size() && index.amountAt(position) == amount) {
            int row = index.rowAt(position++);
            (rows.isBank(row) ? bank : ledger).add(row);
        }
        return true;
    }

    IntList bank() {
        return bank;
    }

    IntList ledger() {
        return ledger;
    }
}
