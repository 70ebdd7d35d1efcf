package org.tickmark.recurrence.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {
    private static final String COMPANY = """
            calendar acme
            name "Acme" nb "Acme (Norge)"
            since 2020
            include NO+bank

            source "Board, 12 May 2024"
            holiday last FR of 11 from 2024 "Stocktaking" nb "Varetelling" sv "Inventering"
            work 2025-12-24
            free 2025-12-29 "Bridge \\"day\\""

            layer plant "Plant closed"

            source "Works council"
            holiday SA in 06-20..06-26 "Midsummer"
            holiday 5. MO of 03 until 2030 "Fifth Monday"
            holiday easter-46 "Ash Wednesday"
            """;

    @Test
    void printsWhatItReads() {
        assertThat(WorkCalendar.parse(COMPANY).text()).isEqualTo(COMPANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DK", "FI", "NO", "SE"})
    void readsBackTheNationalCalendars(String country) {
        WorkCalendar calendar = NationalCalendars.find(country).orElseThrow();
        assertThat(WorkCalendar.parse(calendar.text())).isEqualTo(calendar);
    }

    @Test
    void lendsDaysAndWeekendOfAnIncludedCalendarAndOverrulesThem() {
        WorkCalendar calendar = WorkCalendar.parse(COMPANY);
        assertThat(calendar.isWorkday(LocalDate.of(2025, 5, 1))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2025, 5, 3))).as("Saturday").isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2025, 12, 24)))
                .as("worked after all")
                .isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 12, 24))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2025, 12, 29))).isFalse();
        assertThat(calendar.holidays(LocalDate.of(2025, 12, 24))).isEmpty();
        assertThat(calendar.since()).isEqualTo(2020);
    }

    @Test
    void switchesALayerOnWithoutTouchingTheCalendarItCameFrom() {
        LocalDate fifthMonday = LocalDate.of(2025, 3, 31);
        WorkCalendar calendar = WorkCalendar.parse(COMPANY);
        WorkCalendar plant = calendar.with("plant");
        assertThat(plant.isWorkday(fifthMonday)).isFalse();
        assertThat(calendar.isWorkday(fifthMonday)).isTrue();
        assertThat(plant.id()).isEqualTo("acme+plant");
        assertThat(plant).isNotEqualTo(calendar).isEqualTo(calendar.with("plant"));
        assertThatThrownBy(() -> calendar.with("bank"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plant");
    }

    @Test
    void takesRemarksBlankLinesAndForeignLineEnds() {
        WorkCalendar calendar =
                WorkCalendar.parse("# ours\r\n\r\ncalendar x # an id\rholiday\t05-17  \"Day\" # a remark\n");
        assertThat(calendar.isWorkday(LocalDate.of(2025, 5, 17))).isFalse();
        assertThat(calendar.name()).isEqualTo(DayName.of("x"));
        assertThat(calendar.holidays(2025)).extracting(FreeDay::source).containsExactly("");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "holiday 13-01 \"x\"               | 13-01              | a month and a day that it has",
                "holiday 02-30 \"x\"               | 02-30              | a month and a day that it has",
                "holiday someday \"x\"             | someday            | a day such as 05-17",
                "holiday easter+251 \"x\"          | easter+251         | days from Easter",
                "holiday easter-81 \"x\"           | easter-81          | days from Easter",
                "holiday 6. MO of 05 \"x\"         | 6.                 | a day such as 05-17",
                "holiday 2. XX of 05 \"x\"         | XX                 | one of MO TU",
                "holiday 2. MO of 13 \"x\"         | 13                 | a month of two digits",
                "holiday 2. MO 05 \"x\"            |                    | 'of' and a month",
                "holiday SA in 06-20..06-27 \"x\"  | 06-20..06-27       | at most seven days",
                "holiday SA in 12-29..01-02 \"x\"  | 12-29..01-02       | two dates of one year",
                "holiday SA in 02-25..02-29 \"x\"  | 02-25..02-29       | none of them 02-29",
                "holiday SA 06-20..06-26 \"x\"     | SA                 | 'in' and dates",
                "holiday 05-17                     |                    | a name in quotes",
                "holiday 05-17 \"x                 | \"x                | a quote",
                "holiday 05-17 from 99 \"x\"       | 99                 | a year of four digits",
                "holiday 05-17 from 2005 until 2004 \"x\" | until 2004  | a year that is not before 2005",
                "holiday 05-17 \"x\" de \"y\"      | de \"y\"           | the end of the line",
                "free 2025-02-30 \"x\"             | 2025-02-30         | a day that the month has",
                "free 0000-02-01 \"x\"             | 0000-02-01         | a date as year-month-day",
                "free tomorrow \"x\"               | tomorrow           | a date as year-month-day",
                "free 2025-05-05                   |                    | a name in quotes",
                "weekend SA SO                     | SO                 | one of MO TU",
                "weekend MO TU WE TH FR SA SU      | seven days         | at least one weekday",
                "include Atlantis                  | Atlantis           | the id of a known calendar",
                "since 0000                        | 0000               | a year of four digits",
                "colour red                        | colour             | one of name",
                "calendar again                    | calendar           | one of name",
                "layer public                      | public             | a layer that does not exist yet",
                "layer a+b                         | a+b                | letters, digits"
            })
    void tellsLineWhatWasFoundAndWhatWasExpected(String line, String found, String expected) {
        CalendarTextException refused = catchThrowableOfType(
                CalendarTextException.class, () -> WorkCalendar.parse("calendar x\n\n" + line + "\n"));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.found()).isEqualTo(found == null ? "" : found);
            assertThat(problem.expected()).contains(expected);
        });
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        CalendarTextException refused = catchThrowableOfType(
                CalendarTextException.class,
                () -> WorkCalendar.parse(
                        "calender x\nname \"a\"\nname \"b\"\nfree 2025-01-02 \"c\"\nwork 2025-01-02\n"));
        assertThat(refused.problems()).extracting(CalendarProblem::line).containsExactly(1, 3, 5);
        assertThat(refused).hasMessageContaining("line 1: found 'calender', expected a line 'calendar'");
        assertThatThrownBy(() -> WorkCalendar.parse("")).isInstanceOf(CalendarTextException.class);
        assertThatThrownBy(() -> WorkCalendar.parse("calendar a\nlayer b\nsince 2000\n"))
                .hasMessageContaining("before the first layer");
        assertThatThrownBy(() -> WorkCalendar.parse("calendar a\nholiday 05-17 \"x\"\ninclude NO\n"))
                .hasMessageContaining("before the first layer, holiday and single date");
    }

    @Test
    void readsOrRefusesEveryMutatedTextWithoutAnotherException() {
        Random random = new Random(4);
        String alphabet = "calendrhoyfstw 0123456789-.+\"\\#\nMOTUSAxå€";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(COMPANY);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                String piece = alphabet.substring(random.nextInt(alphabet.length() - 2))
                        .substring(0, 1 + random.nextInt(2));
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), piece);
            }
            try {
                WorkCalendar calendar = WorkCalendar.parse(text.toString());
                assertThat(WorkCalendar.parse(calendar.text())).isEqualTo(calendar);
            } catch (CalendarTextException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }
}
