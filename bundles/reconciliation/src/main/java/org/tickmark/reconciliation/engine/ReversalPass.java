package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/**
 * Pairs an entry with its reversal on the same side: opposite amounts, and the same reference, or the same other side with
 * the same text or a word that says it is a reversal. An entry whose amount the other side has too, with nothing that speaks
 * against it, is left to the rules that match across.
 */
final class ReversalPass implements Pass {
    private static final int MOST_COUNTERPARTS = 64;

    private final int window;

    ReversalPass(int window) {
        this.window = window;
    }

    @Override
    public void run(Board board) {
        Snapshot rows = board.rows();
        Relations relations = board.relations();
        PairFinder finder = new PairFinder(rows, -window, window);
        for (ReferenceKey kind : ReferenceKey.values()) {
            link(board, kind.postings(rows), key -> kind.filter(board, key), finder);
        }
        PairFinder.Filter sameMatter = (left, right) -> relations.sharesParty(left, right)
                && !relations.referencesDisagree(left, right)
                && isSameMatter(rows, left, right);
        link(board, rows.accountPostings(), key -> sameMatter, finder);
        link(board, rows.namePostings(), key -> sameMatter, finder);
        Neighbours neighbours = new Neighbours(board);
        finder.eachPair((one, other) -> confirm(board, neighbours, one, other));
    }

    /** Chooses a filter for a key. */
    @FunctionalInterface
    private interface Filters {
        PairFinder.Filter of(int key);
    }

    private static void link(Board board, Postings postings, Filters filters, PairFinder finder) {
        Buckets buckets = new Buckets(board.rows());
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                buckets.linkWithin(buckets.members(postings, key, board.classes()), finder, filters.of(key));
            }
        }
    }

    private static boolean isSameMatter(Snapshot rows, int left, int right) {
        return rows.marksReversal(left)
                || rows.marksReversal(right)
                || (rows.textClass(left) != 0 && rows.textClass(left) == rows.textClass(right));
    }

    private static void confirm(Board board, Neighbours neighbours, int one, int other) {
        OpenClasses classes = board.classes();
        int alike = classes.size(one);
        if (alike != classes.size(other)
                || hasCounterpart(board, neighbours, one)
                || hasCounterpart(board, neighbours, other)) {
            return;
        }
        int key = key(board, one, other);
        int left = one;
        int right = other;
        while (left >= 0) {
            board.propose(key, alike, Math.min(left, right), Math.max(left, right));
            left = classes.next(left);
            right = classes.next(right);
        }
    }

    private static boolean hasCounterpart(Board board, Neighbours neighbours, int row) {
        Snapshot rows = board.rows();
        boolean bank = rows.isBank(row);
        int earliest = Window.STANDARD.earliest(rows.day(row), bank);
        int latest = Window.STANDARD.latest(rows.day(row), bank);
        IntList others = neighbours.rows(rows.amountId(row), !bank, earliest, latest, MOST_COUNTERPARTS);
        for (int i = 0; i < others.size(); i++) {
            if (board.relations().of(row, others.get(i)) != Relations.Verdict.DISAGREE) {
                return true;
            }
        }
        return others.size() == MOST_COUNTERPARTS;
    }

    private static int key(Board board, int one, int other) {
        for (ReferenceKey kind : ReferenceKey.values()) {
            int key = kind.best(board.rows(), one, other);
            if (key != KeyReader.NONE) {
                return key;
            }
        }
        return board.relations().sharedParty(one, other);
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        int one = match.rows()[0];
        int other = match.rows()[1];
        Message unique = match.alike() > 1
                ? Wording.message("evidence.alike-reversals", match.alike())
                : Wording.message("evidence.only-reversal", window);
        return List.of(rows.agreement("reversal", match.key()), Evidence.opposite(rows, one, other), unique);
    }
}
