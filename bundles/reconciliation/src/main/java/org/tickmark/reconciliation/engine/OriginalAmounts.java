package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/** Amounts in another currency, which both rows have and which are equal. */
final class OriginalAmounts implements Compared {
    @Override
    public PairFinder.Filter near(Board board, Tolerance.Scaled tolerance) {
        Snapshot rows = board.rows();
        return (bank, ledger) -> rows.shareOriginal(bank, ledger) && tolerance.holds(bank, ledger);
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public void tell(Snapshot rows, int bank, int ledger, List<Message> reasons) {
        reasons.add(Evidence.sameOriginal(rows, bank));
    }
}
