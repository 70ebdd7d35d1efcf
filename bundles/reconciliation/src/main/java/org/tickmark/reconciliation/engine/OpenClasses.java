package org.tickmark.reconciliation.engine;

import java.util.Arrays;

/** The classes of rows alike in all that is seen of them, of the rows open when a pass begins. */
final class OpenClasses {
    private static final int NONE = -1;

    private final Snapshot rows;
    private final int[] first;
    private final int[] next;
    private final int[] size;

    OpenClasses(Board board) {
        rows = board.rows();
        int count = rows.size();
        first = new int[count];
        next = new int[count];
        size = new int[count];
        Arrays.fill(first, NONE);
        for (int row = count - 1; row >= 0; row--) {
            if (board.isOpen(row)) {
                int alike = rows.classOf(row);
                next[row] = first[alike];
                first[alike] = row;
                size[alike]++;
            }
        }
    }

    /** Whether a row is open and stands for its class: it is the first open one. */
    boolean represents(int row) {
        return first[rows.classOf(row)] == row;
    }

    /** How many open rows are alike this one, itself among them. */
    int size(int row) {
        return size[rows.classOf(row)];
    }

    /** The next open row alike; -1 after the last. */
    int next(int row) {
        return next[row];
    }
}
