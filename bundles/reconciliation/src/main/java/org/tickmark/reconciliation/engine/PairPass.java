package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/**
 * A pass that pairs a bank row with a ledger row of the same amount, where each is the other's only candidate. What becomes of rows that have
 * several, or their like, is said by the rule.
 */
abstract class PairPass implements Pass {
    private final Window window;
    private final Ambiguity ambiguity;

    PairPass(Window window, Ambiguity ambiguity) {
        this.window = window;
        this.ambiguity = ambiguity;
    }

    @Override
    public final void run(Board board) {
        PairFinder finder = window.finder(board.rows());
        if (ambiguity.goesOn()) {
            finder.keepUndecided();
        }
        Certainty certainty = link(board, new Buckets(board.rows()), finder);
        Undecided undecided = new Undecided(board, ambiguity, certainty, (bank, ledger) -> key(board, bank, ledger));
        finder.eachPair((bank, ledger) -> {
            if (certainty.holds(bank, ledger)) {
                confirm(board, bank, ledger, undecided);
            }
        });
        if (ambiguity.goesOn()) {
            finder.eachUndecided(undecided::settle);
        }
    }

    /** Says whether two rows that are each other's only candidate are also a match in the light of rows that are none. */
    @FunctionalInterface
    interface Certainty {
        boolean holds(int bank, int ledger);
    }

    /** Links the rows that have in common what the pass goes by; says which of the pairs found then are certain. */
    abstract Certainty link(Board board, Buckets buckets, PairFinder finder);

    /** The key that two rows have in common, for the evidence. */
    abstract int key(Board board, int bank, int ledger);

    final Ambiguity ambiguity() {
        return ambiguity;
    }

    /** Rows alike count as one candidate: as many on either side are paired in their order if the rule lets them be exchanged. */
    private void confirm(Board board, int bank, int ledger, Undecided undecided) {
        OpenClasses classes = board.classes();
        int alike = classes.size(bank);
        if (alike != classes.size(ledger)) {
            board.suspectDoublePosting(bank);
            board.suspectDoublePosting(ledger);
        }
        if (alike == classes.size(ledger) && (alike == 1 || ambiguity == Ambiguity.EXCHANGEABLE)) {
            proposeAlike(board, alike, bank, ledger);
        } else if (ambiguity.goesOn()) {
            undecided.settle(bank, ledger);
        }
    }

    private void proposeAlike(Board board, int alike, int bank, int ledger) {
        OpenClasses classes = board.classes();
        int key = key(board, bank, ledger);
        int left = bank;
        int right = ledger;
        while (left >= 0) {
            board.propose(key, alike, left, right);
            left = classes.next(left);
            right = classes.next(right);
        }
    }

    @Override
    public final Window window() {
        return window;
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        int bank = match.rows()[0];
        int ledger = match.rows()[1];
        return List.of(
                rows.agreement("evidence", match.key()),
                Evidence.sameAmount(rows, bank, ledger),
                Evidence.unique(match, window));
    }
}
