package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of rows that sum to nought, each found by a key. Out of sets that overlap it keeps those that no other set is a part of,
 * and of these only such as share no row. Linear in the rows of the sets, as a row has few keys.
 */
final class ZeroSets {
    private final Snapshot rows;
    private final List<Found> sets = new ArrayList<>();

    ZeroSets(Snapshot rows) {
        this.rows = rows;
    }

    /** Adds a set; its rows in ascending order. */
    void add(int key, int alike, int... members) {
        sets.add(new Found(0, key, alike, members));
    }

    /** Proposes the sets to keep. */
    void propose(Board board) {
        Keys setsOfRow = setsOfRow();
        boolean[] dropped = new boolean[sets.size()];
        for (int set = 0; set < dropped.length; set++) {
            dropped[set] = overlaps(set, setsOfRow) && hasSmallerOrEqual(set, setsOfRow);
        }
        for (int set = 0; set < dropped.length; set++) {
            if (!dropped[set] && sharesNoRow(set, setsOfRow, dropped)) {
                Found found = sets.get(set);
                board.propose(found.key(), found.alike(), found.rows());
            }
        }
    }

    private Keys setsOfRow() {
        int[] starts = new int[rows.size() + 1];
        sets.forEach(set -> Arrays.stream(set.rows()).forEach(row -> starts[row + 1]++));
        for (int row = 0; row < rows.size(); row++) {
            starts[row + 1] += starts[row];
        }
        int[] next = starts.clone();
        int[] members = new int[starts[rows.size()]];
        for (int set = 0; set < sets.size(); set++) {
            for (int row : sets.get(set).rows()) {
                members[next[row]++] = set;
            }
        }
        return new Keys(starts, members);
    }

    private boolean overlaps(int set, Keys setsOfRow) {
        for (int row : sets.get(set).rows()) {
            if (setsOfRow.end(row) - setsOfRow.start(row) > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part of a set is a set too, or the same rows were found by a key that says more. */
    private boolean hasSmallerOrEqual(int set, Keys setsOfRow) {
        int size = sets.get(set).rows().length;
        Map<Integer, Integer> common = new HashMap<>();
        for (int row : sets.get(set).rows()) {
            for (int i = setsOfRow.start(row); i < setsOfRow.end(row); i++) {
                int other = setsOfRow.key(i);
                int otherSize = sets.get(other).rows().length;
                boolean isPart = other != set && common.merge(other, 1, Integer::sum) == otherSize;
                if (isPart && (otherSize < size || precedes(other, set))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean precedes(int one, int other) {
        int key = sets.get(one).key();
        int otherKey = sets.get(other).key();
        return key == otherKey ? one < other : ReferenceKey.saysMore(rows, key, otherKey);
    }

    private boolean sharesNoRow(int set, Keys setsOfRow, boolean[] dropped) {
        for (int row : sets.get(set).rows()) {
            for (int i = setsOfRow.start(row); i < setsOfRow.end(row); i++) {
                int other = setsOfRow.key(i);
                if (other != set && !dropped[other]) {
                    return false;
                }
            }
        }
        return true;
    }
}
