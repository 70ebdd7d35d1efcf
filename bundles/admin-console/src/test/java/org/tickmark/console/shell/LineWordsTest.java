package org.tickmark.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWordsTest {
    @ParameterizedTest
    @CsvSource({
        "unit li, unit, li",
        "unit, '', unit",
        "'unit list ', unit list, ''",
        "a b; unit sh, unit, sh",
        "unit list | shou, '', shou",
        "x = (unit sh, unit, sh",
        "unit:show 1, unit show, 1",
        "tickmark:unit s, unit, s",
        "unit show \"a b, unit show, a b",
    })
    void theWordsOfTheCommandAtTheCursor(String line, String before, String last) {
        LineWords words = LineWords.upTo(line, line.length());
        assertThat(String.join(" ", words.before())).isEqualTo(before);
        assertThat(words.last()).isEqualTo(last);
    }

    @Test
    void whatFollowsTheCursorDoesNotCount() {
        assertThat(LineWords.upTo("unit list", 3)).isEqualTo(LineWords.upTo("uni", 3));
    }

    @Test
    void aCursorOutsideTheLineIsTakenToItsEnd() {
        assertThat(LineWords.upTo("unit", 99).last()).isEqualTo("unit");
    }
}
