package org.tickmark.recurrence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;

class PatternRuleTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 1, 31, 12, 0);

    static Stream<Map<String, String>> patterns() {
        return Rows.of(PatternRuleTest.class, "patterns.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void makesTheDatesOfTheTable(Map<String, String> row) {
        RuleForm rule = Rules.parse("pattern:" + row.get("text"));
        List<LocalDate> expected =
                Arrays.stream(row.get("dates").split(" ")).map(LocalDate::parse).toList();
        Moment start = Moment.of(LocalDate.parse(row.get("start")).atTime(11, 30));
        List<LocalDateTime> made = Occurrences.of(rule, start, 1000);
        assertThat(made.stream().limit(expected.size()).map(LocalDateTime::toLocalDate))
                .isEqualTo(expected);
        if (!row.get("count").isEmpty()) {
            assertThat(made).hasSize(Integer.parseInt(row.get("count")));
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void saysTheSameAsRuleOfRfc5545AndBack(Map<String, String> row) {
        RuleForm pattern = Rules.parse("pattern:" + row.get("text"));
        RecurrenceRule rule = RecurrenceRule.parse(row.get("rrule"));
        Moment start = Moment.of(LocalDate.parse(row.get("start")));
        assertThat(pattern.toRecurrenceRule().value()).contains(rule);
        assertThat(Forms.convert(new Rrule(rule), Forms.Kind.PATTERN, start).value())
                .hasValue(pattern);
    }

    @Test
    void clampsOrOmitsTheThirtyFirst() {
        RuleForm clamped = Rules.parse("pattern:monthly on 31 clamp times 4");
        RuleForm omitted = Rules.parse("pattern:monthly on 31 omit times 4");
        Moment start = Moment.of(NOON);
        assertThat(Occurrences.of(clamped, start, 9))
                .containsExactly(NOON, NOON.withMonth(2).withDayOfMonth(28), NOON.withMonth(3), at(4, 30));
        assertThat(Occurrences.of(omitted, start, 9)).containsExactly(NOON, at(3, 31), at(5, 31), at(7, 31));
    }

    @Test
    void clampsOrOmitsTheTwentyNinthOfFebruary() {
        Moment start = Moment.of(LocalDate.of(2024, 2, 29));
        assertThat(Occurrences.of(Rules.parse("pattern:yearly on 02-29 clamp times 2"), start, 9))
                .containsExactly(midnight(2024, 29), midnight(2025, 28));
        assertThat(Occurrences.of(Rules.parse("pattern:yearly on 02-29 omit times 2"), start, 9))
                .containsExactly(midnight(2024, 29), midnight(2028, 29));
    }

    @Test
    void makesExactlyTheCustomDatesAlsoSeveralOnOneDay() {
        RuleForm custom =
                Rules.parse("pattern:dates 2020-08-17T09:00,2020-08-17T08:00,2020-11-16T09:00,2021-01-04T09:00");
        Moment start = Moment.of(LocalDateTime.of(2020, 8, 17, 8, 0));
        assertThat(Occurrences.of(custom, start, 9).stream().map(LocalDateTime::toString))
                .containsExactly("2020-08-17T08:00", "2020-08-17T09:00", "2020-11-16T09:00", "2021-01-04T09:00");
    }

    @Test
    void refusesNumbersThatNoCalendarHas() {
        assertThatThrownBy(() -> new DatePattern.YearlyOnDate(Month.APRIL, 31, ShortMonth.OMIT))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("day 31 with month 4: expected 1 to 30");
        assertThatThrownBy(() -> new DatePattern.EveryNthDay(0)).hasMessage("days 0: expected 1 to 9999");
        assertThatThrownBy(() -> new DatePattern.Weekly(1, Set.of(), DayOfWeek.MONDAY))
                .hasMessage("no weekday: expected at least one");
        assertThatThrownBy(() -> new DatePattern.MonthlyOnDay(1, 13, ShortMonth.OMIT))
                .hasMessage("months 13: expected 1 to 12");
        assertThatThrownBy(() -> new PatternEnd.ByCount(0)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new PatternRule.Custom(List.of())).isInstanceOf(DateTimeException.class);
    }

    @Test
    void regardsRulesAsEqualWhoseChoicesMakeNoDifference() {
        assertThat(new DatePattern.MonthlyOnDay(28, 1, ShortMonth.CLAMP))
                .isEqualTo(new DatePattern.MonthlyOnDay(28, 1, ShortMonth.OMIT));
        assertThat(new DatePattern.Weekly(1, Set.of(DayOfWeek.MONDAY), DayOfWeek.SUNDAY))
                .isEqualTo(new DatePattern.Weekly(1, Set.of(DayOfWeek.MONDAY), DayOfWeek.MONDAY));
    }

    private static LocalDateTime at(int month, int day) {
        return LocalDateTime.of(2025, month, day, 12, 0);
    }

    private static LocalDateTime midnight(int year, int day) {
        return LocalDateTime.of(year, 2, day, 0, 0);
    }
}
