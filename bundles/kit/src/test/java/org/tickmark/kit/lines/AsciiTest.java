package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,12|0.12",
                "12,|12",
                ",5|0.5",
                "12|12",
                "-1,250|-1.250",
                "+7|7",
                "000000043119,71|43119.71",
                "123456789012345678,90|123456789012345678.90"
            })
    void readsAmountsWithTheScaleGiven(String text, BigDecimal amount) {
        assertThat(Ascii.amount(bytes(text), 0, text.length(), ',')).hasValue(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ",",
                "1,2,3",
                "1.5",
                "O1",
                "1 2",
                "--1",
                "1-",
                "9999999999999999999999999999999999999999,1"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThat(Ascii.amount(bytes(text), 0, text.length(), ',')).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00,2,0.00",
        "-3500,2,-35.00",
        "+834,0,834",
        "000000017752120,3,17752.120",
        "1234567890123456789012,2,12345678901234567890.12"
    })
    void readsMinorUnits(String text, int scale, BigDecimal amount) {
        assertThat(Ascii.minorUnits(bytes(text), 0, text.length(), scale)).hasValue(amount);
    }

    @Test
    void refusesWhatAreNoMinorUnits() {
        for (String text : new String[] {"", "-", "1.00", "1,00", " 1", "1-"}) {
            assertThat(Ascii.minorUnits(bytes(text), 0, text.length(), 2))
                    .as(text)
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void readsNumbers() {
        assertThat(Ascii.number(bytes("x00123y"), 1, 6)).isEqualTo(123);
        assertThat(Ascii.number(bytes("999999999999999999"), 0, 18)).isEqualTo(999_999_999_999_999_999L);
        assertThat(Ascii.number(bytes("9999999999999999999"), 0, 19)).isEqualTo(-1);
        assertThat(Ascii.number(bytes("1a"), 0, 2)).isEqualTo(-1);
        assertThat(Ascii.number(bytes("1"), 1, 1)).isEqualTo(-1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
