package org.tickmark.recurrence.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Timeline;

class FormsTest {
    private static final int RULES = Integer.getInteger("tickmark.recurrence.forms", 200);
    private static final long SEED = Long.getLong("tickmark.recurrence.seed", 7529);
    private static final int OCCURRENCES = 60;

    static Stream<Map<String, String>> conversions() {
        return Rows.of(FormsTest.class, "conversions.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void convertsOrNamesWhatIsLost(Map<String, String> row) {
        RuleForm form = Rules.parse(row.get("from"));
        Conversion<RuleForm> conversion =
                Forms.convert(form, Forms.Kind.valueOf(row.get("kind")), Moment.parse(row.get("start")));
        if (row.get("to").contains(":")) {
            assertThat(conversion.value().map(RuleForm::text))
                    .as(conversion.toString())
                    .contains(row.get("to"));
        } else {
            assertThat(conversion.losses())
                    .extracting(loss -> loss.kind().name())
                    .containsExactly(row.get("to").split(","));
        }
    }

    @Test
    void neverChangesTheOccurrences() {
        Map<Forms.Kind, Integer> converted = new EnumMap<>(Forms.Kind.class);
        for (int i = 0; i < RULES; i++) {
            RandomRrules rules = new RandomRrules(SEED + i);
            RandomForms forms = new RandomForms(SEED + i);
            Moment start = Moment.of(rules.start());
            for (RuleForm form : Arrays.asList(new Rrule(rules.rule()), forms.form())) {
                for (Forms.Kind kind : Forms.Kind.values()) {
                    Conversion<RuleForm> conversion = Forms.convert(form, kind, start);
                    assertThat(conversion.value().isPresent())
                            .as(form.text() + " " + kind)
                            .isEqualTo(conversion.losses().isEmpty());
                    conversion.value().ifPresent(other -> {
                        compare(form, other, start);
                        converted.merge(kind, 1, Integer::sum);
                    });
                }
            }
        }
        assertThat(converted).containsOnlyKeys(Forms.Kind.values());
    }

    private static void compare(RuleForm form, RuleForm other, Moment start) {
        if (form.timeline() == Timeline.WALL_CLOCK && other.timeline() == Timeline.WALL_CLOCK) {
            assertThat(Occurrences.of(other, start, OCCURRENCES))
                    .as(form.text() + " as " + other.text() + " from " + start)
                    .isEqualTo(Occurrences.of(form, start, OCCURRENCES));
        }
    }

    @Test
    void keepsTheElapsedTimeOfAClockThatNeverChanges() {
        RuleForm elapsed = Rules.parse("task:every PT90M from 2025-01-06T08:00:00Z");
        Moment utc = Moment.of(Instant.parse("2025-01-06T11:00:00Z"));
        RuleForm rule = Forms.convert(elapsed, Forms.Kind.RRULE, utc).value().orElseThrow();
        assertThat(rule.text()).isEqualTo("RRULE:FREQ=MINUTELY;INTERVAL=90");
        assertThat(rule.sequence(utc).nth(7)).isEqualTo(elapsed.sequence(utc).nth(7));
        Moment oslo = Moment.of(LocalDateTime.of(2025, 1, 6, 12, 0), ZoneId.of("Europe/Oslo"));
        assertThat(Forms.convert(elapsed, Forms.Kind.RRULE, oslo).losses())
                .containsExactly(new Loss(Loss.Kind.ELAPSED_TIME, "PT1H30M"));
    }
}
