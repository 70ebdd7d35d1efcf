package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/** Amounts as they were booked. Where they are equal there is no difference to be told, and other rules pair them. */
final class BookedAmounts implements Compared {
    @Override
    public PairFinder.Filter near(Board board, Tolerance.Scaled tolerance) {
        Snapshot rows = board.rows();
        return (bank, ledger) -> rows.scaled(bank) != rows.scaled(ledger) && tolerance.holds(bank, ledger);
    }

    @Override
    public boolean isIn(Snapshot rows) {
        return true;
    }

    @Override
    public void tell(Snapshot rows, int bank, int ledger, List<Message> reasons) {
        // The difference says it.
    }
}
