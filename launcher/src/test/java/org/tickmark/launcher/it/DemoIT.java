package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;

/** The demo company through the whole program: what it must find stands beside its files. */
class DemoIT {
    private static final Path EXPECTED = Path.of("../examples/demo-company/expected.yaml");

    @TempDir
    static Path temp;

    private static Tickmark tickmark;

    /** What the first demonstration in an empty folder found. */
    private static JsonObject found;

    @BeforeAll
    static void demonstrate() throws Exception {
        tickmark = new Tickmark(temp);
        found = demo();
    }

    @AfterAll
    static void killAll() throws InterruptedException {
        tickmark.killAll();
    }

    @Test
    void findsWhatIsHiddenInTheMonth() throws Exception {
        Definition expected = DefinitionText.read(EXPECTED);

        assertThat(matched(found)).isEqualTo(matched(expected.child("matched")));
        assertThat(open(found)).containsExactlyInAnyOrderElementsOf(open(expected));
        assertThat(balances(found)).isEqualTo(balances(expected.child("balances")));
        assertThat(found.getJsonObject("proof").getBoolean("ok")).isTrue();
        assertThat(Path.of(found.getString("report"))).content().contains("Påhittade Möbler i Ingenstans AB");
    }

    @Test
    void findsTheSameAgainWithNothingNew() throws Exception {
        assertThat(newEntries(found)).isPositive();

        JsonObject again = demo();

        assertThat(newEntries(again)).isZero();
        for (String part : List.of("matched", "open", "proof")) {
            assertThat(again.get(part)).as(part).isEqualTo(found.get(part));
        }
    }

    @Test
    void tellsItInThreeLanguagesAndItsNextStepsWork() throws Exception {
        assertThat(ok(tickmark.run("demo", "--lang", "sv"))).contains("bevisat, till sista öret");
        assertThat(ok(tickmark.run("demo", "--lang", "nb"))).contains("bevist, til siste øre");

        for (JsonString step : found.getJsonArray("next").getValuesAs(JsonString.class)) {
            Running running = tickmark.startProgram(List.of("sh", "-c", step.getString()));
            running.input("");
            ok(running.end());
        }
    }

    private static JsonObject demo() throws Exception {
        String out = ok(tickmark.run("demo", "-o", "json"));
        try (JsonReader reader = Json.createReader(new StringReader(out))) {
            return reader.readObject();
        }
    }

    private static long newEntries(JsonObject found) {
        return found.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .mapToLong(file -> file.getInt("entries"))
                .sum();
    }

    // ---------------------------------------------------------------- found and expected, in one form

    private static Map<String, List<Integer>> matched(JsonObject found) {
        Map<String, List<Integer>> rules = new TreeMap<>();
        for (JsonObject rule : found.getJsonArray("matched").getValuesAs(JsonObject.class)) {
            rules.put(
                    rule.getString("rule"),
                    List.of(rule.getInt("matches"), rule.getInt("bank"), rule.getInt("ledger")));
        }
        return rules;
    }

    private static Map<String, List<Integer>> matched(Definition expected) {
        Map<String, List<Integer>> rules = new TreeMap<>();
        for (String rule : expected.keys()) {
            Definition counts = expected.child(rule);
            rules.put(rule, List.of(number(counts, "matches"), number(counts, "bank"), number(counts, "ledger")));
        }
        return rules;
    }

    private static int number(Definition counts, String key) {
        return Integer.parseInt(counts.text(key));
    }

    private static List<String> open(JsonObject found) {
        return found.getJsonArray("open").getValuesAs(JsonObject.class).stream()
                .map(item -> String.join(
                        " ",
                        item.getString("side"),
                        item.getString("date"),
                        item.getString("amount"),
                        item.getString("reason")))
                .toList();
    }

    private static List<String> open(Definition expected) {
        return expected.children("open").stream()
                .map(item -> String.join(
                        " ", item.text("side"), item.text("date"), plain(item.text("amount")), item.text("reason")))
                .toList();
    }

    private static String plain(String amount) {
        return new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }

    private static Map<String, BigDecimal> balances(JsonObject found) {
        JsonObject proof = found.getJsonObject("proof");
        return balances(key -> proof.getString(key));
    }

    private static Map<String, BigDecimal> balances(Definition expected) {
        return balances(expected::text);
    }

    private static Map<String, BigDecimal> balances(UnaryOperator<String> text) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (String key : List.of("bank", "ledger", "bank_open", "ledger_open")) {
            balances.put(key, new BigDecimal(text.apply(key)).stripTrailingZeros());
        }
        return balances;
    }
}
