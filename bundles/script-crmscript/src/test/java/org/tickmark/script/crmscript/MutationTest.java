package org.tickmark.script.crmscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptState;
import org.tickmark.testkit.ManualClock;

/** Sources that were changed at random compile or are told to be wrong, with a place; what compiles runs within its limits. */
final class MutationTest {
    private static final int SOURCES = Integer.getInteger("tickmark.script.sources", 1_000);
    private static final ScriptLimits SMALL = new ScriptLimits(5_000, Duration.ofSeconds(5), 1 << 20, 10_000, 50);
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ";",
            ",",
            ".",
            "\"",
            "'",
            "\\",
            "/*",
            "*/",
            "//",
            "%",
            "<%",
            "%>",
            "=",
            "==",
            "&&",
            "!",
            "-",
            "++",
            "+=",
            "if",
            "for",
            "struct",
            "try",
            "catch",
            "return",
            "this",
            "Integer",
            "String",
            "Map",
            "#include \"x\";",
            "0",
            "99999999999",
            "1.5",
            "5L",
            "\n",
            "é",
            "\uD83D",
            "%EJSCRIPT_START%",
            "foreach",
            "in",
            "x",
            "error",
            ".toString()",
            "Void",
            "[2]",
            "sort()",
            "break;",
            "throw \"x\";");

    private final Random random = new Random(Long.getLong("tickmark.script.seed", 1));

    @Test
    void areReadOrRefused() throws IOException {
        List<String> seeds = ConformanceTest.texts();
        for (int i = 0; i < SOURCES; i++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())));
            try {
                check(text);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("Source " + i + ":\n" + text, e);
            }
        }
    }

    private String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, mutated.substring(at, end));
                case 2 ->
                    mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(3)));
                default -> mutated.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return mutated.toString();
    }

    private static void check(String text) {
        ScriptSource source = new ScriptSource("test", text);
        Compilation compilation = Scripts.LANGUAGE.compile(source, new Scripts.Host(Map.of()));
        long lines = text.lines().count() + 1;
        for (ScriptProblem found : compilation.problems()) {
            assertThat(found.position().line()).isBetween(1, (int) lines);
        }
        FormattedScript formatted = Scripts.LANGUAGE.format(source);
        if (formatted.problems().isEmpty()) {
            ScriptSource inForm = new ScriptSource("test", formatted.text());
            assertThat(Scripts.LANGUAGE.format(inForm).text()).isEqualTo(formatted.text());
            assertThat(Scripts.LANGUAGE
                            .compile(inForm, new Scripts.Host(Map.of()))
                            .program()
                            .isPresent())
                    .isEqualTo(compilation.program().isPresent());
        }
        compilation.program().ifPresent(MutationTest::run);
    }

    private static void run(ScriptProgram program) {
        ScriptState state = program.start(Scripts.call(ManualClock.at(Scripts.NOW), new Scripts.Written())
                        .limits(SMALL)
                        .build())
                .advance();
        assertThat(state.kind()).isIn(ScriptState.Kind.ENDED, ScriptState.Kind.WAITING);
    }
}
