package org.tickmark.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesEveryKindOfValue() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("text", "Åsa \"quoted\" \\ \n\t\u0001");
        tree.put("builder", CharBuffer.wrap("chars"));
        tree.put("int", 7);
        tree.put("long", Long.MIN_VALUE);
        tree.put("amount", new BigDecimal("1250.50"));
        tree.put("yes", true);
        tree.put("nothing", null);
        tree.put("date", LocalDate.of(2026, 5, 1));
        tree.put("instant", Instant.parse("2026-05-01T12:00:00Z"));
        tree.put("duration", Duration.ofMillis(1250));
        tree.put("choice", DayOfWeek.FRIDAY);
        tree.put("some", Optional.of(1));
        tree.put("none", Optional.empty());
        tree.put("list", Arrays.asList(1, null, List.of(), Map.of()));

        assertThat(Json.compact(tree))
                .isEqualTo("{\"text\":\"Åsa \\\"quoted\\\" \\\\ \\n\\t\\u0001\",\"builder\":\"chars\",\"int\":7,"
                        + "\"long\":-9223372036854775808,\"amount\":\"1250.50\",\"yes\":true,\"nothing\":null,"
                        + "\"date\":\"2026-05-01\",\"instant\":\"2026-05-01T12:00:00Z\",\"duration\":1.250,\"choice\":\"FRIDAY\","
                        + "\"some\":1,\"none\":null,\"list\":[1,null,[],{}]}");
    }

    @Test
    void writesAmountsExactlyAndNeverWithAnExponent() {
        assertThat(Json.compact(List.of(
                        new BigDecimal("1E+20"),
                        new BigDecimal("-0.00000001"),
                        new BigDecimal("12345678901234567890.10"))))
                .isEqualTo("[\"100000000000000000000\",\"-0.00000001\",\"12345678901234567890.10\"]");
    }

    @Test
    void indentsSoThatLinesCompare() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", List.of(1, "two"));
        tree.put("a", false);
        tree.put("empty", List.of());
        tree.put("none", Map.of());
        tree.put("rows", List.of(Map.of("id", 1)));

        assertThat(Json.indented(tree)).isEqualTo("""
                        {
                          "b": [
                            1,
                            "two"
                          ],
                          "a": false,
                          "empty": [],
                          "none": {},
                          "rows": [
                            {
                              "id": 1
                            }
                          ]
                        }
                        """);
    }

    @Test
    void writesAnyValueAtTheTop() {
        assertThat(Json.compact(null)).isEqualTo("null");
        assertThat(Json.compact("x")).isEqualTo("\"x\"");
        assertThat(Json.compact(List.of())).isEqualTo("[]");
    }

    @Test
    void saysWhereAValueHasNoForm() {
        assertThatThrownBy(() -> Json.compact(Map.of("rows", List.of(Map.of("rate", 1.5d)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/rows/0/rate")
                .hasMessageContaining("java.lang.Double");
        assertThatThrownBy(() -> Json.compact(Map.of(1, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    void leavesTheWriterOpen() throws IOException {
        boolean[] closed = new boolean[1];
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        Json.write(Map.of("a", 1), Json.Layout.COMPACT, out);

        assertThat(out).hasToString("{\"a\":1}");
        assertThat(closed[0]).isFalse();
    }
}
