package org.tickmark.benchmarks.matching.score;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.workload.Group.Expected;

/** How many groups of each type, and how much of the amounts, were found. */
final class TypeScores {
    private final Truth truth;
    private final TruthGroups groups;
    private final Map<String, Scores.OfType> byType = new TreeMap<>();
    private int expected;
    private double amount;
    private double amountFound;

    TypeScores(Truth truth, TruthGroups groups) {
        this.truth = truth;
        this.groups = groups;
        for (int group = 0; group < truth.groups(); group++) {
            if (truth.expected(group) == Expected.MATCH) {
                add(group);
            }
        }
    }

    private void add(int group) {
        boolean found = groups.isFound(group);
        double size = size(Side.BANK, groups.bank(group)) + size(Side.LEDGER, groups.ledger(group));
        expected++;
        amount += size;
        amountFound += found ? size : 0;
        byType.merge(truth.type(group), new Scores.OfType(1, found ? 1 : 0), Scores.OfType::plus);
    }

    private double size(Side side, List<Integer> rows) {
        double size = 0;
        for (int row : rows) {
            size += Math.abs((double) truth.minor(side, row));
        }
        return size;
    }

    int expected() {
        return expected;
    }

    /** Of the amounts in all groups, the share in those found. */
    double amountRecall() {
        return amount == 0 ? 1 : amountFound / amount;
    }

    Map<String, Scores.OfType> byType() {
        return byType;
    }
}
