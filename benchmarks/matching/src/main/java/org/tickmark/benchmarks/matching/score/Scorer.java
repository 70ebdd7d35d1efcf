package org.tickmark.benchmarks.matching.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.workload.Group.Expected;

/**
 * Compares what a matcher found with the truth. Rows of a side that look the same in all but their names are exchangeable: which of them is
 * in a match does not matter, how many are does.
 */
public final class Scorer {
    private final Truth truth;
    private final Contents contents;
    private final TruthGroups groups;
    private final Result result;
    private final List<Match> right = new ArrayList<>();
    private final List<Match> partial = new ArrayList<>();
    private final List<Match> harmful = new ArrayList<>();
    private int allowed;

    private Scorer(Truth truth, Result result) {
        this.truth = truth;
        this.result = result;
        this.contents = new Contents(truth);
        this.groups = new TruthGroups(truth, contents);
    }

    /** Scores a result. */
    public static Scores score(Truth truth, Result result) {
        Scorer scorer = new Scorer(truth, result);
        scorer.judge();
        return scorer.scores();
    }

    /** First the matches that are groups by their very rows, then those that look like one that is left. */
    private void judge() {
        List<Match> unknown = new ArrayList<>();
        for (Match match : result.matches()) {
            accept(match, groups.takeSame(match), unknown);
        }
        List<Match> wrong = new ArrayList<>();
        for (Match match : unknown) {
            accept(match, groups.takeAlike(match), wrong);
        }
        for (Match match : wrong) {
            (groups.isPart(match) ? partial : harmful).add(match);
        }
    }

    private void accept(Match match, OptionalInt group, List<Match> others) {
        if (group.isEmpty()) {
            others.add(match);
        } else if (truth.expected(group.getAsInt()) == Expected.EITHER) {
            allowed++;
        } else {
            right.add(match);
        }
    }

    private Scores scores() {
        TypeScores types = new TypeScores(truth, groups);
        int[] pairs = pairs();
        return new Scores(
                new Scores.Counts(right.size(), partial.size(), harmful.size(), allowed, types.expected()),
                new Scores.Pairs(pairs[0], pairs[1], pairs[2]),
                types.amountRecall(),
                types.byType(),
                byRule(),
                suggestions(),
                openIsExact(),
                result.proven() && differencesAreRight(),
                harmful);
    }

    // pairs

    /** How many pairs are right, how many were made, how many there are. */
    private int[] pairs() {
        Map<Long, Integer> expected = new HashMap<>();
        int there = 0;
        for (int group = 0; group < truth.groups(); group++) {
            if (truth.expected(group) == Expected.MATCH) {
                for (long pair : contents.pairs(groups.bank(group), groups.ledger(group))) {
                    expected.merge(pair, 1, Integer::sum);
                    there++;
                }
            }
        }
        int made = 0;
        int correct = 0;
        for (List<Match> matches : List.of(right, partial, harmful)) {
            for (Match match : matches) {
                for (long pair : contents.pairs(match.bank(), match.ledger())) {
                    made++;
                    correct += expected.merge(pair, -1, Integer::sum) >= 0 ? 1 : 0;
                }
            }
        }
        return new int[] {correct, made, there};
    }

    // rules

    private Map<String, Scores.OfRule> byRule() {
        Map<String, Scores.OfRule> rules = new TreeMap<>();
        result.matches().forEach(match -> rules.merge(match.rule(), new Scores.OfRule(1, 0), Scores.OfRule::plus));
        harmful.forEach(match -> rules.merge(match.rule(), new Scores.OfRule(0, 1), Scores.OfRule::plus));
        return rules;
    }

    // suggestions

    private Scores.Suggested suggestions() {
        Map<Long, Integer> ranks = new HashMap<>();
        for (Suggestion suggestion : result.suggestions()) {
            ranks.merge(contents.key(suggestion.bank(), suggestion.ledger()), suggestion.rank(), Math::min);
        }
        int rest = 0;
        int first = 0;
        int third = 0;
        for (int group = 0; group < truth.groups(); group++) {
            if (truth.expected(group) == Expected.MATCH && !groups.isFound(group)) {
                int rank = ranks.getOrDefault(groups.key(group), Integer.MAX_VALUE);
                rest++;
                first += rank <= 1 ? 1 : 0;
                third += rank <= 3 ? 1 : 0;
            }
        }
        return new Scores.Suggested(rest, first, third);
    }

    // open rows and differences

    /** Whether the rows said to be open are just those that are in no match, each once, and no row is in two matches. */
    private boolean openIsExact() {
        return isExact(Side.BANK, result.openBank()) && isExact(Side.LEDGER, result.openLedger());
    }

    private boolean isExact(Side side, List<Integer> open) {
        int[] uses = new int[truth.rows(side)];
        open.forEach(row -> uses[row]++);
        for (Match match : result.matches()) {
            (side == Side.BANK ? match.bank() : match.ledger()).forEach(row -> uses[row]++);
        }
        for (int use : uses) {
            if (use != 1) {
                return false;
            }
        }
        return true;
    }

    private boolean differencesAreRight() {
        return result.matches().stream()
                .allMatch(match -> sum(Side.BANK, match.bank())
                                .subtract(sum(Side.LEDGER, match.ledger()))
                                .compareTo(match.difference())
                        == 0);
    }

    private BigDecimal sum(Side side, List<Integer> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int row : rows) {
            sum = sum.add(BigDecimal.valueOf(truth.minor(side, row), 2));
        }
        return sum;
    }
}
