package org.tickmark.kit.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;

class DefinitionReadTest {
    private static final String IMPORT = """
            # night import
            name: Bank statements
            account: 1930
            background: true
            units: [no, 2026-05-01, "x"]
            limit: -1250.50
            days: 40
            from: 2026-05-01
            state: suggest-only
            archive: ~
            source:
              folder: inbox
            rules:
              - kind: R1
                window: 3
              - kind: R4
            """;

    @TempDir
    Path folder;

    enum State {
        AUTO,
        SUGGEST_ONLY
    }

    @Test
    void readsEveryKindOfValue() {
        Definition read = DefinitionText.read("imports.yaml", IMPORT);

        assertThat(read.text("name")).isEqualTo("Bank statements");
        assertThat(read.text("account")).isEqualTo("1930");
        assertThat(read.integer("account")).isEqualTo(1930);
        assertThat(read.flag("background")).isTrue();
        assertThat(read.flag("missing", true)).isTrue();
        assertThat(read.list("units")).containsExactly("no", "2026-05-01", "x");
        assertThat(read.list("missing")).isEmpty();
        assertThat(read.amount("limit")).isEqualTo(new BigDecimal("-1250.50"));
        assertThat(read.integer("days", 0, 40)).isEqualTo(40);
        assertThat(read.date("from")).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(read.choice("state", State.class)).isEqualTo(State.SUGGEST_ONLY);
        assertThat(read.choice("name", List.of("Bank statements", "x"))).isEqualTo("Bank statements");
        assertThat(read.optionalText("archive")).isEmpty();
        assertThat(read.has("archive")).isFalse();
        assertThat(read.has("name")).isTrue();
        assertThat(read.child("source").text("folder")).isEqualTo("inbox");
        assertThat(read.optionalChild("target")).isEmpty();
        assertThat(read.children("rules")).extracting(rule -> rule.text("kind")).containsExactly("R1", "R4");
        assertThat(read.keys()).startsWith("name", "account", "background");
    }

    @Test
    void knowsPathAndLine() {
        Definition second =
                DefinitionText.read("imports.yaml", IMPORT).children("rules").get(1);

        assertThat(second.path()).isEqualTo("rules[1]");
        assertThat(second.line()).isEqualTo(16);
        assertThat(second.where()).isEqualTo("imports.yaml:16");
    }

    @Test
    void readsAListAsAWhole() {
        Definition read = DefinitionText.read("x", "- name: a\n- name: b\n");

        assertThat(read.isList()).isTrue();
        assertThat(read.children()).extracting(block -> block.text("name")).containsExactly("a", "b");
        assertThat(read.children().get(1).path()).isEqualTo("[1]");
        assertProblem(() -> read.text("name"), "x:1", "'.' must be a block of named values.");
        assertProblem(() -> DefinitionText.read("x", "a: 1").children(), "x:1", "'.' must be a list.");
    }

    @Test
    void tellsAnEmptyTextFromAnAbsentOne() {
        Definition read = DefinitionText.read("x", "a: \"\"\nb:\nc: null\nd: \"null\"\n");

        assertThat(read.text("a")).isEmpty();
        assertThat(read.optionalText("b")).isEmpty();
        assertThat(read.optionalText("c")).isEmpty();
        assertThat(read.text("d")).isEqualTo("null");
    }

