package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=TU,TH;WKST=SU",
                "FREQ=WEEKLY;UNTIL=19971224T000000Z;BYDAY=MO,WE,FR",
                "FREQ=MONTHLY;UNTIL=20250105;BYDAY=1SU,-1SU",
                "FREQ=MONTHLY;UNTIL=20250105T120000;BYMONTHDAY=1,15,-2,-1",
                "FREQ=YEARLY;BYMONTH=1,7;BYWEEKNO=20,-1;BYDAY=MO",
                "FREQ=YEARLY;BYYEARDAY=1,100,-366",
                "FREQ=SECONDLY;INTERVAL=61;BYHOUR=0,23;BYMINUTE=0,59;BYSECOND=5,25;BYSETPOS=1,-1",
                "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
            })
    void writesCanonicalTextAsItWasRead(String text) {
        assertThat(RecurrenceRule.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            byday=th,tu,TH;freq=weekly                  | FREQ=WEEKLY;BYDAY=TU,TH
            WKST=MO;FREQ=DAILY;INTERVAL=1               | FREQ=DAILY
            FREQ=MONTHLY;BYMONTHDAY=-1,+5,31,05         | FREQ=MONTHLY;BYMONTHDAY=5,31,-1
            FREQ=MINUTELY;BYSECOND=60,59                | FREQ=MINUTELY;BYSECOND=59
            RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT     | FREQ=MONTHLY
            RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=FORWARD   | FREQ=WEEKLY
            """)
    void readsTheSameRuleWhateverTheOrderCaseAndRepetition(String text, String canonical) {
        assertThat(RecurrenceRule.parse(text)).hasToString(canonical).isEqualTo(RecurrenceRule.parse(canonical));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                          | 0  | expected a part
            FREQ=DAILY;                                 | 11 | expected a part
            INTERVAL=2                                  | 10 | FREQ is missing
            FREQ=FORTNIGHTLY                            | 5  | expected one of [SECONDLY
            FREQ=DAILY;INTERVAL=0                       | 20 | expected a whole number from 1
            FREQ=DAILY;INTERVAL=-1                      | 20 | expected a whole number from 1
            FREQ=DAILY;INTERVAL=                        | 20 | INTERVAL has no value
            FREQ=DAILY;INTERVAL=9999999999              | 20 | at most 2147483647
            FREQ=DAILY;COUNT=0                          | 17 | expected a whole number from 1
            FREQ=DAILY;COUNT=2;UNTIL=20250101           | 19 | UNTIL beside COUNT
            FREQ=DAILY;UNTIL=20250231                   | 17 | is no date
            FREQ=DAILY;UNTIL=20250201T250000            | 26 | is no time of day
            FREQ=DAILY;UNTIL=2025                       | 17 | expected a moment
            FREQ=MONTHLY;BYMONTHDAY=1,32                | 26 | expected 1 to 31 or -31 to -1
            FREQ=MONTHLY;BYMONTHDAY=1,,2                | 26 | expected 1 to 31
            FREQ=MONTHLY;BYMONTHDAY=0                   | 24 | expected 1 to 31
            FREQ=YEARLY;BYDAY=54MO                      | 18 | weekday number 54
            FREQ=YEARLY;BYDAY=2XX                       | 19 | is no weekday
            FREQ=YEARLY;BYDAY=M                         | 18 | is no weekday
            FREQ=DAILY;BYHOUR=24                        | 18 | expected 0 to 23
            FREQ=DAILY;BYHOUR=-1                        | 18 | expected 0 to 23
            FREQ=DAILY;FREQ=DAILY                       | 11 | stands twice
            FREQ=DAILY;X-COLOUR=RED                     | 11 | is no part of RFC 5545
            FREQ=DAILY;SKIP=OMIT                        | 11 | needs RSCALE
            FREQ=DAILY;RSCALE=HEBREW                    | 18 | not supported
            FREQ=DAILY;BYDAY=1MO                        | 20 | MONTHLY and YEARLY only
            FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO            | 32 | leave the number out
            FREQ=MONTHLY;BYWEEKNO=1                     | 23 | expected FREQ to be one of [YEARLY]
            FREQ=WEEKLY;BYMONTHDAY=1                    | 24 | BYMONTHDAY with FREQ=WEEKLY
            FREQ=DAILY;BYYEARDAY=1                      | 22 | BYYEARDAY with FREQ=DAILY
            FREQ=DAILY;BYSETPOS=1                       | 21 | without another BY part
            RRULE:FREQ=DAILY                            | 0  | without RRULE:
            """)
    void refusesWithPlaceAndExpectation(String text, int position, String reason) {
        var refusal = catchThrowableOfType(RuleSyntaxException.class, () -> RecurrenceRule.parse(text));
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal).hasMessageContaining(reason).hasMessageStartingWith("At character " + (position + 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RRULE:FREQ=DAILY                   | FREQ=DAILY                         | PROPERTY_NAME
            FREQ=DAILY;;                       | FREQ=DAILY                         | EMPTY_PART
            FREQ = DAILY ;BYHOUR= 1 , 2        | FREQ=DAILY;BYHOUR=1,2              | BLANKS
            FREQ=DAILY;COUNT=2;count=2         | FREQ=DAILY;COUNT=2                 | REPEATED_PART
            FREQ=DAILY;x-colour=Red            | FREQ=DAILY;X-COLOUR=Red            | UNKNOWN_PART
            FREQ=DAILY;COUNT=2;UNTIL=20250101  | FREQ=DAILY;COUNT=2;UNTIL=20250101  | COUNT_WITH_UNTIL
            FREQ=MONTHLY;SKIP=FORWARD          | RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD | SKIP_WITHOUT_RSCALE
            """)
    void toleratesTheSlipsOfRealFilesAndTellsThem(String text, String canonical, ReadRule.Slip slip) {
        ReadRule read = RecurrenceRule.read(text);
        assertThat(read.rule()).hasToString(canonical);
        assertThat(read.slips()).containsExactly(slip);
        assertThat(RecurrenceRule.read(canonical).rule()).isEqualTo(read.rule());
    }

    @Test
    void tellsNoSlipWhereThereIsNone() {
        assertThat(RecurrenceRule.read("FREQ=DAILY").slips()).isEmpty();
    }

    @Test
    void refusesRulesOfExclusionsEvenTolerantly() {
        assertThatThrownBy(() -> RecurrenceRule.read("EXRULE:FREQ=DAILY")).hasMessageContaining("by EXDATE");
        assertThatThrownBy(() -> RecurrenceRule.parse("exrule:FREQ=DAILY")).hasMessageContaining("by EXDATE");
    }

    @Test
    void refusesDifferentValuesOfOnePartEvenTolerantly() {
        assertThatThrownBy(() -> RecurrenceRule.read("FREQ=DAILY;COUNT=2;COUNT=3"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("stands twice with different values");
    }

    @Test
    void builderMakesWhatTheTextSays() {
        RecurrenceRule built = RecurrenceRule.every(2, Frequency.WEEKLY)
                .byDay(DayOfWeek.THURSDAY, DayOfWeek.TUESDAY)
                .until(Moment.of(LocalDate.of(2025, 1, 5)))
                .weekStart(DayOfWeek.SUNDAY)
                .build();
        assertThat(built).isEqualTo(RecurrenceRule.parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU;UNTIL=20250105"));
        assertThat(built.toBuilder().build()).isEqualTo(built);
        assertThat(built.withEnd(End.never()).end()).isEqualTo(End.never());
    }

    @Test
    void doesNotBuildWhatRfc5545Forbids() {
        assertThatThrownBy(() ->
                        RecurrenceRule.every(Frequency.WEEKLY).byMonthDay(1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BYMONTHDAY with FREQ=WEEKLY");
        assertThatThrownBy(() -> RecurrenceRule.every(0, Frequency.WEEKLY).build())
                .hasMessageContaining("INTERVAL is 0");
        assertThatThrownBy(() -> RecurrenceRule.every(Frequency.DAILY)
                        .extension("BYDAY", "MO")
                        .build())
                .hasMessageContaining("that the standards do not use");
    }
}
