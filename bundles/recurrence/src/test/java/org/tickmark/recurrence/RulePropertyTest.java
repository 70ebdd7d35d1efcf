package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of every rule. How many are tried is said by the system property {@code tickmark.recurrence.rules}. */
class RulePropertyTest {
    private static final int RULES = Integer.getInteger("tickmark.recurrence.rules", 1000);
    private static final long SEED = Long.getLong("tickmark.recurrence.seed", 1848);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final int STEPS = 20;
    private static final long CYCLE = 146_097L * 86_400;
    private static final long MOST_NANOS = 50_000_000;

    private static void forRandomRules(BiConsumer<RandomRules, RecurrenceRule> property) {
        for (int i = 0; i < RULES; i++) {
            RandomRules rules = new RandomRules(SEED + i);
            RecurrenceRule rule = rules.rule();
            try {
                property.accept(rules, rule);
            } catch (RuntimeException broken) {
                throw new AssertionError(rule + " (rule " + i + ")", broken);
            }
        }
    }

    private static List<Long> some(Sequence sequence, long from) {
        List<Long> seconds = new ArrayList<>();
        long at = sequence.next(from);
        while (at != Sequence.NONE && seconds.size() < STEPS) {
            seconds.add(at);
            at = sequence.next(at + 1);
        }
        return seconds;
    }

    /** A second between a hundred years before the start and four hundred years after it. */
    private static long somewhere(Random random, LocalDateTime start) {
        return start.toEpochSecond(ZoneOffset.UTC) + random.nextLong(-100L * 31_556_952, 400L * 31_556_952);
    }

    @Test
    void nextAndPreviousUndoEachOther() {
        forRandomRules((rules, rule) -> {
            LocalDateTime start = rules.start();
            Sequence sequence = rule.sequence(Moment.of(start));
            List<Long> seconds = some(sequence, somewhere(rules.random(), start));
            for (int i = 1; i < seconds.size(); i++) {
                long earlier = seconds.get(i - 1);
                long later = seconds.get(i);
                if (sequence.previous(later - 1) != earlier || sequence.next(earlier + 1) != later) {
                    fail(rule + " from " + start + ": previous of " + later + " is not " + earlier);
                }
            }
        });
    }

    @Test
    void countsAddUpAndAgreeWithNumbers() {
        forRandomRules((rules, rule) -> {
            LocalDateTime start = rules.start();
            Recurrence recurrence = Recurrence.of(Moment.of(start), rule);
            List<Long> seconds = some(recurrence, somewhere(rules.random(), start));
            if (seconds.isEmpty()) {
                return;
            }
            long first = recurrence.countBefore(seconds.get(0));
            for (int i = 0; i < seconds.size(); i++) {
                assertThat(recurrence.nth(first + i)).isEqualTo(seconds.get(i));
                assertThat(recurrence.countBefore(seconds.get(i))).isEqualTo(first + i);
            }
            Moment a = recurrence.moment(seconds.get(0));
            Moment b = recurrence.moment(seconds.get(seconds.size() / 2));
            Moment c = recurrence.moment(seconds.get(seconds.size() - 1));
            assertThat(recurrence.count(a, c)).isEqualTo(recurrence.count(a, b) + recurrence.count(b, c));
        });
    }

    @Test
    void matchesWhatNextFindsAndNothingElse() {
        forRandomRules((rules, rule) -> {
            LocalDateTime start = rules.start();
            Sequence sequence = rule.sequence(Moment.of(start));
            for (long second : some(sequence, somewhere(rules.random(), start))) {
                long other = second + rules.random().nextInt(-100, 100);
                assertThat(sequence.contains(second)).isTrue();
                assertThat(sequence.contains(other)).isEqualTo(sequence.next(other) == other);
            }
        });
    }

    @Test
    void orderAndRepetitionOfPartsChangeNothing() {
        forRandomRules((rules, rule) -> {
            List<String> parts = Arrays.asList(rule.toString().split(";"));
            Collections.shuffle(parts, rules.random());
            String shuffled = parts.stream()
                    .map(part -> shuffledList(part, rules.random()))
                    .collect(Collectors.joining(";"));
            assertThat(RecurrenceRule.parse(shuffled)).isEqualTo(rule);
        });
    }

