package org.tickmark.reconciliation.engine;

/**
 * Pairs rows with the same other side, by its account or its name, whose references do not disagree, where the ledger has no older
 * row that the payment could be for.
 */
final class CounterpartyPairs extends PairPass {
    CounterpartyPairs(Window window) {
        super(window);
    }

    @Override
    Certainty link(Board board, Buckets buckets, PairFinder finder) {
        Surplus surplus = new Surplus(board.rows(), window());
        link(board, board.rows().accountPostings(), buckets, finder, surplus);
        link(board, board.rows().namePostings(), buckets, finder, surplus);
        return (bank, ledger) -> !surplus.isDoubtful(bank, ledger);
    }

    private static void link(Board board, Postings postings, Buckets buckets, PairFinder finder, Surplus surplus) {
        Relations relations = board.relations();
        PairFinder.Filter filter =
                (left, right) -> relations.sharesParty(left, right) && !relations.referencesDisagree(left, right);
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                buckets.linkAcross(buckets.members(postings, key, board.classes()), (bank, ledger) -> {
                    finder.link(bank, ledger, filter);
                    surplus.note(bank, ledger);
                });
            }
        }
    }

    @Override
    int key(Board board, int bank, int ledger) {
        return board.relations().sharedParty(bank, ledger);
    }
}
