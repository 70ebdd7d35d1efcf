package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

/**
 * Which rows of a snapshot are open while rules are applied. A pass sees the rows as they were when it began: what it
 * proposes counts from the next pass on. For one thread.
 */
final class Board {
    private final Snapshot rows;
    private final Borne borne;
    private final Chains chains;
    private final CancelToken cancel;
    private final Relations relations;
    private final boolean[] taken;
    private final boolean[] perhapsPostedTwice;
    private final boolean[] tooManySums;
    private final List<Doubtful> doubtful = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Found> proposed = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Integer, MissingRate> missingRates = new HashMap<>();
    private final Map<Integer, Explanation> explained = new HashMap<>();
    private final Map<Integer, Long> rests = new HashMap<>();
    private int rule = -1;
    private String ruleName = "";
    private OpenClasses classes;
    private AmountIndex amounts;

    Board(Snapshot rows, Borne borne, Chains chains, CancelToken cancel) {
        this.rows = rows;
        this.borne = borne;
        this.chains = chains;
        this.cancel = cancel;
        this.relations = new Relations(rows);
        this.taken = new boolean[rows.size()];
        this.perhapsPostedTwice = new boolean[rows.size()];
        this.tooManySums = new boolean[rows.size()];
    }

    Snapshot rows() {
        return rows;
    }

    /** What the matches that stand bear as differences. */
    Borne borne() {
        return borne;
    }

    /** What the matches of other groups tie together. */
    Chains chains() {
        return chains;
    }

    /** Begins the pass of a rule. */
    void beginPass(String name) {
        rule++;
        ruleName = name;
        proposed.clear();
    }

    /** The position of the rule whose pass it is. */
    int rule() {
        return rule;
    }

    /** The name of the rule whose pass it is. */
    String ruleName() {
        return ruleName;
    }

    /** Whether to stop. */
    CancelToken cancel() {
        return cancel;
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

    /** Rows, in ascending order, that the rule at hand found to belong together for the reasons told. */
    Found found(List<Message> reasons, int... rowsFound) {
        return Found.told(rule, reasons, rowsFound);
    }

    /** Proposes a match. */
    void propose(Found match) {
        proposed.add(match);
    }

    /** Keeps something that a person could match, unless a later pass matches a row of it. */
    void suggest(Doubtful found) {
        doubtful.add(found);
    }

    /** Keeps rows, in ascending order, as something that a person could match, unless a later pass matches one of them. */
    void suggest(int key, Message doubt, int... rowsFound) {
        doubtful.add(new Doubtful(new Found(rule, key, 1, rowsFound), List.of(doubt)));
    }

    /** Says what an open row is, unless a rule before has. */
    void explain(Explanation explanation) {
        explained.putIfAbsent(explanation.row(), explanation);
    }

    /** Says that rows could not be compared for want of a rate; of several the first in their order is told of a row. */
    void lackRate(MissingRate rate, int... rowsCompared) {
        for (int row : rowsCompared) {
            missingRates.merge(row, rate, BinaryOperator.minBy(MissingRate.ORDER));
        }
    }

    /** The rate for want of which a row could not be compared, if that is so. */
    Optional<MissingRate> missingRate(int row) {
        return Optional.ofNullable(missingRates.get(row));
    }

    /** What a row is that stayed open, if a rule says so. */
    Optional<Explanation> explanation(int row) {
        return isOpen(row) ? Optional.ofNullable(explained.get(row)) : Optional.empty();
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
        classes = null;
        amounts = null;
    }

    /** Ends a pass that may only suggest. */
    void endSuggestingPass(Message doubt) {
        proposed.forEach(match -> doubtful.add(new Doubtful(match, List.of(doubt))));
    }

    /** Ends a pass that failed, or could not begin: it proposed nothing. */
    void endFailedPass(Problem problem) {
        problems.add(problem);
    }

    /** Why rules were not applied. */
    List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    private void take(Found match) {
        for (int i = 0; i < match.size(); i++) {
            int row = match.row(i);
            long left = taken[row] ? rest(row) : rows.scaled(row);
            long share = match.scaled(rows, i);
            boolean isSpent = taken[row] && left == 0;
            if (isSpent || Long.signum(share) != Long.signum(left) || isMore(share, left)) {
                throw new IllegalStateException("Rule " + match.rule() + " matched row " + row + " twice");
            }
            taken[row] = true;
            if (share == left) {
                rests.remove(row);
            } else {
                rests.put(row, left - share);
            }
        }
    }

    private static boolean isMore(long share, long left) {
        return share > 0 ? share > left : share < left;
    }

    /** What is left of a row of which a part was matched; nought of any other. It is for the next run to match. */
    long rest(int row) {
        return rests.getOrDefault(row, 0L);
    }

    /** A board of the same rows in other terms, on which what is open here is open, for the rule at hand. */
    Board beside(Snapshot others, int[] here) {
        Board beside = new Board(others, borne, chains, cancel);
        for (int row = 0; row < here.length; row++) {
            beside.taken[row] = taken[here[row]];
        }
        beside.rule = rule;
        beside.ruleName = ruleName;
        return beside;
    }

    /**
     * Takes over what a pass told a board beside.
     *
     * @param pass tells the reasons in the terms of that board
     * @param terms is told with them
     * @param here of each of its rows which it is here
     */
    void takeOver(Board beside, Pass pass, Message terms, int[] here) {
        for (Found match : beside.proposed) {
            proposed.add(match.moved(with(pass.evidence(beside.rows, match), terms), here));
        }
        for (Doubtful doubt : beside.doubtful) {
            Found found = doubt.found();
            doubtful.add(
                    new Doubtful(found.moved(with(pass.agreement(beside.rows, found), terms), here), doubt.doubts()));
        }
        beside.missingRates.forEach((row, rate) -> lackRate(rate, here[row]));
        beside.explained.values().forEach(explanation -> explain(explanation.of(here[explanation.row()])));
        for (int row = 0; row < here.length; row++) {
            tooManySums[here[row]] |= beside.tooManySums[row];
            perhapsPostedTwice[here[row]] |= beside.perhapsPostedTwice[row];
        }
    }

    /** What rules found and did not take, and no other rule took anything of. */
    List<Doubtful> doubtful() {
        return doubtful.stream()
                .filter(doubt -> Arrays.stream(doubt.found().rows()).allMatch(this::isOpen))
                .toList();
    }

    private static List<Message> with(List<Message> reasons, Message more) {
        return Stream.concat(reasons.stream(), Stream.of(more)).toList();
    }

    /** What was matched, by rule and then by contents. */
    List<Found> found() {
        return found;
    }
}
