package org.tickmark.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "åäö, 3",
        "a\u030a, 1",
        "日本, 4",
        "ﾊﾝ, 2",
        "Ａ, 2",
        "👍, 2",
        "한, 2",
        "\u1112\u1161\u11ab, 2",
        "⌚, 2",
        "→, 1",
        "a\u00a0b, 3",
        "a\u200bb, 2",
        "a\u0007b, 2",
        "€, 1",
        "…, 1",
        "✔, 1",
        "✅, 2"
    })
    void countsColumns(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @Test
    void cutsWithAnEllipsis() {
        assertThat(DisplayWidth.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(DisplayWidth.cut("abcdef", 5)).isEqualTo("abcd…");
        assertThat(DisplayWidth.cut("abcdef", 1)).isEqualTo("…");
        assertThat(DisplayWidth.cut("日本語", 6)).isEqualTo("日本語");
        assertThat(DisplayWidth.cut("日本語", 5)).isEqualTo("日本…");
        assertThat(DisplayWidth.cut("日本語", 4)).isEqualTo("日…");
    }

    @Test
    void neverCutsBetweenACharacterAndItsMark() {
        assertThat(DisplayWidth.cut("a\u030ab\u030ac\u030ad\u030a", 3)).isEqualTo("a\u030ab\u030a…");
        assertThat(DisplayWidth.cut("👍👍👍", 3)).isEqualTo("👍…");
    }

    @Test
    void knowsTheEdgesOfItsRanges() {
        assertThat(DisplayWidth.of(0x1100)).isEqualTo(2);
        assertThat(DisplayWidth.of(0x10ff)).isEqualTo(1);
        assertThat(DisplayWidth.of(0x3fffd)).isEqualTo(2);
        assertThat(DisplayWidth.of(0x303f)).isEqualTo(1);
    }
}
