package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;

class SplitTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.series.rounds", 200);
    private static final int COMPARED = 40;

    @Test
    void givesTheOccurrencesOfTheSeriesForEveryPlainRuleAndEveryCut() {
        check(1, random -> random.plainRule());
    }

    @Test
    void givesTheOccurrencesOfTheSeriesForAnyRuleAndEveryCut() {
        check(2, random -> random.anyRule());
    }

    @Test
    void givesTheOccurrencesOfTheSeriesForRulesOfOtherKinds() {
        check(3, random -> random.workdayRule());
    }

    @Test
    void givesTheOccurrencesOfTheSeriesForRulesOfTimeThatPasses() {
        check(
                4,
                random ->
                        ElapsedRule.every(Duration.ofMinutes(1 + random.random().nextInt(3_000))));
    }

    private static void check(long seed, Function<RandomSeries, Rule> rules) {
        for (int round = 0; round < ROUNDS; round++) {
            RandomSeries random = new RandomSeries(seed * 1_000_003 + round);
            Rule rule = rules.apply(random);
            boolean ofTimes = rule instanceof ElapsedRule
                    || (rule instanceof RecurrenceRule plain
                            && plain.frequency().isSubDaily());
            Moment start = random.anyStart();
            if (ofTimes && start instanceof Moment.DateOnly) {
                continue;
            }
            if (rule instanceof RecurrenceRule plain && random.random().nextBoolean()) {
                rule = random.ended(plain, start, 20);
            }
            Series bare = Series.of(random.recurrence(start, rule)).withFields(random.fields());
            Sequence line = bare.definition().line();
            Series series = bare.with(random.deviations(line, start, 4));
            if (line.first() == Sequence.NONE) {
                continue;
            }
            long at = line.nth(random.random().nextInt(14));
            at = at == Sequence.NONE ? line.first() : at + random.random().nextInt(2);
            checkCut(series, Moments.at(at, start), "round " + round + ": " + series + " at " + Moments.at(at, start));
        }
    }

    private static void checkCut(Series series, Moment at, String description) {
        Split split = series.edit().split(at);
        long second = series.definition().second(at);
        List<Occurrence> before = occurrences(split.before());
        List<Occurrence> after = occurrences(split.after());
        assertThat(before).as(description).allMatch(one -> series.definition().second(one.original()) < second);
        assertThat(after).as(description).allMatch(one -> series.definition().second(one.original()) >= second);
        List<Occurrence> expected = series.occurrences().limit(COMPARED).toList();
        assertThat(merged(before, after).stream().limit(COMPARED))
                .as(description)
                .isEqualTo(expected);
        long size = series.size().orElse(Effect.ENDLESS);
        long sizeAfter = Pieces.size(split.after());
        assertThat(sizeAfter == Effect.ENDLESS ? sizeAfter : sizeAfter + Pieces.size(split.before()))
                .as(description)
                .isEqualTo(size);
        if (split.before().size() == 1
                && split.after().size() == 1
                && split.before().get(0) instanceof Series one
                && split.after().get(0) instanceof Series other) {
            Optional<Series> joined = Series.join(one, other);
            assertThat(joined).as(description).isPresent();
            assertThat(joined.get().occurrences().limit(COMPARED))
                    .as(description)
                    .isEqualTo(expected);
            if (series.rule() instanceof RecurrenceRule) {
                assertThat(joined).as(description).contains(series);
            }
        }
    }

    private static List<Occurrence> occurrences(List<Piece> pieces) {
        return pieces.stream()
                .flatMap(piece -> piece.occurrences().limit(COMPARED))
                .toList();
    }

    private static List<Occurrence> merged(List<Occurrence> one, List<Occurrence> other) {
        List<Occurrence> merged = new ArrayList<>(one);
        merged.addAll(other);
        merged.sort((a, b) -> new Slot(a.start().lineSecond(), a.original().lineSecond())
                .compareTo(new Slot(b.start().lineSecond(), b.original().lineSecond())));
        return merged;
    }
}
