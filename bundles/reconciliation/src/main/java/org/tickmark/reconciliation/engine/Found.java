package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/** A match. Immutable. */
public final class Found {
    /** Instead of a number of rows alike: several could be meant, and the oldest were taken. */
    static final int BY_ORDER = 0;

    private final int rule;
    private final int key;
    private final int alike;
    private final int[] rows;
    private final List<Message> told;

    /**
     * A match of rows.
     *
     * @param rows in ascending order; belongs to the match from now on
     */
    Found(int rule, int key, int alike, int... rows) {
        this(rule, key, alike, List.of(), rows);
    }

    private Found(int rule, int key, int alike, List<Message> told, int... rows) {
        this.rule = rule;
        this.key = key;
        this.alike = alike;
        this.told = told;
        this.rows = rows;
    }

    /** A match of rows, in ascending order, and what was told of it as it was found. */
    static Found told(int rule, List<Message> told, int... rows) {
        return new Found(rule, KeyReader.NONE, 1, List.copyOf(told), rows);
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

    /** How many rows on each side are alike, so that order alone decided which goes with which; 1 if none; {@link #BY_ORDER}. */
    int alike() {
        return alike;
    }

    /** What was told of it as it was found; empty where its pass tells it from the rows. */
    List<Message> told() {
        return told;
    }

    /** The rows; not to be changed. */
    int[] rows() {
        return rows;
    }
}
