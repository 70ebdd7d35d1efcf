package org.tickmark.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "SEK, 2",
        "NOK, 2",
        "DKK, 2",
        "EUR, 2",
        "ISK, 0",
        "JPY, 0",
        "KWD, 3",
        "BHD, 3",
        "CLF, 4",
        "UYW, 4",
        "XXX, 2",
        "XAU, 2",
        "ZZZ, 2",
        "sek, 2",
        "'', 2",
        "KRONOR, 2"
    })
    void knowsMinorUnits(String currency, int decimals) {
        assertThat(Amounts.minorUnits(currency)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({
        "1250.5, SEK, 1250.50",
        "1250.500, SEK, 1250.50",
        "1250.505, SEK, 1250.505",
        "0, SEK, 0.00",
        "-0.001, SEK, -0.001",
        "1E+3, SEK, 1000.00",
        "1E+3, JPY, 1000",
        "12.00, JPY, 12",
        "12.10, JPY, 12.1",
        "1, KWD, 1.000",
        "1E-9, EUR, 0.000000001"
    })
    void writesPlainAmounts(BigDecimal amount, String currency, String text) {
        assertThat(Amounts.plain(amount, currency)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0.00', '0,00'",
        "1, '1.00', '1,00'",
        "999.99, '999.99', '999,99'",
        "1250, '1,250.00', '1_250,00'",
        "-1250.5, '-1,250.50', '-1_250,50'",
        "-123, '-123.00', '-123,00'",
        "123456, '123,456.00', '123_456,00'",
        "1234567.891, '1,234,567.891', '1_234_567,891'"
    })
    void displaysAmountsForPeople(BigDecimal amount, String english, String nordic) {
        String expected = nordic.replace('_', '\u00a0');
        assertThat(Amounts.display(amount, "SEK", Locale.ENGLISH)).isEqualTo(english);
        for (String language : new String[] {"nb", "nn", "no", "sv", "sv-SE", "nb-NO"}) {
            assertThat(Amounts.display(amount, "SEK", Locale.forLanguageTag(language)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void displaysCurrenciesWithoutDecimals() {
        assertThat(Amounts.display(new BigDecimal("1250000"), "JPY", Locale.ENGLISH))
                .isEqualTo("1,250,000");
    }

    @Test
    void scalesExactly() {
        assertThat(Amounts.toScaledLong(new BigDecimal("12.5"), 2)).isEqualTo(1250);
        assertThat(Amounts.toScaledLong(new BigDecimal("12.5000"), 2)).isEqualTo(1250);
        assertThat(Amounts.toScaledLong(new BigDecimal("-0.00"), 2)).isZero();
        assertThat(Amounts.toScaledLong(new BigDecimal("0E+50"), 2)).isZero();
        assertThat(Amounts.toScaledLong(new BigDecimal("92233720368547758.07"), 2))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Amounts.toScaledLong(new BigDecimal("-92233720368547758.08"), 2))
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void roundsNothing() {
        assertThatThrownBy(() -> Amounts.toScaledLong(new BigDecimal("0.005"), 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Amount 0.005 has more than 2 decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368547758.08", "-92233720368547758.09", "1E+17", "1E+999999999", "-1E+2147483647"})
    void refusesWhatDoesNotFit(BigDecimal amount) {
        assertThatThrownBy(() -> Amounts.toScaledLong(amount, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("does not fit into 64 bits");
    }

    @Test
    void scalesBackAndForth() {
        Random random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            long units = random.nextLong();
            int scale = random.nextInt(6);
            assertThat(Amounts.toScaledLong(Amounts.fromScaledLong(units, scale), scale))
                    .isEqualTo(units);
        }
    }
}
