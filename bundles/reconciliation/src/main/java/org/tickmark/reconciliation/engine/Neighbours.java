package org.tickmark.reconciliation.engine;

/** Finds open rows of one amount on one side between two days. Safe for reading from many threads. */
final class Neighbours {
    private final Snapshot rows;
    private final AmountIndex open;

    Neighbours(Board board) {
        this.rows = board.rows();
        this.open = board.amounts();
    }

    /** How many there are. */
    int count(int amountId, boolean bank, int fromDay, int toDay) {
        int start = open.start(amountId, bank);
        int end = open.end(amountId, bank);
        return firstFrom(start, end, toDay + 1) - firstFrom(start, end, fromDay);
    }

    /** Which there are, in the order of dates; not more than a limit. */
    IntList rows(int amountId, boolean bank, int fromDay, int toDay, int limit) {
        int end = open.end(amountId, bank);
        IntList found = new IntList();
        for (int i = firstFrom(open.start(amountId, bank), end, fromDay); i < end && found.size() < limit; i++) {
            int row = open.rowAt(i);
            if (rows.day(row) > toDay) {
                break;
            }
            found.add(row);
        }
        return found;
    }

    /** The first position between two whose row is not before a day. */
    private int firstFrom(int start, int end, int day) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.day(open.rowAt(middle)) < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
