package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final long[] shares;

    /**
     * A match of rows.
     *
     * @param rows in ascending order; belongs to the match from now on
     */
    Found(int rule, int key, int alike, int... rows) {
        this(rule, key, alike, List.of(), null, rows);
    }

    private Found(int rule, int key, int alike, List<Message> told, long[] shares, int... rows) {
        this.rule = rule;
        this.key = key;
        this.alike = alike;
        this.told = told;
        this.shares = shares;
        this.rows = rows;
    }

    /** A match of rows, in ascending order, and what was told of it as it was found. */
    static Found told(int rule, List<Message> told, int... rows) {
        return new Found(rule, KeyReader.NONE, 1, List.copyOf(told), null, rows);
    }

    /**
     * This match, of which some rows are only in part: the rest of them stays open.
     *
     * @param scaled how much of each row belongs to it; belongs to the match from now on
     */
    Found sharing(long... scaled) {
        return new Found(rule, key, alike, told, scaled, rows);
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

    /**
     * The same match of rows that have other numbers.
     *
     * @param reasons why they belong together
     * @param numbers the other number of each row
     */
    Found moved(List<Message> reasons, int[] numbers) {
        Integer[] order = new Integer[rows.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> numbers[rows[i]]));
        int[] moved = new int[rows.length];
        long[] movedShares = shares == null ? null : new long[rows.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = numbers[rows[order[i]]];
            if (shares != null) {
                movedShares[i] = shares[order[i]];
            }
        }
        return new Found(rule, KeyReader.NONE, 1, List.copyOf(reasons), movedShares, moved);
    }

    /** How much of a row belongs to the match. */
    long scaled(Snapshot of, int index) {
        return shares == null ? of.scaled(rows[index]) : shares[index];
    }

    /** Whether only a part of a row belongs to the match. */
    boolean isPart(Snapshot of, int index) {
        return shares != null && shares[index] != of.scaled(rows[index]);
    }

    /** How much of each row belongs to the match; empty if it has all of them whole. Not to be changed. */
    Optional<long[]> shares() {
        return Optional.ofNullable(shares);
    }

    /** The rows; not to be changed. */
    int[] rows() {
        return rows;
    }
}
