package org.tickmark.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextsTest {
    @Test
    void readsWhatItWrites() {
        Map<String, String> texts = Map.of("b", "two\n\"quoted\"", "a", "", "å", "\u0000 ☃ 😀");

        assertThat(JsonTexts.read(JsonTexts.write(texts))).isEqualTo(texts);
        assertThat(JsonTexts.read("{}")).isEmpty();
    }

    @Test
    void writesMembersInKeyOrder() {
        assertThat(JsonTexts.write(Map.of("b", "2", "a", "1"))).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":{}}",
                "{\"a\":\"1\",\"a\":\"2\"}",
                "{} {}",
                "{\"a\":\"secret}"
            })
    void refusesAnythingElse(String json) {
        assertThatThrownBy(() -> JsonTexts.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
