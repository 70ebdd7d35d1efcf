package org.tickmark.reconciliation.engine;

/** Pairs rows that hold the same reference. */
final class ReferencePairs extends PairPass {
    private static final int CREDITED_DAYS = 30;
    private static final int MOST_LOOKED_AT = 64;

    private final ReferenceKey kind;

    ReferencePairs(ReferenceKey kind, Window window, Ambiguity ambiguity) {
        super(window, ambiguity);
        this.kind = kind;
    }

    @Override
    Certainty link(Board board, Buckets buckets, PairFinder finder) {
        Postings postings = kind.postings(board.rows());
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                IntList members = buckets.members(postings, key, board.classes());
                PairFinder.Filter filter = kind.filter(board, key);
                buckets.linkAcross(members, (bank, ledger) -> finder.link(bank, ledger, filter));
            }
        }
        Neighbours neighbours = new Neighbours(board);
        return (bank, ledger) -> !isCredited(board, neighbours, ledger);
    }

    /** An invoice that was credited is no longer to be paid, whatever the payer wrote. */
    private static boolean isCredited(Board board, Neighbours neighbours, int ledger) {
        Snapshot rows = board.rows();
        int day = rows.day(ledger);
        int opposite = rows.amountId(ledger) ^ 1;
        IntList reversals = neighbours.rows(opposite, false, day, day + CREDITED_DAYS, MOST_LOOKED_AT);
        for (int i = 0; i < reversals.size(); i++) {
            int reversal = reversals.get(i);
            if (rows.marksReversal(reversal) && ReferenceKey.share(rows, reversal, ledger)) {
                return true;
            }
        }
        return reversals.size() == MOST_LOOKED_AT;
    }

    @Override
    int key(Board board, int bank, int ledger) {
        return kind.best(board.rows(), bank, ledger);
    }
}
