package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.RuleSyntaxException;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.calendar.ShiftPolicy;
import org.tickmark.recurrence.calendar.ShiftedRule;
import org.tickmark.recurrence.calendar.WorkCalendar;
import org.tickmark.recurrence.calendar.WorkdayRule;
import org.tickmark.recurrence.form.Rules;

class RuleTextTest {
    private static final WorkCalendar SWEDEN = NationalCalendars.find("SE+bank").orElseThrow();
    private static final RecurrenceRule MONTHLY = RecurrenceRule.parse("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31");
    private static final Moment ANCHOR = Moment.of(LocalDateTime.of(2025, 1, 6, 9, 0), ZoneId.of("Europe/Oslo"));
    private static final WorkdayRule WORKDAYS =
            new WorkdayRule(SWEDEN, List.of(-1, 3), 2, Set.of(Month.MARCH, Month.MAY), End.after(5));

    @Test
    void refusesWhatACutLeftOfAFormThatRfc5545CannotSay() {
        Series weekdays = Series.of(Moment.parse("20250115T090000"), Rules.parse("quartz:0 0 9 15W * ?"));
        Moment second = weekdays.next(weekdays.start()).orElseThrow().original();
        Series left = (Series) weekdays.edit().split(second).after().get(0);
        assertThatThrownBy(() -> RuleText.of(left.rule()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keep the text of the rule that was cut");
    }

    @Test
    void writesWhatRfc5545HasNoWordsForInPartsOfItsOwn() {
        assertThat(RuleText.of(WorkdayRule.last(SWEDEN))).isEqualTo("FREQ=MONTHLY;X-CALENDAR=SE+bank;X-WORKDAY=-1");
        assertThat(RuleText.of(new ShiftedRule(MONTHLY, new Shift(SWEDEN, ShiftPolicy.PRECEDING))))
                .isEqualTo("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31;X-CALENDAR=SE+bank;X-SHIFT=PRECEDING");
        assertThat(RuleText.of(AnchoredRule.of(MONTHLY, ANCHOR, -900, End.never())))
                .isEqualTo("FREQ=MONTHLY;BYMONTHDAY=31;X-ANCHOR=TZID=Europe/Oslo:20250106T090000;X-OFFSET=-900");
    }

    @Test
    void readsBackEveryRule() {
        List<Rule> rules = List.of(
                MONTHLY,
                WORKDAYS,
                WorkdayRule.last(SWEDEN),
                new ShiftedRule(MONTHLY, new Shift(SWEDEN, ShiftPolicy.NEAREST)),
                AnchoredRule.of(MONTHLY, ANCHOR, 86_400, End.after(7)),
                AnchoredRule.of(WORKDAYS, ANCHOR, 3_600, End.never()),
                new ElapsedRule(Duration.ofMinutes(15), End.after(4)),
                Rules.parse("quartz:0 30 6 15W * ?"),
                RecurrenceRule.read("FREQ=DAILY;X-OTHER=kept").rule());
        assertThat(rules).allSatisfy(rule -> assertThat(RuleText.parse(RuleText.of(rule)))
                .isEqualTo(rule));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MONTHLY;X-WORKDAY=0;X-CALENDAR=NO     | X-WORKDAY",
                "FREQ=MONTHLY;X-WORKDAY=last;X-CALENDAR=NO  | expected a whole number",
                "FREQ=WEEKLY;X-WORKDAY=1;X-CALENDAR=NO      | FREQ=MONTHLY with INTERVAL",
                "FREQ=MONTHLY;X-WORKDAY=1;X-CALENDAR=XX     | the id of a known one",
                "FREQ=MONTHLY;X-WORKDAY=1                   | the id of a known one",
                "FREQ=DAILY;X-SHIFT=SIDEWAYS;X-CALENDAR=NO  | expected one of [KEEP",
                "FREQ=DAILY;X-ANCHOR=noon                   | X-ANCHOR",
                "FREQ=NEVER                                 | FREQ"
            })
    void refusesWhatItCannotReadWithThePlace(String text, String expected) {
        assertThatThrownBy(() -> RuleText.parse(text))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void readsOrRefusesEveryMutatedTextWithoutAnotherException() {
        Random random = new Random(5);
        String alphabet = "=;,-+:0123456789XWORKDAYSHIFTNOQ ";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(
                    RuleText.of(round % 2 == 0 ? WORKDAYS : AnchoredRule.of(WORKDAYS, ANCHOR, 60, End.never())));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        at + random.nextInt(2),
                        alphabet.substring(random.nextInt(alphabet.length())).substring(0, 1));
            }
            try {
                Rule rule = RuleText.parse(text.toString());
                assertThat(RuleText.parse(RuleText.of(rule))).isEqualTo(rule);
            } catch (RuleSyntaxException refused) {
                assertThat(refused.text()).isNotEmpty();
            }
        }
    }
}