    @Test
    void readsAFileWithAByteOrderMarkAndWindowsLineEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "\ufeffname: Åsa\r\nunit: x\r\n");

        Definition read = DefinitionText.read(file);

        assertThat(read.text("name")).isEqualTo("Åsa");
        assertThat(read.text("unit")).isEqualTo("x");
        assertThat(read.where()).isEqualTo(file + ":1");
    }

    @Test
    void saysWhatIsMissingAndWhere() {
        Definition read = DefinitionText.read("imports.yaml", IMPORT);

        assertProblem(() -> read.text("folder"), "imports.yaml:2", "'folder' is missing.");
        assertProblem(() -> read.text("archive"), "imports.yaml:10", "'archive' is missing.");
        assertProblem(
                () -> read.children("rules").get(1).integer("window"),
                "imports.yaml:16",
                "'rules[1].window' is missing.");
    }

    @Test
    void saysWhatWasFoundAndExpected() {
        Definition read = DefinitionText.read("f", IMPORT);

        assertFound(problem(() -> read.flag("name")), "Bank statements", "true | false");
        assertFound(problem(() -> read.integer("name")), "Bank statements", "-999999999 … 999999999");
        assertFound(problem(() -> read.integer("days", 0, 10)), "40", "0 … 10");
        assertFound(problem(() -> read.amount("from")), "2026-05-01", "1250.50");
        assertFound(problem(() -> read.date("days")), "40", "2026-05-01");
        assertFound(problem(() -> read.choice("state", List.of("auto", "manual"))), "suggest-only", "auto | manual");
        assertThat(problem(() -> read.date("days")).where()).contains("f:7");
    }

    @Test
    void takesOnlyPlainDecimalsAsAmounts() {
        for (String text :
                List.of("1e9", "1,50", "1_000", "0x10", "1 000", "NaN", "+5", "--5", "1.2.3", "٣", "9".repeat(41))) {
            Definition read = DefinitionText.read("f", "a: \"" + text + "\"");
            assertThat(problem(() -> read.amount("a")).found()).as(text).isPresent();
        }
        assertThat(DefinitionText.read("f", "a: 0.00").amount("a")).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void suggestsTheNearestWordOfAChoice() {
        Definition read = DefinitionText.read("f", "state: sugest-only");

        assertThat(problem(() -> read.choice("state", State.class)).text(Locale.ENGLISH))
                .isEqualTo(
                        "f:1: 'state' is none of the words allowed. Found: sugest-only; expected: auto | suggest-only."
                                + " Did you mean 'suggest-only'?");
    }

    @Test
    void rejectsShapesThatAreNotAskedFor() {
        Definition read = DefinitionText.read("f", IMPORT);

        assertProblem(() -> read.text("rules"), "f:13", "'rules' must be a single value.");
        assertProblem(() -> read.list("name"), "f:2", "'name' must be a list.");
        assertProblem(() -> read.list("rules"), "f:14", "'rules[0]' must be a single value.");
        assertProblem(() -> read.child("units"), "f:5", "'units' must be a block of named values.");
        assertProblem(() -> read.children("units"), "f:5", "'units[0]' must be a block of named values.");
        assertProblem(() -> DefinitionText.read("f", "a: [x, ~]").list("a"), "f:1", "'a[1]' must be a single value.");
    }

    @Test
    void rejectsUnknownNamesAndSuggestsTheNearest() {
        Definition read = DefinitionText.read("f", "name: a\nfodler: b\n");

        Problem problem = problem(() -> read.rejectUnknown("name", "folder"));

        assertThat(problem.text(Locale.ENGLISH))
                .startsWith("f:2: 'fodler' is not known here.")
                .contains("name | folder")
                .endsWith("Did you mean 'folder'?");
        read.rejectUnknown("name", "fodler", "more");
    }

    @Test
    void speaksNorwegianAndSwedish() {
        Problem problem = problem(() -> DefinitionText.read("f", "a: 1").text("b"));

        assertThat(problem.text(Locale.forLanguageTag("nb"))).isEqualTo("f:1: 'b' mangler.");
        assertThat(problem.text(Locale.forLanguageTag("sv"))).isEqualTo("f:1: 'b' saknas.");
    }

    @Test
    void placesProblemsOfTheReaderOfTheDefinition() {
        Definition read = DefinitionText.read("f", "a: 1\nb: 2\n");

        Problem problem =
                read.problem("b", Message.verbatim("Two is too much.")).build();

        assertThat(problem.code()).isEqualTo("definition.invalid");
        assertThat(problem.text(Locale.ENGLISH)).isEqualTo("f:2: Two is too much.");
    }

    @Test
    void refusesWhatADefinitionCannotBe() {
        assertSyntax("", "f", "yaml.empty");
        assertSyntax("# only a comment\n", "f", "yaml.empty");
        assertSyntax("---\n...\n", "f", "yaml.empty");
        assertSyntax("just text", "f:1", "yaml.not-a-block");
        assertSyntax("a: 1\n---\nb: 2\n", "f:2", "yaml.several-documents");
        assertSyntax("a: 1\nb: 2\na: 3\n", "f:3", "yaml.duplicate-key");
        assertSyntax("a: &x 1\nb: *x\n", "f:1", "yaml.alias");
        assertSyntax("b: *x\n", "f:1", "yaml.alias");
        assertSyntax("a: !!java.net.URL [x]\n", "f:1", "yaml.tag");
        assertSyntax("a: !!str 1\n", "f:1", "yaml.tag");
        assertSyntax("? [a, b]\n: c\n", "f:1", "yaml.key-not-text");
        assertSyntax("a: 1\n b: 2\n", "f:2", "yaml.syntax");
        assertSyntax("a: [1, 2\n", "f:2", "yaml.syntax");
        assertSyntax("a:\n\t- b\n", "f:2", "yaml.syntax");
        assertSyntax("a: \u0007\n", "f", "yaml.syntax");
    }

    @Test
    void boundsDepthAndSize() {
        assertSyntax("[".repeat(33) + "]".repeat(33), "f:1", "yaml.too-deep");
        assertSyntax("[".repeat(1_000_000), "f:1", "yaml.too-deep");
        assertThat(DefinitionText.read("f", "[".repeat(32) + "]".repeat(32)).isList())
                .isTrue();
        assertSyntax("a: " + "x".repeat(4 << 20), "f", "yaml.too-large");
    }

    @Test
    void boundsAndDecodesBytes() {
        assertThat(problem(() -> DefinitionText.read("f", new byte[(4 << 20) + 1]))
                        .what()
                        .id())
                .isEqualTo("yaml.too-large");
        assertThat(problem(() -> DefinitionText.read("f", "a: å".getBytes(StandardCharsets.ISO_8859_1)))
                        .what()
                        .id())
                .isEqualTo("yaml.not-utf8");
    }

    @Test
    void repeatsOnlyTheBeginningOfALongValue() {
        Definition read = DefinitionText.read("f", "a: " + "x".repeat(500));

        assertThat(problem(() -> read.integer("a")).found()).contains("x".repeat(80) + "…");
    }

    @Test
    void passesOnThatAFileCannotBeRead() {
        assertThatThrownBy(() -> DefinitionText.read(folder.resolve("missing"))).isInstanceOf(IOException.class);
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(TickmarkException.class, call).problem();
    }

    private static void assertProblem(ThrowingCallable call, String where, String what) {
        Problem problem = problem(call);
        assertThat(problem.code()).isEqualTo("definition.invalid");
        assertThat(problem.where()).contains(where);
        assertThat(problem.what().text(Locale.ENGLISH)).isEqualTo(what);
    }

    private static void assertFound(Problem problem, String found, String expected) {
        assertThat(problem.found()).contains(found);
        assertThat(problem.expected()).contains(expected);
    }

    private static void assertSyntax(String yaml, String where, String id) {
        Problem problem = problem(() -> DefinitionText.read("f", yaml));
        assertThat(problem.what().id())
                .as(yaml.substring(0, Math.min(40, yaml.length())))
                .isEqualTo(id);
        assertThat(problem.where()).contains(where);
    }
}
