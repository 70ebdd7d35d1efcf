package org.tickmark.script.crmscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.Scripts.Ran;

/** Random programs do what a slow evaluator says that they do; put in form, they do the same. */
final class RandomProgramTest {
    private static final int PROGRAMS = Integer.getInteger("tickmark.script.programs", 300);
    private static final long SEED = Long.getLong("tickmark.script.seed", 1);

    @Test
    void doWhatTheReferenceSays() {
        int compared = 0;
        for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
            RandomProgram.Made made = RandomProgram.make(seed);
            Ran ran = Scripts.run(Scripts.program(made.text()));
            if (ran.end().outcome() == Outcome.LIMIT || made.output().isEmpty()) {
                continue;
            }
            compared++;
            String output = ran.output() + (ran.end().outcome() == Outcome.FAILED ? ran.failure() : "");
            assertThat(output)
                    .as("seed %s:%n%s", seed, made.text())
                    .isEqualTo(made.output().get());
        }
        assertThat(compared).isGreaterThan(PROGRAMS / 2);
    }

    @Test
    void areTheSameInForm() {
        for (long seed = SEED; seed < SEED + PROGRAMS / 10; seed++) {
            RandomProgram.Made made = RandomProgram.make(seed);
            FormattedScript formatted = Scripts.LANGUAGE.format(new ScriptSource("test", made.text()));
            assertThat(formatted.problems()).isEmpty();
            assertThat(Scripts.LANGUAGE
                            .format(new ScriptSource("test", formatted.text()))
                            .text())
                    .isEqualTo(formatted.text());
            Ran ran = Scripts.run(Scripts.program(made.text()));
            Ran again = Scripts.run(Scripts.program(formatted.text()));
            assertThat(again.output()).isEqualTo(ran.output());
        }
    }
}
