package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds rows that name several documents and are the sum of the rows of these on the other side, such as one payment of two
 * invoices. Nobody else on their own side may name one of the documents. Linear in the rows of the documents named that are near.
 */
final class ListedDocuments {
    private final Board board;
    private final ReferenceKey kind;
    private final int reach;
    private final int limit;

    /**
     * Such rows on a board.
     *
     * @param reach days between the row and those of the documents, at most
     * @param limit most rows of a match
     */
    ListedDocuments(Board board, ReferenceKey kind, int reach, int limit) {
        this.board = board;
        this.kind = kind;
        this.reach = reach;
        this.limit = limit;
    }

    void addTo(ZeroSets sets) {
        for (int row = 0; row < board.rows().size(); row++) {
            if (board.isOpen(row) && board.rows().documents().count(row) > 1) {
                judge(row, sets);
            }
        }
    }

    private void judge(int row, ZeroSets sets) {
        Keys documents = board.rows().documents();
        IntList others = new IntList();
        IntList named = new IntList();
        for (int i = documents.start(row); i < documents.end(row); i++) {
            int key = documents.key(i);
            int before = others.size();
            if (!collect(row, key, others)) {
                return;
            }
            if (others.size() > before) {
                named.add(key);
            }
        }
        if (named.size() > 1 && others.size() < limit && isSum(row, others)) {
            others.add(row);
            int[] set = others.toArray();
            Arrays.sort(set);
            sets.add(named.get(0), 1, set);
        }
    }

    /** Adds the rows of a document that are near; false if one of them may not go with the row. */
    private boolean collect(int row, int key, IntList others) {
        boolean bank = board.rows().isBank(row);
        return near(row, key, bank, other -> false) && near(row, key, !bank, admitted(row, key, others));
    }

    private IntPredicate admitted(int row, int key, IntList others) {
        PairFinder.Filter filter = kind.filter(board, key);
        return other -> {
            boolean admitted = filter.admits(row, other);
            if (admitted && !others.contains(other)) {
                others.add(other);
            }
            return admitted;
        };
    }

    /** Shows the other rows of a side that hold a key and are near; false as soon as one is refused. */
    private boolean near(int row, int key, boolean bank, IntPredicate each) {
        Snapshot rows = board.rows();
        Postings postings = kind.postings(rows);
        int last = rows.day(row) + reach;
        for (int i = first(postings, key, bank, rows.day(row) - reach); i < postings.end(key); i++) {
            int other = postings.row(i);
            if (rows.isBank(other) != bank || rows.day(other) > last) {
                return true;
            }
            if (other != row && board.isOpen(other) && !each.test(other)) {
                return false;
            }
        }
        return true;
    }

    /** The first position of a key with a row of a side that is not before a day: rows are in the order of sides, the bank's first, and days. */
    private int first(Postings postings, int key, boolean bank, int day) {
        Snapshot rows = board.rows();
        int low = postings.start(key);
        int high = postings.end(key);
        while (low < high) {
            int middle = (low + high) >>> 1;
            int other = postings.row(middle);
            boolean before = rows.isBank(other) == bank ? rows.day(other) < day : rows.isBank(other);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isSum(int row, IntList others) {
        Snapshot rows = board.rows();
        ExactSum sum = new ExactSum();
        sum.add(rows.scaled(row));
        for (int i = 0; i < others.size(); i++) {
            sum.subtract(rows.scaled(others.get(i)));
        }
        return sum.isZero();
    }
}
