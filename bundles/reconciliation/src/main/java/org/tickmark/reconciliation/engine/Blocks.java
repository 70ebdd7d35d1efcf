package org.tickmark.reconciliation.engine;

import org.tickmark.api.rule.RuleParameter;

/** The open rows of both sides that have something in common, such as a reference or the other side, to be looked at together. */
interface Blocks {
    /** What rules call the blocks of one other side. */
    String COUNTERPARTY = OneOneKind.COUNTERPARTY;

    /** The parameter that chooses what rows have in common. */
    static RuleParameter parameter(String standard) {
        return Parameters.word(
                OneOneKind.KEY, standard, ReferenceKey.TYPED.word(), ReferenceKey.CAPTURED.word(), COUNTERPARTY);
    }

    /** The blocks that a rule goes by. */
    static Blocks of(String word) {
        return word.equals(COUNTERPARTY) ? new PartyBlocks() : new ReferenceBlocks(ReferenceKey.of(word));
    }

    /** Takes a block. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes rows of one side, and all those of the other side that have something in common with each of them; neither is empty.
         *
         * @param key what they have in common
         * @param ones in the order of dates
         * @param many in the order of dates
         */
        void visit(int key, IntList ones, IntList many);
    }

    /** Visits every block from either side. A row may be in several. */
    void forEach(Board board, Visitor visitor);

    /** Whether two rows of a block, in any order, do not belong together, whatever they have in common. */
    boolean disagree(Board board, int one, int other);

    /** Whether what rows have in common is so telling that their sum is no accident. */
    boolean proveTotals();

    /** Whether two rows of the same amount, of different sides and in any order, could belong together. */
    boolean couldBePair(Board board, int one, int other);

    /** Visits the open rows of each key that both sides have, the bank's first. */
    static void forEachKey(Board board, Postings postings, Visitor visitor) {
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                IntList bank = new IntList();
                IntList ledger = new IntList();
                split(board, postings, key, bank, ledger);
                if (!bank.isEmpty() && !ledger.isEmpty()) {
                    visitor.visit(key, bank, ledger);
                }
            }
        }
    }

    private static void split(Board board, Postings postings, int key, IntList bank, IntList ledger) {
        for (int i = postings.start(key); i < postings.end(key); i++) {
            int row = postings.row(i);
            if (board.isOpen(row)) {
                (board.rows().isBank(row) ? bank : ledger).add(row);
            }
        }
    }
}
