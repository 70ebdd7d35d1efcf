package org.tickmark.benchmarks.matching.score;

import java.util.List;
import java.util.Map;

/**
 * How well two files were matched.
 *
 * @param counts of groups
 * @param pairs of rows
 * @param amountRecall of the amounts in all groups, the share in those found
 * @param byType groups by their types
 * @param byRule matches by the rules that made them
 * @param suggested how many of the groups not matched were suggested
 * @param openExact whether the rows said to be open are just those in no match
 * @param proven whether the matcher says that the balances are proven, and the differences it names are right
 * @param harmful the wrong matches
 */
public record Scores(
        Counts counts,
        Pairs pairs,
        double amountRecall,
        Map<String, OfType> byType,
        Map<String, OfRule> byRule,
        Suggested suggested,
        boolean openExact,
        boolean proven,
        List<Match> harmful) {
    /**
     * Groups and matches.
     *
     * @param right matches that are a group
     * @param partial matches that are a part of a group
     * @param harmful matches that join what does not belong together, or that hold a row that must stay open
     * @param allowed matches that need not be made but are right
     * @param expected groups that are to be found
     */
    public record Counts(int right, int partial, int harmful, int allowed, int expected) {
        /** Matches that count: all but those allowed. */
        public int confirmed() {
            return right + partial + harmful;
        }

        public double precision() {
            return ratio(right, confirmed());
        }

        public double recall() {
            return ratio(right, expected);
        }

        public double f1() {
            return ratio(2L * right, (long) confirmed() + expected);
        }

        /** Wrong matches of all matches made. */
        public double harmfulRate() {
            return confirmed() + allowed == 0 ? 0 : (double) harmful / (confirmed() + allowed);
        }
    }

    /** Pairs of rows: right ones, all that were made, all there are. */
    public record Pairs(int right, int made, int expected) {
        public double precision() {
            return ratio(right, made);
        }

        public double recall() {
            return ratio(right, expected);
        }
    }

    /** Groups of a type. */
    public record OfType(int expected, int found) {
        public OfType plus(OfType other) {
            return new OfType(expected + other.expected, found + other.found);
        }
    }

    /** Matches of a rule. */
    public record OfRule(int made, int harmful) {
        public OfRule plus(OfRule other) {
            return new OfRule(made + other.made, harmful + other.harmful);
        }
    }

    /** Groups not matched, and how many of them came first, or among the first three, of the suggestions for one of their rows. */
    public record Suggested(int rest, int first, int third) {
        public double hitAt1() {
            return ratio(first, rest);
        }

        public double hitAt3() {
            return ratio(third, rest);
        }
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
