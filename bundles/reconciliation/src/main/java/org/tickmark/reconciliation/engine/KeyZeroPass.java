package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.message.Message;

/**
 * Matches all open rows of both sides that hold a reference, when they sum to nought. A gap in time divides the rows of a
 * reference that is used again; rows that are plain pairs of equal amounts are matched pair by pair, or not at all where it
 * is open which goes with which. So are the rows of several references with a row that names them all.
 */
final class KeyZeroPass implements Pass {
    private final ReferenceKey kind;
    private final int gap;
    private final int limit;

    /**
     * Such matches.
     *
     * @param gap days without a row after which rows of the same reference are another set
     * @param limit most rows of a match
     */
    KeyZeroPass(ReferenceKey kind, int gap, int limit) {
        this.kind = kind;
        this.gap = gap;
        this.limit = limit;
    }

    @Override
    public void run(Board board) {
        Postings postings = kind.postings(board.rows());
        ZeroSets sets = new ZeroSets(board.rows());
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                findSets(board, key, byDate(board, postings, key), sets);
            }
        }
        new ListedDocuments(board, kind, gap, limit).addTo(sets);
        sets.propose(board);
    }

    /** The open rows of a key, of both sides in one order of dates. */
    private static int[] byDate(Board board, Postings postings, int key) {
        Snapshot rows = board.rows();
        IntList open = new IntList(postings.count(key));
        for (int i = postings.start(key); i < postings.end(key); i++) {
            if (board.isOpen(postings.row(i))) {
                open.add(postings.row(i));
            }
        }
        int[] ordered = open.toArray();
        IndexSort.sort(ordered, (left, right) -> Integer.compare(rows.day(left), rows.day(right)));
        return ordered;
    }

    private void findSets(Board board, int key, int[] ordered, ZeroSets sets) {
        Snapshot rows = board.rows();
        int from = 0;
        while (from < ordered.length) {
            int to = from + 1;
            while (to < ordered.length && rows.day(ordered[to]) - rows.day(ordered[to - 1]) <= gap) {
                to++;
            }
            if (to - from > 1) {
                int[] set = Arrays.copyOfRange(ordered, from, to);
                Arrays.sort(set);
                judge(board, key, set, sets);
            }
            from = to;
        }
    }

    private void judge(Board board, int key, int[] set, ZeroSets sets) {
        Snapshot rows = board.rows();
        int bankEnd = 0;
        ExactSum sum = new ExactSum();
        for (int row : set) {
            if (rows.isBank(row)) {
                bankEnd++;
                sum.add(rows.scaled(row));
            } else {
                sum.subtract(rows.scaled(row));
            }
        }
        if (bankEnd == 0 || bankEnd == set.length || !sum.isZero()) {
            return;
        }
        int[] bank = byAmount(rows, set, 0, bankEnd);
        int[] ledger = byAmount(rows, set, bankEnd, set.length);
        if (amountsAreEqual(rows, bank, ledger)) {
            addPairs(board, key, bank, ledger, sets);
        } else if (set.length <= limit && !labelsDisagree(board.relations(), set, bankEnd)) {
            sets.add(key, 1, set);
        }
    }

    /** Whether a row of each side name a document or a period, and not the same one. */
    private static boolean labelsDisagree(Relations relations, int[] set, int bankEnd) {
        for (int bank = 0; bank < bankEnd; bank++) {
            for (int ledger = bankEnd; ledger < set.length; ledger++) {
                if (relations.labelsDisagree(set[bank], set[ledger])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] byAmount(Snapshot rows, int[] set, int from, int to) {
        int[] ordered = Arrays.copyOfRange(set, from, to);
        IndexSort.sort(ordered, (left, right) -> Integer.compare(rows.amountId(left), rows.amountId(right)));
        return ordered;
    }

    private static boolean amountsAreEqual(Snapshot rows, int[] bank, int[] ledger) {
        return Arrays.equals(
                Arrays.stream(bank).map(rows::amountId).toArray(),
                Arrays.stream(ledger).map(rows::amountId).toArray());
    }

    private void addPairs(Board board, int key, int[] bank, int[] ledger, ZeroSets sets) {
        Snapshot rows = board.rows();
        PairFinder.Filter filter = kind.filter(board, key);
        int from = 0;
        while (from < bank.length) {
            int to = from + 1;
            while (to < bank.length && rows.amountId(bank[to]) == rows.amountId(bank[from])) {
                to++;
            }
            if (areAlike(rows, bank, from, to)
                    && areAlike(rows, ledger, from, to)
                    && filter.admits(bank[from], ledger[from])) {
                for (int i = from; i < to; i++) {
                    sets.add(key, to - from, bank[i], ledger[i]);
                }
            }
            from = to;
        }
    }

    private static boolean areAlike(Snapshot rows, int[] ordered, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (rows.classOf(ordered[i]) != rows.classOf(ordered[from])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        boolean pair = match.rows().length == 2;
        Message sum =
                pair ? Evidence.sameAmount(rows, match.rows()[0], match.rows()[1]) : Evidence.sameSum(rows, match);
        Message unique = match.alike() > 1
                ? Wording.message("evidence.alike", match.alike())
                : Wording.message("evidence.whole-set", gap);
        return Stream.concat(agreements(rows, match), Stream.of(sum, unique)).toList();
    }

    /** The key that all rows hold, or those by which a row that names several documents holds together with each of the others. */
    private Stream<Message> agreements(Snapshot rows, Found match) {
        int[] set = match.rows();
        Keys keys = kind.keys(rows);
        if (Arrays.stream(set).allMatch(row -> keys.has(row, match.key()))) {
            return Stream.of(rows.agreement("evidence", match.key()));
        }
        int last = set.length - 1;
        int lister = rows.isBank(set[1]) ? set[last] : set[0];
        return Arrays.stream(set)
                .filter(row -> row != lister)
                .map(row -> kind.best(rows, lister, row))
                .distinct()
                .mapToObj(key -> rows.agreement("evidence", key));
    }
}
