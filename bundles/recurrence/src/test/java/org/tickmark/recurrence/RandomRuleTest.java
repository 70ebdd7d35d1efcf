package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random rules against the literal evaluator: sub-daily rules on three days somewhere, others over 40 years. How many is said
 * by the system property {@code tickmark.recurrence.rules}.
 */
class RandomRuleTest {
    private static final int RULES = Integer.getInteger("tickmark.recurrence.rules", 250);
    private static final long SEED = Long.getLong("tickmark.recurrence.seed", 5545);
    private static final int YEARS = 40;

    @Test
    void makesWhatTheTextOfTheStandardSays() {
        for (int i = 0; i < RULES; i++) {
            RandomRules rules = new RandomRules(SEED + i);
            LocalDateTime start = rules.start();
            RecurrenceRule rule = rules.rule();
            LocalDate from = start.toLocalDate();
            LocalDate to = from.plusYears(YEARS);
            if (rule.frequency().isSubDaily()) {
                from = from.plusDays(rules.random().nextInt(20 * 366));
                to = from.plusDays(3);
            }
            check(rule, start, from, to);
        }
    }

    private void check(RecurrenceRule rule, LocalDateTime start, LocalDate from, LocalDate to) {
        List<Long> expected = new LiteralEvaluator(rule, start).between(from, to);
        Sequence sequence = rule.sequence(Moment.of(start));
        String description = rule + " from " + start;
        long begin = second(from.atStartOfDay());
        long end = second(to.atStartOfDay());
        assertThat(forward(sequence, begin, end)).as(description).isEqualTo(expected);
        List<Long> reversed = new ArrayList<>(expected);
        Collections.reverse(reversed);
        assertThat(backward(sequence, begin, end)).as(description + " backward").isEqualTo(reversed);
        long before = sequence.countBefore(begin);
        assertThat(sequence.countBefore(end) - before)
                .as(description + " count")
                .isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i += 1 + expected.size() / 10) {
            assertThat(sequence.nth(before + i)).as(description + " nth " + i).isEqualTo(expected.get(i));
            assertThat(sequence.countBefore(expected.get(i)))
                    .as(description + " count " + i)
                    .isEqualTo(before + i);
            assertThat(sequence.contains(expected.get(i))).as(description).isTrue();
        }
    }

    private static List<Long> forward(Sequence sequence, long begin, long end) {
        List<Long> found = new ArrayList<>();
        for (long at = sequence.next(begin); at != Sequence.NONE && at < end; at = sequence.next(at + 1)) {
            found.add(at);
        }
        return found;
    }

    private static List<Long> backward(Sequence sequence, long begin, long end) {
        List<Long> found = new ArrayList<>();
        for (long at = sequence.previous(end - 1); at != Sequence.NONE && at >= begin; at = sequence.previous(at - 1)) {
            found.add(at);
        }
        return found;
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
