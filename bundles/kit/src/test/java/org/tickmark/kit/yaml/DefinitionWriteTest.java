package org.tickmark.kit.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DefinitionWriteTest {
    enum State {
        SUGGEST_ONLY
    }

    /** Texts that some reader of YAML takes for something else. */
    private static final List<String> TRAPS = List.of(
            "",
            " ",
            "no",
            "No",
            "YES",
            "on",
            "Off",
            "y",
            "N",
            "true",
            "False",
            "null",
            "NULL",
            "~",
            "1930",
            "0",
            "-0",
            "007",
            "1e3",
            "1_000",
            "0x1F",
            "0o17",
            "017",
            "+5",
            "-5",
            "1.50",
            ".5",
            "5.",
            ".inf",
            "-.INF",
            ".NaN",
            "12:30",
            "12:30:45",
            "190:20:30",
            "2026-05-01",
            "2026-05-01T10:00:00Z",
            "2026-05-01 10:00:00",
            "-",
            "- a",
            "--- a",
            "---",
            "...",
            "?",
            "? a",
            ": a",
            "a: b",
            "a:",
            "a:b",
            "http://x/y?z=1#f",
            "a #b",
            "a#b",
            "#b",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "'a'",
            "\"a\"",
            "it's",
            "[a]",
            "{a}",
            "a, b",
            "a [b]",
            "<<",
            "=",
            "=1+1",
            "\\",
            "a\\b",
            " a",
            "a ",
            "a  b",
            "\ta",
            "a\tb",
            "a\n",
            "a\nb",
            "a\nb\n",
            "a\n\nb\n",
            "\na",
            "a\n\n",
            " a\nb",
            "a\n b\n",
            "a\n \nb",
            "a\r\nb",
            "a\rb",
            "\n",
            "\n\n",
            "a\u0085b",
            "a\u2028b",
            "\ufeffa",
            "\u0000",
            "\u0007",
            "\u007f",
            "åäö",
            "Åsa",
            "👍",
            "a👍b",
            "\ud800",
            "日本",
            "a\u00a0b",
            "10 days",
            "3 %",
            "C:\\data\\in",
            "/srv/in",
            "*.xml",
            "x: 'y'",
            "a\n# b\n",
            "---\na: b\n",
            "key: |\n  x\n",
            "1,5",
            "١",
            "0b11",
            "1e",
            "e1",
            "abc def",
            "2026",
            "{",
            "}",
            "]",
            ",");

    @Test
    void writesBlockStyleInTheOrderGiven() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("kind", "R1");
        rule.put("fields", List.of("amount", "reference"));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", "Night: bank");
        tree.put("account", "1930");
        tree.put("limit", new BigDecimal("1250.50"));
        tree.put("big", new BigDecimal("1E+3"));
        tree.put("days", 40);
        tree.put("seen", 9_000_000_000L);
        tree.put("background", true);
        tree.put("from", LocalDate.of(2026, 5, 1));
        tree.put("state", State.SUGGEST_ONLY);
        tree.put("archive", null);
        tree.put("after", Optional.empty());
        tree.put("before", Optional.of("x"));
        tree.put("nothing", List.of());
        tree.put("no-block", Map.of());
        tree.put("only-absent", new LinkedHashMap<>(Map.of("a", Optional.empty())));
        tree.put("rules", List.of(rule, Map.of("kind", "R4")));
        tree.put("source", Map.of("folder", "in"));
        tree.put("grid", List.of(List.of("a", "b"), List.of("c")));
        tree.put("script", "first\n  second\n\nthird\n");
        tree.put("note", "one\ntwo");

        assertThat(DefinitionText.write(tree)).isEqualTo("""
                        name: "Night: bank"
                        account: "1930"
                        limit: 1250.50
                        big: 1000
                        days: 40
                        seen: 9000000000
                        background: true
                        from: 2026-05-01
                        state: suggest-only
                        before: x
                        nothing: []
                        no-block: {}
                        only-absent: {}
                        rules:
                          - kind: R1
                            fields:
                              - amount
                              - reference
                          - kind: R4
                        source:
                          folder: in
                        grid:
                          - - a
                            - b
                          - - c
                        script: |
                          first
                            second

                          third
                        note: |-
                          one
                          two
                        """);
    }

    @Test
    void writesListsAndEmptyWholes() {
        assertThat(DefinitionText.write(List.of(Map.of("a", "b"), Map.of("a", "c"))))
                .isEqualTo("- a: b\n- a: c\n");
        assertThat(DefinitionText.write(List.of("a\nb\n"))).isEqualTo("- |\n  a\n  b\n");
        assertThat(DefinitionText.write(Map.of())).isEqualTo("{}\n");
        assertThat(DefinitionText.write(List.of())).isEqualTo("[]\n");
    }

    @Test
    void quotesOnlyWhereNeeded() {
        for (String plain : List.of(
                "Bank statements",
                "Åsa",
                "a:b",
                "a#b",
                "/srv/in",
                "10 days",
                "it's",
                "a, b",
                "日本",
                "http://x/y?z=1#f",
                "R1",
                "+46 70 home",
                "a [b]",
                "(x)",
                "e1")) {
            assertThat(DefinitionText.write(Map.of("k", plain))).isEqualTo("k: " + plain + "\n");
        }
        for (String quoted :
                List.of("no", "1930", "2026-05-01", "a: b", "a #b", "- a", "", "12:30", "1_000", "*.xml")) {
            assertThat(DefinitionText.write(Map.of("k", quoted))).isEqualTo("k: \"" + quoted + "\"\n");
        }
    }

    @Test
    void readsBackEveryTrapAsText() {
        for (String trap : TRAPS) {
            assertRoundTrip(trap);
        }
    }

    @Test
    void readsBackAnyText() {
        Random random = new Random(20260501);
        String alphabet = "ab 01.:-#'\"\\\n\t[]{},&*!|>%@`?~/=+_åé\r\u0085\u2028\ufeff\u00a0👍";
        int[] points = alphabet.codePoints().toArray();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            assertRoundTrip(text.toString());
        }
    }

    /** Read by us and by a reader that guesses types, as value, key, element, and in a block. */
    private static void assertRoundTrip(String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", text);
        tree.put("list", List.of(text, "x", text));
        tree.put("blocks", List.of(Map.of("deep", text), Map.of("deep", "x")));
        if (!tree.containsKey(text)) {
            tree.put(text, "as key");
        }
        String yaml = DefinitionText.write(tree);

        Definition read = DefinitionText.read("f", yaml);
        assertThat(read.text("value")).as(yaml).isEqualTo(text);
        assertThat(read.list("list")).as(yaml).containsExactly(text, "x", text);
        assertThat(read.children("blocks").get(0).text("deep")).as(yaml).isEqualTo(text);
        assertThat(read.keys()).as(yaml).isEqualTo(tree.keySet());
        Object guessed = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        assertThat(guessed).as(yaml).isEqualTo(tree);
    }

    @Test
    void writesTheSameAgainAfterReading() {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String trap : TRAPS) {
            tree.put("k" + tree.size(), trap);
        }
        String yaml = DefinitionText.write(tree);
        Definition read = DefinitionText.read("f", yaml);
        Map<String, Object> again = new LinkedHashMap<>();
        read.keys().forEach(key -> again.put(key, read.text(key)));

        assertThat(DefinitionText.write(again)).isEqualTo(yaml);
    }

    @Test
    void keepsADiffSmall() {
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("a", List.of("x", "y"));
        before.put("b", "z");
        Map<String, Object> after = new LinkedHashMap<>(before);
        after.put("a", List.of("x", "new", "y"));

        List<String> lines = new ArrayList<>(DefinitionText.write(after).lines().toList());
        lines.remove("  - new");
        assertThat(lines).isEqualTo(DefinitionText.write(before).lines().toList());
    }

    @Test
    void refusesWhatItCannotHold() {
        assertThatThrownBy(() -> DefinitionText.write("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A definition is a map or a list, not java.lang.String");
        assertThatThrownBy(() -> DefinitionText.write(Map.of("a", 1.5d)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A definition cannot hold java.lang.Double");
        assertThatThrownBy(() -> DefinitionText.write(Map.of(1, "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A key is a text, not java.lang.Integer");
        assertThatThrownBy(() -> DefinitionText.write(Arrays.asList("a", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A definition cannot hold null");
        assertThatThrownBy(() -> DefinitionText.write(Map.of("k".repeat(1001), "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Key of 1001 characters, at most 1000");
    }
}
