package org.tickmark.recurrence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredPatternTest {
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2025, 12, 31);

    static Stream<Map<String, String>> patterns() {
        return Rows.of(StoredPatternTest.class, "patterns.tsv").stream();
    }

    static Stream<Map<String, String>> refused() {
        return Rows.of(StoredPatternTest.class, "refused-numbers.tsv").stream();
    }

    static Stream<Map<String, String>> names() {
        return Rows.of(StoredPatternTest.class, "enums.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void readsTheNumbersOfEachAllowedCombinationAndWritesThemBack(Map<String, String> row) {
        StoredPattern stored = numbers(row);
        DatePattern dates = stored.dates(DayOfWeek.MONDAY, ShortMonth.OMIT);
        PatternRule.Repeating rule = (PatternRule.Repeating) Rules.parse("pattern:" + row.get("text"));
        assertThat(dates).isEqualTo(rule.dates());
        assertThat(StoredPattern.of(dates)).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAWrongNumberAndNamesWhatItWasCombinedWith(Map<String, String> row) {
        assertThatThrownBy(() -> numbers(row).dates(DayOfWeek.MONDAY, ShortMonth.OMIT))
                .isInstanceOf(StoredNumberException.class)
                .hasMessage(row.get("message"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void knowsEachNumberByItsName(Map<String, String> row) {
        int number = Integer.parseInt(row.get("number"));
        assertThat(name(row.get("enum"), number)).isEqualTo(row.get("name"));
    }

    @Test
    void ignoresNumbersThatThePatternDoesNotUse() {
        assertThat(new StoredPattern(1, 2, 999, -1, 77, 13).dates(DayOfWeek.MONDAY, ShortMonth.OMIT))
                .isEqualTo(new DatePattern.EveryDay());
    }

    @Test
    void keepsTheWeekStartAndTheShortMonthThatTheNumbersDoNotHold() {
        assertThat(new StoredPattern(2, 0, 65, 0, 2, 0).dates(DayOfWeek.SUNDAY, ShortMonth.OMIT))
                .isEqualTo(new DatePattern.Weekly(2, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), DayOfWeek.SUNDAY));
        assertThat(new StoredPattern(3, 4, 0, 31, 0, 1).dates(DayOfWeek.MONDAY, ShortMonth.CLAMP))
                .isEqualTo(new DatePattern.MonthlyOnDay(31, 1, ShortMonth.CLAMP));
    }

    @Test
    void readsAnEndByDateOrCountAndRefusesAnyOther() {
        assertThat(PatternEnd.ofNumber(1, NEW_YEARS_EVE, 7)).isEqualTo(new PatternEnd.ByDate(NEW_YEARS_EVE));
        assertThat(PatternEnd.ofNumber(2, NEW_YEARS_EVE, 7)).isEqualTo(new PatternEnd.ByCount(7));
        assertThatThrownBy(() -> PatternEnd.ofNumber(0, NEW_YEARS_EVE, 7))
                .hasMessage("end type 0 with count 7: expected 1 (date) or 2 (count)");
        assertThatThrownBy(() -> PatternEnd.ofNumber(2, NEW_YEARS_EVE, 0))
                .hasMessage("count 0 with end type 2: expected 1 or more");
        assertThat(new PatternEnd.Never().number()).isEmpty();
    }

    private static StoredPattern numbers(Map<String, String> row) {
        return new StoredPattern(
                number(row, "pattern"),
                number(row, "subPattern"),
                number(row, "weekdays"),
                number(row, "cyclicDay"),
                number(row, "cyclicWeek"),
                number(row, "cyclicMonth"));
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.get(column));
    }

    private static String name(String kind, int number) {
        return switch (kind) {
            case "pattern" -> RecurrencePattern.ofNumber(number).name();
            case "subpattern" -> subPattern(number).name();
            case "weekday" ->
                WeekdayFlags.days(number, "pattern", 2).iterator().next().name();
            case "week" ->
                WeekOfMonth.ofNumber(number, RecurrenceSubPattern.WEEKDAY_OF_MONTH)
                        .name();
            default -> PatternEnd.ofNumber(number, NEW_YEARS_EVE, 1).getClass().getSimpleName();
        };
    }

    private static RecurrenceSubPattern subPattern(int number) {
        RecurrencePattern pattern = Stream.of(RecurrenceSubPattern.values())
                .filter(sub -> sub.number() == number)
                .findFirst()
                .orElseThrow()
                .patterns()
                .get(0);
        return RecurrenceSubPattern.ofNumber(number, pattern);
    }
}
