package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Broken texts: no exception but the documented one, no input slower than 10 ms of processor time, and what is read can be
 * written and read again. How many is said by the system property {@code tickmark.recurrence.texts}.
 */
class RuleTextFuzzTest {
    private static final int TEXTS = Integer.getInteger("tickmark.recurrence.texts", 20_000);
    private static final long MOST_NANOS = 10_000_000;
    private static final String ALPHABET = "FREQ=DAILYWKSTBYHNMOU;,:0123456789+-TZ \t\r\nxéΩ\uD83D\uDE00\u0000";

    private final Random random = new Random(7529);
    private final List<String> seeds = new ArrayList<>();

    RuleTextFuzzTest() {
        RandomRules rules = new RandomRules(1);
        for (int i = 0; i < 200; i++) {
            seeds.add(rules.rule().toString());
        }
        seeds.addAll(List.of(
                "FREQ=DAILY;UNTIL=20250101T000000Z",
                "RRULE:FREQ=WEEKLY;COUNT=10;X-NAME=value",
                "EVERY=PT15M;COUNT=3",
                "TZID=Europe/Oslo:20250106T090000",
                "20250106T090000Z",
                ";".repeat(2000),
                "FREQ=DAILY;BYSECOND=" + "1,".repeat(2000) + "1"));
    }

    @Test
    void readsOrRefusesWhateverComes() {
        warmUp();
        List<String> slow = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())));
            read(
                    text,
                    RecurrenceRule::parse,
                    rule -> assertThat(RecurrenceRule.parse(rule.toString())).isEqualTo(rule),
                    slow);
            read(text, RecurrenceRule::read, read -> assertThat(again(read)).isEqualTo(read.rule()), slow);
            read(
                    text,
                    ElapsedRule::parse,
                    rule -> assertThat(ElapsedRule.parse(rule.toString())).isEqualTo(rule),
                    slow);
            read(
                    text,
                    Moment::parse,
                    moment -> assertThat(Moment.parse(moment.toString())).isEqualTo(moment),
                    slow);
        }
        assertThat(slow).isEmpty();
    }

    private static RecurrenceRule again(ReadRule read) {
        return RecurrenceRule.read(read.rule().toString()).rule();
    }

    private void warmUp() {
        List<String> ignored = new ArrayList<>();
        Stream.generate(() -> mutated(seeds.get(random.nextInt(seeds.size()))))
                .limit(2000)
                .forEach(text -> {
                    read(text, RecurrenceRule::read, rule -> {}, ignored);
                    read(text, Moment::parse, moment -> {}, ignored);
                });
    }

    private <T> void read(String text, Function<String, T> reader, Consumer<T> check, List<String> slow) {
        long begin = ProcessorTime.nanos();
        try {
            T value = reader.apply(text);
            note(text, begin, slow);
            check.accept(value);
        } catch (RuleSyntaxException refused) {
            note(text, begin, slow);
            assertThat(refused.position()).isBetween(0, text.length());
        }
    }

    private static void note(String text, long begin, List<String> slow) {
        long nanos = ProcessorTime.nanos() - begin;
        if (nanos > MOST_NANOS) {
            slow.add(nanos + " ns: " + text);
        }
    }

    private String mutated(String seed) {
        StringBuilder text = new StringBuilder(seed);
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            change(text);
        }
        return text.toString();
    }

    private void change(StringBuilder text) {
        int place = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), place + random.nextInt(6));
        switch (random.nextInt(6)) {
            case 0 -> text.insert(place, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            case 1 -> text.delete(place, end);
            case 2 -> text.insert(place, text.substring(place, end));
            case 3 -> text.insert(place, random.nextLong());
            case 4 -> text.insert(place, seeds.get(random.nextInt(seeds.size())));
            default -> {
                if (place < text.length()) {
                    text.setCharAt(place, (char) random.nextInt(0x3000));
                }
            }
        }
    }
}
