package org.tickmark.reconciliation.engine;

/** Pairs rows that hold the same reference. */
final class ReferencePairs extends PairPass {
    private final ReferenceKey kind;

    ReferencePairs(ReferenceKey kind, Window window) {
        super(window);
        this.kind = kind;
    }

    @Override
    void link(Board board, Buckets buckets, PairFinder finder) {
        Postings postings = kind.postings(board.rows());
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                IntList members = buckets.members(postings, key, board.classes());
                buckets.linkAcross(members, finder, kind.filter(board, key));
            }
        }
    }

    @Override
    int key(Board board, int bank, int ledger) {
        return kind.best(board.rows(), bank, ledger);
    }
}
