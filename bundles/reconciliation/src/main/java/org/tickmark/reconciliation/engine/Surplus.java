package org.tickmark.reconciliation.engine;

/** Notes for which bank rows the ledger has {@linkplain Rivals rivals}. Linear in the rows noted. For one thread. */
final class Surplus {
    private final Snapshot rows;
    private final Rivals rivals;
    private final boolean[] amongAll;
    private final boolean[] amongPlain;

    Surplus(Snapshot rows, Window window) {
        this.rows = rows;
        this.rivals = new Rivals(rows, window);
        this.amongAll = new boolean[rows.bankRows()];
        this.amongPlain = new boolean[rows.bankRows()];
    }

    /** Counts rows of one party and amount; both lists in the order of dates. */
    void note(IntList bank, IntList ledger) {
        mark(bank, ledger, amongAll);
        mark(rivals.plain(bank), rivals.plain(ledger), amongPlain);
    }

    private void mark(IntList bank, IntList ledger, boolean[] doubtful) {
        for (int i = 0; i < bank.size(); i++) {
            doubtful[bank.get(i)] |= rivals.remain(bank, ledger, bank.get(i));
        }
    }

    /** Whether a bank row could be for another row of the ledger than this one. */
    boolean isDoubtful(int bankRow, int ledgerRow) {
        return (rows.documents().isEmpty(ledgerRow) ? amongPlain : amongAll)[bankRow];
    }
}
