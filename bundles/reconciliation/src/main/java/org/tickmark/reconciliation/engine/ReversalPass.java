package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/**
 * Pairs an entry with its reversal on the same side: opposite amounts, and a word that says it is a reversal beside the same
 * reference or the same other side; without such a word only a reference proven by its check digit that both have in a
 * field of their own. An entry whose amount the other side has too is left to the rules that match across: if the other
 * side has the reference, and where no reference ties the two together, if nothing speaks against it.
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
            link(board, kind.postings(rows), key -> sameReference(board, kind, key), finder);
        }
        PairFinder.Filter sameParty = (left, right) -> relations.sharesParty(left, right)
                && !relations.referencesDisagree(left, right)
                && reversesBySaying(rows, left, right);
        link(board, rows.accountPostings(), key -> sameParty, finder);
        link(board, rows.namePostings(), key -> sameParty, finder);
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

    private static PairFinder.Filter sameReference(Board board, ReferenceKey kind, int key) {
        Snapshot rows = board.rows();
        PairFinder.Filter filter = kind.filter(board, key);
        return (left, right) -> filter.admits(left, right)
                && (reversesBySaying(rows, left, right) || bothHaveItInAField(rows, left, right));
    }

    private static boolean bothHaveItInAField(Snapshot rows, int left, int right) {
        return rows.typed().share(left, right) && rows.hasTypedInField(left) && rows.hasTypedInField(right);
    }

    /** Whether one of two rows says that it is a reversal, and is not from before what it would reverse. */
    private static boolean reversesBySaying(Snapshot rows, int left, int right) {
        return reverses(rows, left, right) || reverses(rows, right, left);
    }

    private static boolean reverses(Snapshot rows, int reversal, int original) {
        return rows.marksReversal(reversal)
                && (rows.day(reversal) >= rows.day(original) || rows.marksReversal(original));
    }

    private static void confirm(Board board, Neighbours neighbours, int one, int other) {
        OpenClasses classes = board.classes();
        int alike = classes.size(one);
        int key = key(board, one, other);
        boolean byReference = hasReference(board.rows(), one, other);
        if (alike != classes.size(other)
                || hasCounterpart(board, neighbours, one, byReference)
                || hasCounterpart(board, neighbours, other, byReference)) {
            return;
        }
        int left = one;
        int right = other;
        while (left >= 0) {
            board.propose(key, alike, Math.min(left, right), Math.max(left, right));
            left = classes.next(left);
            right = classes.next(right);
        }
    }

    private static boolean hasReference(Snapshot rows, int left, int right) {
        return rows.typed().share(left, right) || rows.tokens().share(left, right);
    }

    /** Whether the other side has a row that the row could belong to instead. */
    private static boolean hasCounterpart(Board board, Neighbours neighbours, int row, boolean byReference) {
        Snapshot rows = board.rows();
        boolean bank = rows.isBank(row);
        int earliest = Window.STANDARD.earliest(rows.day(row), bank);
        int latest = Window.STANDARD.latest(rows.day(row), bank);
        IntList others = neighbours.rows(rows.amountId(row), !bank, earliest, latest, MOST_COUNTERPARTS);
        for (int i = 0; i < others.size(); i++) {
            if (byReference
                    ? hasReference(rows, row, others.get(i))
                    : board.relations().of(row, others.get(i)) != Relations.Verdict.DISAGREE) {
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
