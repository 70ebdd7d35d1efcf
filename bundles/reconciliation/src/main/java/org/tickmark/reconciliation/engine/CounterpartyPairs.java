package org.tickmark.reconciliation.engine;

/**
 * Pairs rows with the same other side, by its account or its name, whose references do not disagree, where the ledger has no older
 * row that the payment could be for, neither row is perhaps a sum, and neither row's number stands damaged on a third row of the amount.
 */
final class CounterpartyPairs extends PairPass {
    private static final int MOST_LOOKED_AT = 64;

    CounterpartyPairs(Window window, Ambiguity ambiguity) {
        super(window, ambiguity);
    }

    @Override
    Certainty link(Board board, Buckets buckets, PairFinder finder) {
        Surplus surplus = new Surplus(board.rows(), window());
        link(board, board.rows().accountPostings(), buckets, finder, surplus);
        link(board, board.rows().namePostings(), buckets, finder, surplus);
        Neighbours neighbours = new Neighbours(board);
        IntList paired = new IntList();
        finder.eachPair((bank, ledger) -> paired.add(bank));
        PerhapsSums sums = PerhapsSums.of(board, window(), paired);
        boolean anyAge = ambiguity() == Ambiguity.OLDEST_FIRST;
        return (bank, ledger) -> (anyAge || !surplus.isDoubtful(bank, ledger))
                && !sums.contain(bank, ledger)
                && !isNearlyNamed(board, neighbours, bank, ledger)
                && !isNearlyNamed(board, neighbours, ledger, bank);
    }

    /** Whether a row on the side of one row, of its amount, has nearly the number of the other row. */
    private boolean isNearlyNamed(Board board, Neighbours neighbours, int row, int other) {
        Snapshot rows = board.rows();
        int day = rows.day(row);
        int span = window().span(day);
        IntList near = neighbours.rows(rows.amountId(row), rows.isBank(row), day - span, day + span, MOST_LOOKED_AT);
        for (int i = 0; i < near.size(); i++) {
            if (near.get(i) != row && board.relations().damagedNumber(near.get(i), other) != KeyReader.NONE) {
                return true;
            }
        }
        return false;
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
