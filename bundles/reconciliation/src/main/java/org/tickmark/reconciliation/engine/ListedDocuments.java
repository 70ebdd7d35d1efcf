package org.tickmark.reconciliation.engine;

import java.util.Arrays;

/**
 * Finds rows that name several documents and are the sum of the rows of these on the other side, such as one payment of two
 * invoices. Nobody else on their own side may name one of the documents. Linear in the rows of the documents named.
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
        Snapshot rows = board.rows();
        Postings postings = kind.postings(rows);
        PairFinder.Filter filter = kind.filter(board, key);
        for (int i = postings.start(key); i < postings.end(key); i++) {
            int other = postings.row(i);
            boolean near = Math.abs(rows.day(other) - rows.day(row)) <= reach;
            if (other == row || !near || !board.isOpen(other)) {
                continue;
            }
            if (rows.isBank(other) == rows.isBank(row) || !filter.admits(row, other)) {
                return false;
            }
            if (!others.contains(other)) {
                others.add(other);
            }
        }
        return true;
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
