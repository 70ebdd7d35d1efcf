package org.tickmark.reconciliation.engine;

/**
 * Settles pairs of which more than one row could be meant, as a rule says: the oldest rows go together, or those that could are
 * suggested. Bank rows come in their order, and rows alike one after the other; so nothing depends on how they were found. For one thread.
 */
final class Undecided {
    private static final int MOST_SUGGESTED = 5;

    private final Board board;
    private final Ambiguity ambiguity;
    private final PairPass.Certainty certainty;
    private final KeyOfPair keys;
    private final boolean[] settled;

    Undecided(Board board, Ambiguity ambiguity, PairPass.Certainty certainty, KeyOfPair keys) {
        this.board = board;
        this.ambiguity = ambiguity;
        this.certainty = certainty;
        this.keys = keys;
        this.settled = new boolean[ambiguity.goesOn() ? board.rows().size() : 0];
    }

    /** Tells the key that two rows have in common. */
    @FunctionalInterface
    interface KeyOfPair {
        int of(int bank, int ledger);
    }

    /** Settles the rows like a bank row, for which those like one ledger row could be meant. */
    void settle(int bank, int ledger) {
        IntList candidates = new IntList(1);
        candidates.add(ledger);
        settle(bank, candidates);
    }

    /** Settles the rows like a bank row, for which those like several ledger rows, in ascending order, could be meant. */
    void settle(int bank, IntList candidates) {
        for (int row = bank; row >= 0; row = board.classes().next(row)) {
            if (!settled[row]) {
                settled[row] = true;
                settleOne(row, candidates);
            }
        }
    }

    private void settleOne(int bank, IntList candidates) {
        int[] meant = meant(bank, candidates);
        if (ambiguity == Ambiguity.OLDEST_FIRST) {
            if (meant.length > 0) {
                settled[meant[0]] = true;
                board.propose(keys.of(bank, meant[0]), Found.BY_ORDER, bank, meant[0]);
            }
            return;
        }
        Snapshot rows = board.rows();
        IndexSort.sort(
                meant, (left, right) -> Integer.compare(distance(rows, bank, left), distance(rows, bank, right)));
        for (int i = 0; i < Math.min(meant.length, MOST_SUGGESTED); i++) {
            board.suggest(keys.of(bank, meant[i]), Wording.message("doubt.several"), bank, meant[i]);
        }
    }

    /** The rows that could be meant, in their order. */
    private int[] meant(int bank, IntList candidates) {
        IntList meant = new IntList();
        for (int i = 0; i < candidates.size(); i++) {
            for (int row = candidates.get(i); row >= 0; row = board.classes().next(row)) {
                if (!settled[row] && certainty.holds(bank, row)) {
                    meant.add(row);
                }
            }
        }
        meant.sort();
        return meant.toArray();
    }

    private static int distance(Snapshot rows, int bank, int ledger) {
        return Math.abs(rows.day(bank) - rows.day(ledger));
    }
}
