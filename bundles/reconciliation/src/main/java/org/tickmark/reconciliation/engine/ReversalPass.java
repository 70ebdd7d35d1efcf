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
        boolean[] byReference = new boolean[board.rows().size()];
        pairByReference(board, byReference);
        pairByParty(board, byReference);
    }

    private void pairByReference(Board board, boolean[] paired) {
        PairFinder finder = PairFinder.within(board.rows(), window);
        for (ReferenceKey kind : ReferenceKey.values()) {
            link(board, kind.postings(board.rows()), key -> sameReference(board, kind, key), finder);
        }
        finder.eachPair((one, other) -> {
            paired[one] = true;
            paired[other] = true;
            if (!hasCounterpartByReference(board, one, other) && !hasCounterpartByReference(board, other, one)) {
                confirm(board, one, other);
            }
        });
    }

    /** What a reference pairs is nobody else's reversal. */
    private void pairByParty(Board board, boolean[] byReference) {
        Snapshot rows = board.rows();
        Relations relations = board.relations();
        PairFinder finder = PairFinder.within(rows, window);
        PairFinder.Filter sameParty = (left, right) -> !byReference[left]
                && !byReference[right]
                && relations.sharesParty(left, right)
                && !relations.referencesDisagree(left, right)
                && reversesBySaying(rows, left, right);
        link(board, rows.accountPostings(), key -> sameParty, finder);
        link(board, rows.namePostings(), key -> sameParty, finder);
        Neighbours neighbours = new Neighbours(board);
        finder.eachPair((one, other) -> {
            if (!hasCounterpart(board, neighbours, one) && !hasCounterpart(board, neighbours, other)) {
                confirm(board, one, other);
            }
        });
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
                PairFinder.Filter filter = filters.of(key);
                buckets.linkWithin(
                        buckets.members(postings, key, board.classes()),
                        (left, right) -> finder.link(left, right, filter));
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

    private static void confirm(Board board, int one, int other) {
        OpenClasses classes = board.classes();
        int alike = classes.size(one);
        if (alike != classes.size(other)) {
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

    /** Whether the other side has a row of the amount that the row could belong to instead. */
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

    /** Whether the other side has a row of the amount with a reference that the row has in common with its reversal. */
    private static boolean hasCounterpartByReference(Board board, int row, int reversal) {
        for (ReferenceKey kind : ReferenceKey.values()) {
            Keys keys = kind.keys(board.rows());
            for (int i = keys.start(row); i < keys.end(row); i++) {
                if (keys.has(reversal, keys.key(i))
                        && hasCounterpart(board, kind.postings(board.rows()), keys.key(i), row)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasCounterpart(Board board, Postings postings, int key, int row) {
        Snapshot rows = board.rows();
        if (postings.count(key) > MOST_COUNTERPARTS) {
            return true;
        }
        for (int i = postings.start(key); i < postings.end(key); i++) {
            int other = postings.row(i);
            boolean across = board.isOpen(other) && rows.isBank(other) != rows.isBank(row);
            if (across && rows.amountId(other) == rows.amountId(row) && isNear(rows, row, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(Snapshot rows, int row, int other) {
        return rows.isBank(row)
                ? Window.STANDARD.holds(rows.day(row), rows.day(other))
                : Window.STANDARD.holds(rows.day(other), rows.day(row));
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
