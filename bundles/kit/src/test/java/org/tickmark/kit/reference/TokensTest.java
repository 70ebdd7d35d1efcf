package org.tickmark.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @Test
    void takesRunsOfFourWithADigit() {
        assertThat(Tokens.tokens("Faktura F1234, abcd 123 A-9876 x1y2 F1234")).containsExactly("F1234", "9876", "x1y2");
        assertThat(Tokens.tokens("räkning5å12345")).containsExactly("kning5", "12345");
        assertThat(Tokens.tokens("")).isEmpty();
        assertThat(Tokens.tokens("no digits here")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1234574, 1234574",
        "1234-57 4, 1234574",
        "F123, 123",
        "123 SEK, 123",
        "a34bc3xxx1, ''",
        "cxxx343y1, ''",
        "12å34, ''",
        "12 x 34, ''",
        "'', ''",
        "abc, ''",
        "0.00, 000"
    })
    void neverGluesDigitsAcrossLetters(String field, String digits) {
        assertThat(Tokens.digits(field)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"0012, 12", "000, ''", "100, 100", "F-0007, 7", "0a0, ''"})
    void stripsLeadingZeros(String field, String digits) {
        assertThat(Tokens.digits0(field)).isEqualTo(digits);
    }

    @Test
    void joinsRunsOverOneBlankOrHyphen() {
        assertThat(Tokens.joined("OCR 1234 574")).containsExactly("1234574");
        assertThat(Tokens.joined("1234-574")).containsExactly("1234574");
        assertThat(Tokens.joined("12 34-56")).containsExactly("1234", "123456", "3456");
        assertThat(Tokens.joined("1234  574")).isEmpty();
        assertThat(Tokens.joined("1234 x574")).isEmpty();
        assertThat(Tokens.joined("1234574")).isEmpty();
        assertThat(Tokens.joined("1 2")).isEmpty();
        assertThat(Tokens.joined("1234 574 / 1234 574")).containsExactly("1234574");
    }

    @Test
    void joinsAtMostTwentyFiveDigitsAndSevenRuns() {
        assertThat(Tokens.joined("1234567890123 123456789012")).containsExactly("1234567890123123456789012");
        assertThat(Tokens.joined("1234567890123 1234567890123")).isEmpty();
        assertThat(Tokens.joined("1 1 1 1 1 1 1 1 1")).containsExactly("1111", "11111", "111111", "1111111");
    }

    @Test
    void leavesDatesAlone() {
        assertThat(Tokens.joined("2026-05-01 1234 574")).containsExactly("1234574");
        assertThat(Tokens.joined("1234 2026-05-01")).isEmpty();
        assertThat(Tokens.joined("2026-05-011")).isNotEmpty();
        assertThat(Tokens.joined("2026-13-01")).contains("20261301");
    }
}
