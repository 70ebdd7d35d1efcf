package org.tickmark.reconciliation.engine;

/** Pairs rows with the same other side, by its account or its name, whose references do not disagree. */
final class CounterpartyPairs extends PairPass {
    CounterpartyPairs(Window window) {
        super(window);
    }

    @Override
    void link(Board board, Buckets buckets, PairFinder finder) {
        link(board, board.rows().accountPostings(), buckets, finder);
        link(board, board.rows().namePostings(), buckets, finder);
    }

    private static void link(Board board, Postings postings, Buckets buckets, PairFinder finder) {
        Relations relations = board.relations();
        PairFinder.Filter filter =
                (left, right) -> relations.sharesParty(left, right) && !relations.referencesDisagree(left, right);
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                buckets.linkAcross(buckets.members(postings, key, board.classes()), finder, filter);
            }
        }
    }

    @Override
    int key(Board board, int bank, int ledger) {
        return board.relations().sharedParty(bank, ledger);
    }
}
