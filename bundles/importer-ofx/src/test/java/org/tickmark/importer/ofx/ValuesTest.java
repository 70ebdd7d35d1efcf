package org.tickmark.importer.ofx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "+5.50, 5.50",
        "-5.50, -5.50",
        "'-5,50', -5.50",
        "'1,234.56', 1234.56",
        "'1.234,56', 1234.56",
        "'-1,234,567', -1234567",
        "1.234.567, 1234567",
        "1.234, 1.234",
        ".5, 0.5",
        "'5,', 5",
        "'-0,125', -0.125",
        "'1234,567', 1234.567"
    })
    void readsAmounts(String text, BigDecimal expected) {
        assertThat(Values.amount(text, "NOK")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                ",",
                "$5",
                "5 kr",
                "1,234",
                "1,23.4",
                "12,34,567",
                "1.2.3",
                "1e3",
                "--5",
                "1,234.567,8",
                "٥"
            })
    void readsNothingElseAsAmount(String text) {
        assertThat(Values.amount(text, "NOK")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KWD", "BHD"})
    void takesACommaBeforeThreeDigitsForTheDecimalMarkOfACurrencyWithThreeDecimals(String currency) {
        assertThat(Values.amount("1,234", currency)).contains(new BigDecimal("1.234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261122",
                "202611221200",
                "20261122120000",
                "20261122120000.123",
                "20261122235959.000[-5:EST]",
                "20261122[+1]",
                "2026-11-22",
                "2026-11-22T10:00:00"
            })
    void readsTheDayAsWritten(String text) {
        // 22 November 2026 is a Sunday.
        assertThat(new Values().day(text)).contains(LocalDate.of(2026, 11, 22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "2026112", "20260230", "00000000", "22/11/2026", "201120000000"})
    void readsNothingElseAsDay(String text) {
        assertThat(new Values().day(text)).isEmpty();
    }
}