    private static String shuffledList(String part, Random random) {
        if (!part.startsWith("BY")) {
            return part;
        }
        int equals = part.indexOf('=');
        List<String> items = Stream.of(part.substring(equals + 1).split(",", -1))
                .flatMap(item -> random.nextBoolean() ? Stream.of(item, item) : Stream.of(item))
                .collect(Collectors.toList());
        Collections.shuffle(items, random);
        return part.substring(0, equals + 1) + String.join(",", items);
    }

    @Test
    void aStart400YearsLaterShiftsAll() {
        forRandomRules((rules, rule) -> {
            LocalDateTime start = rules.start();
            Sequence sequence = rule.sequence(Moment.of(start));
            Sequence later = rule.sequence(Moment.of(start.plusYears(400)));
            long from = somewhere(rules.random(), start);
            assertThat(some(later, from + CYCLE))
                    .as("%s from %s", rule, start)
                    .isEqualTo(some(sequence, from).stream()
                            .map(second -> second + CYCLE)
                            .filter(second -> second <= Sequence.MAX)
                            .toList());
        });
    }

    @Test
    void zonedIsAsLocalWhereNoTransitionIsNear() {
        forRandomRules((rules, rule) -> {
            LocalDateTime start = LocalDateTime.of(2025, 11, 1, 0, 0)
                    .plusSeconds(rules.random().nextInt(86_400));
            LocalDateTime end = LocalDateTime.of(2026, 3, 28, 0, 0);
            Sequence local = rule.sequence(Moment.of(start));
            Recurrence zoned = Recurrence.of(Moment.of(start, OSLO), rule);
            List<Long> expected = some(local, Sequence.MIN).stream()
                    .filter(second -> second < end.toEpochSecond(ZoneOffset.UTC))
                    .map(second -> second - 3600)
                    .toList();
            assertThat(some(zoned, Sequence.MIN).subList(0, expected.size()))
                    .as("%s from %s", rule, start)
                    .isEqualTo(expected);
        });
    }

    @Test
    void endsWithItsCountAndItsUntil() {
        forRandomRules((rules, rule) -> {
            Moment start = Moment.of(rules.start());
            List<Long> all = some(rule.sequence(start), Sequence.MIN);
            if (all.isEmpty()) {
                return;
            }
            int count = 1 + rules.random().nextInt(all.size());
            Recurrence counted = Recurrence.of(start, rule.withEnd(End.after(count)));
            assertThat(some(counted, Sequence.MIN)).as("%s", rule).isEqualTo(all.subList(0, count));
            assertThat(counted.last()).isEqualTo(all.get(count - 1));
            assertThat(counted.countBefore(Sequence.MAX)).isEqualTo(count);
            assertThat(counted.extent()).isEqualTo(Extent.FINITE);
            Moment last = counted.moment(all.get(count - 1));
            Recurrence until = Recurrence.of(start, rule.withEnd(End.until(last)));
            assertThat(some(until, Sequence.MIN)).as("%s", rule).isEqualTo(all.subList(0, count));
        });
    }

    @Test
    void isEmptyOrEndlessWithoutAnEnd() {
        forRandomRules((rules, rule) -> {
            Recurrence recurrence = Recurrence.of(Moment.of(rules.start()), rule);
            boolean isEmpty = recurrence.first() == Sequence.NONE;
            assertThat(recurrence.extent()).as("%s", rule).isEqualTo(isEmpty ? Extent.EMPTY : Extent.ENDLESS);
        });
    }

    @Test
    void answersAtOnceWhateverTheRule() {
        forRandomRules((rules, rule) -> {
            LocalDateTime start = rules.start();
            long somewhere = somewhere(rules.random(), start);
            long begin = ProcessorTime.nanos();
            Recurrence recurrence = Recurrence.of(Moment.of(start), rule);
            recurrence.next(somewhere);
            recurrence.previous(somewhere);
            recurrence.countBefore(somewhere);
            long nanos = ProcessorTime.nanos() - begin;
            if (nanos > MOST_NANOS) {
                fail(rule + " from " + start + " took " + nanos + " ns");
            }
        });
    }
}
