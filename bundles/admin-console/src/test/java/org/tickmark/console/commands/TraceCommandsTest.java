package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.script.Recording;
import org.tickmark.api.host.script.TraceMoment;
import org.tickmark.api.host.script.TraceValue;
import org.tickmark.api.host.script.Traces;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class TraceCommandsTest {
    private final FakeTerminal terminal = new FakeTerminal();

    private ExitCode run(String... words) {
        Workbench workbench = new Workbench();
        TraceCommands.of(Partly.implemented(Traces.class, new Kept())).forEach(workbench::with);
        return workbench.run(terminal, words);
    }

    private static final class Kept {
        @SuppressWarnings("unused") // called by reflection
        Recording open(Caller caller, long id) {
            return Partly.implemented(Recording.class, new Recorded());
        }
    }

    @SuppressWarnings("unused") // called by reflection
    private static final class Recorded {
        long first() {
            return 0;
        }

        long last() {
            return 9;
        }

        List<ScriptSource> sources() {
            return List.of(new ScriptSource("month-end", "Integer total = 0;\n"));
        }

        TraceMoment at(long step) {
            return new TraceMoment(
                    step,
                    new ScriptPosition("month-end", 1, 1),
                    1,
                    Duration.ofMillis(2),
                    64,
                    List.of(
                            new TraceValue(-1, "total", "Integer", "10", true),
                            new TraceValue(1, "line", "String", "x", false)));
        }
    }

    @Test
    void variablesOfTheWholeProgramAreShownAsThat() {
        assertThat(run("trace", "show", "12")).isEqualTo(ExitCode.OK);

        assertThat(terminal.out()).containsPattern("globals +total +Integer +10");
        assertThat(terminal.out()).containsPattern("1 +line +String +x");
        assertThat(terminal.out()).doesNotContain("-1");
    }

    @Test
    void programsGetTheNumber() {
        assertThat(run("trace", "show", "12", "-o", "json")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).containsPattern("\"depth\": ?-1");
    }
}
