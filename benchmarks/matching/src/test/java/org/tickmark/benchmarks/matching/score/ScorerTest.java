package org.tickmark.benchmarks.matching.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.workload.Group.Expected;

class ScorerTest {
    private final Truth truth = new Truth();
    private final List<Match> matches = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();

    /** A group of rows given by what can be seen of them, each of 1.00; a letter is a row. */
    private void group(Expected expected, String bank, String ledger) {
        truth.addGroup("type", expected);
        bank.chars().forEach(c -> add(Side.BANK, c));
        ledger.chars().forEach(c -> add(Side.LEDGER, c));
    }

    private int groups() {
        return truth.groups() - 1;
    }

    private void add(Side side, int content) {
        truth.addRow(side, groups(), content, 1_00);
    }

    private void match(List<Integer> bank, List<Integer> ledger) {
        BigDecimal difference = BigDecimal.valueOf((long) bank.size() - ledger.size());
        matches.add(new Match("rule", bank, ledger, difference, () -> ""));
    }

    private Scores score() {
        return Scorer.score(truth, new Result(matches, suggestions, open(Side.BANK), open(Side.LEDGER), true));
    }

    private List<Integer> open(Side side) {
        List<Integer> open = new ArrayList<>();
        for (int row = 0; row < truth.rows(side); row++) {
            open.add(row);
        }
        matches.forEach(match -> open.removeAll(side == Side.BANK ? match.bank() : match.ledger()));
        return open;
    }

    @Test
    void countsWhatIsRightAndWhatIsMissed() {
        group(Expected.MATCH, "a", "A");
        group(Expected.MATCH, "b", "B");
        match(List.of(0), List.of(0));
        Scores scores = score();
        assertThat(scores.counts().precision()).isEqualTo(1);
        assertThat(scores.counts().recall()).isEqualTo(0.5);
        assertThat(scores.amountRecall()).isEqualTo(0.5);
        assertThat(scores.pairs().recall()).isEqualTo(0.5);
        assertThat(scores.openExact()).isTrue();
        assertThat(scores.proven()).isTrue();
    }

    @Test
    void rowsAlikeAreExchangeable() {
        group(Expected.MATCH, "a", "A");
        group(Expected.OPEN, "", "A");
        match(List.of(0), List.of(1));
        assertThat(score().counts().right()).isEqualTo(1);
    }

    @Test
    void asManyRowsAlikeAsThereAreButNotMore() {
        group(Expected.MATCH, "a", "A");
        group(Expected.OPEN, "a", "A");
        match(List.of(0), List.of(1));
        match(List.of(1), List.of(0));
        assertThat(score().counts().right()).isEqualTo(1);
        assertThat(score().counts().harmful()).isEqualTo(1);
    }

    @Test
    void joiningTwoGroupsIsHarmful() {
        group(Expected.MATCH, "a", "A");
        group(Expected.MATCH, "b", "B");
        match(List.of(0), List.of(1));
        assertThat(score().counts().harmful()).isEqualTo(1);
        assertThat(score().counts().harmfulRate()).isEqualTo(1);
    }

    @Test
    void matchingWhatMustStayOpenIsHarmful() {
        group(Expected.OPEN, "a", "A");
        match(List.of(0), List.of(0));
        assertThat(score().counts().harmful()).isEqualTo(1);
    }

    @Test
    void aPartOfAGroupIsNotRightButNotHarmful() {
        group(Expected.MATCH, "ab", "AB");
        match(List.of(0), List.of(0));
        assertThat(score().counts().partial()).isEqualTo(1);
        assertThat(score().counts().harmful()).isZero();
        assertThat(score().counts().precision()).isZero();
    }

    @Test
    void whatNeedNotBeMatchedCountsNeitherWay() {
        group(Expected.EITHER, "a", "A");
        match(List.of(0), List.of(0));
        assertThat(score().counts().confirmed()).isZero();
        assertThat(score().counts().allowed()).isEqualTo(1);
        assertThat(score().counts().expected()).isZero();
    }

    @Test
    void countsSuggestionsForWhatWasNotMatched() {
        group(Expected.MATCH, "a", "A");
        group(Expected.MATCH, "b", "B");
        group(Expected.MATCH, "c", "C");
        match(List.of(0), List.of(0));
        suggestions.add(new Suggestion(List.of(1), List.of(1), 1));
        suggestions.add(new Suggestion(List.of(2), List.of(1), 1));
        suggestions.add(new Suggestion(List.of(2), List.of(2), 2));
        Scores.Suggested suggested = score().suggested();
        assertThat(suggested.rest()).isEqualTo(2);
        assertThat(suggested.hitAt1()).isEqualTo(0.5);
        assertThat(suggested.hitAt3()).isEqualTo(1);
    }

    @Test
    void seesRowsThatAreOpenAndMatchedAtOnce() {
        group(Expected.MATCH, "a", "A");
        match(List.of(0), List.of(0));
        Result result = new Result(matches, List.of(), List.of(0), List.of(), true);
        assertThat(Scorer.score(truth, result).openExact()).isFalse();
    }

    @Test
    void seesADifferenceThatIsNotWhatIsSaid() {
        group(Expected.MATCH, "aa", "A");
        matches.add(new Match("rule", List.of(0, 1), List.of(0), BigDecimal.ZERO, () -> ""));
        assertThat(score().proven()).isFalse();
    }
}
