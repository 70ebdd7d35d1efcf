package org.tickmark.recurrence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasterTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1818-03-22", // the earliest there is
        "1943-04-25", // the latest there is
        "1954-04-18", // the exception of Gauss' formula for d = 28
        "1981-04-19", // the exception of Gauss' formula for d = 29
        "2000-04-23",
        "2008-03-23",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2038-04-25",
        "2076-04-19", // where the older text of the Norwegian act gave 22 March
        "2285-03-22"
    })
    void fallsOnThePublishedDate(LocalDate sunday) {
        assertThat(easter(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void agreesWithTheReckoningByEpactsInEveryYearOfTheGregorianCalendar() {
        for (int year = 1583; year <= 9999; year++) {
            assertThat(easter(year)).as("%d", year).isEqualTo(EpactEaster.sunday(year));
        }
    }

    private static LocalDate easter(int year) {
        return LocalDate.ofYearDay(year, Easter.dayOfYear(year) + 1);
    }
}
