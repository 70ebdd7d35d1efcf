package org.tickmark.reconciliation.engine;

/** A match. Immutable. */
public final class Found {
    private final int rule;
    private final int key;
    private final int alike;
    private final int[] rows;

    /**
     * A match of rows.
     *
     * @param rows in ascending order; belongs to the match from now on
     */
    Found(int rule, int key, int alike, int... rows) {
        this.rule = rule;
        this.key = key;
        this.alike = alike;
        this.rows = rows;
    }

    /** The position of the rule that found it. */
    public int rule() {
        return rule;
    }

    /** How many rows it has. */
    public int size() {
        return rows.length;
    }

    /** A row: those of the bank side first, each side in the order of dates. */
    public int row(int index) {
        return rows[index];
    }

    /** The number of the key that its rows have in common; {@link KeyReader#NONE} if it rests on the amount alone. */
    int key() {
        return key;
    }

    /** How many rows on each side are alike, so that order alone decided which goes with which; 1 if none. */
    int alike() {
        return alike;
    }

    /** The rows; not to be changed. */
    int[] rows() {
        return rows;
    }
}
