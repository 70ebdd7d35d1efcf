package org.tickmark.script.crmscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptSource;

/** What is as deep and as long as it may be, at once. */
final class NestingTest {
    private static Compilation compile(String text) {
        return Scripts.LANGUAGE.compile(new ScriptSource("test", text), ScriptHost.ALONE);
    }

    @Test
    void longExpressionsInsideOneAnotherRunOrAreRefused() {
        String expression = "1";
        for (int i = 0; i < 140; i++) {
            expression = "(" + expression + ")" + " + 1".repeat(400);
        }
        Compilation compilation = compile("Integer a = " + expression + ";");
        compilation
                .program()
                .ifPresentOrElse(
                        program ->
                                assertThat(Scripts.run(program).end().outcome()).isIn(Outcome.FINISHED, Outcome.LIMIT),
                        () -> assertThat(compilation.problems().get(0).problem().code())
                                .isEqualTo("script.syntax.deep"));
    }

    @Test
    void manyStatementsOneAfterAnotherAreNoNesting() {
        String text = "Integer a = 0;\n" + "if (a < 0) { a--; } else if (a == 7) { a = 1; } else a++;\n".repeat(5_000);
        Compilation compilation = compile(text + "print(a.toString());");
        assertThat(Scripts.run(compilation.program().orElseThrow()).output()).isNotEmpty();
    }

    @Test
    void deeplyNestedBlocksAreRefusedWithTheirPlace() {
        Compilation compilation = compile("{".repeat(5_000) + "}".repeat(5_000));
        assertThat(compilation.problems()).hasSize(1);
        assertThat(compilation.problems().get(0).problem().code()).isEqualTo("script.syntax.deep");
    }
}
