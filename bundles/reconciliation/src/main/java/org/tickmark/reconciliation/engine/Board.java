package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tickmark.api.message.Message;

/**
 * Which rows of a snapshot are open while rules are applied. A pass sees the rows as they were when it began: what it
 * proposes counts from the next pass on. For one thread.
 */
final class Board {
    private final Snapshot rows;
    private final Relations relations;
    private final boolean[] taken;
    private final boolean[] perhapsPostedTwice;
    private final boolean[] tooManySums;
    private final List<Doubtful> doubtful = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Found> proposed = new ArrayList<>();
    private int rule;
    private OpenClasses classes;
    private AmountIndex amounts;

    Board(Snapshot rows) {
        this.rows = rows;
        this.relations = new Relations(rows);
        this.taken = new boolean[rows.size()];
        this.perhapsPostedTwice = new boolean[rows.size()];
        this.tooManySums = new boolean[rows.size()];
    }

    Snapshot rows() {
        return rows;
    }

    Relations relations() {
        return relations;
    }

    boolean isOpen(int row) {
        return !taken[row];
    }

    /** The classes of the rows open when the pass began. */
    OpenClasses classes() {
        if (classes == null) {
            classes = new OpenClasses(this);
        }
        return classes;
    }

    /** The amounts of the rows open when the pass began. */
    AmountIndex amounts() {
        if (amounts == null) {
            amounts = rows.amountIndex().only(this::isOpen);
        }
        return amounts;
    }

    /** Proposes rows, in ascending order, as a match of the pass at hand. */
    void propose(int key, int alike, int... matched) {
        proposed.add(new Found(rule, key, alike, matched));
    }

    /** Keeps rows, in ascending order, as something that a person could match, unless a later pass matches one of them. */
    void suggest(int key, Message doubt, int... rowsFound) {
        doubtful.add(new Doubtful(new Found(rule, key, 1, rowsFound), List.of(doubt)));
    }

    /** Marks a row as one that so many sums of others could be that none was proven. */
    void haveTooManySums(int row) {
        tooManySums[row] = true;
    }

    boolean hasTooManySums(int row) {
        return tooManySums[row];
    }

    /** Marks rows alike of which one side has more than the other. */
    void suspectDoublePosting(int row) {
        for (int alike = row; alike >= 0; alike = classes().next(alike)) {
            perhapsPostedTwice[alike] = true;
        }
    }

    boolean isPerhapsPostedTwice(int row) {
        return perhapsPostedTwice[row];
    }

    /** Ends a pass: what it proposed is matched, in the order of contents. */
    void endPass() {
        proposed.sort((left, right) -> Integer.compare(left.rows()[0], right.rows()[0]));
        proposed.forEach(this::take);
        found.addAll(proposed);
        nextRule();
    }

    /** Ends a pass that may only suggest. */
    void endSuggestingPass(Message doubt) {
        proposed.forEach(match -> doubtful.add(new Doubtful(match, List.of(doubt))));
        nextRule();
    }

    private void nextRule() {
        proposed.clear();
        classes = null;
        amounts = null;
        rule++;
    }

    private void take(Found match) {
        for (int row : match.rows()) {
            if (taken[row]) {
                throw new IllegalStateException("Rule " + match.rule() + " matched row " + row + " twice");
            }
            taken[row] = true;
        }
    }

    /** What rules found and did not take, and no other rule took anything of. */
    List<Doubtful> doubtful() {
        return doubtful.stream()
                .filter(doubt -> Arrays.stream(doubt.found().rows()).allMatch(this::isOpen))
                .toList();
    }

    /** What was matched, by rule and then by contents. */
    List<Found> found() {
        return found;
    }
}
