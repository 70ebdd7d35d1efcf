package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.StandardStreams;
import org.tickmark.api.host.script.Breakpoint;
import org.tickmark.api.host.script.DebugProgram;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.host.script.DebugState.Kind;
import org.tickmark.api.host.script.DebugTarget;
import org.tickmark.api.host.script.Debugger;
import org.tickmark.api.host.script.PlacedBreakpoint;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

/** The commands over one session, number 3, that does what it is told. */
class DebugCommandsTest {
    private static final Instant NINE = Instant.parse("2026-11-27T09:00:00Z");

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final Standing standing = new Standing();
    private final DebugSession session = Partly.implemented(DebugSession.class, standing);
    private ScriptRequest asked;
    private DebugProgram launched;

    private ExitCode run(String... words) {
        Workbench workbench = new Workbench();
        Debugger debugger = Partly.implemented(Debugger.class, new Sessions());
        DebugCommands.of(debugger).forEach(workbench::with);
        ScriptFiles files = new ScriptFiles(() -> Map.of("echo", new EchoLanguage()));
        workbench.with(ScriptDebugCommand.of(files, Map::of, debugger));
        return workbench.run(terminal.at(folder), words);
    }

    /** A variable that is there only to be shown. */
    private record Shown(String name, String type, String text, List<ScriptVariable> children)
            implements ScriptVariable {}

    private final class Sessions {
        @SuppressWarnings("unused") // called by reflection
        DebugSession start(Caller caller, ScriptRequest request) {
            asked = request;
            return session;
        }

        @SuppressWarnings("unused") // called by reflection
        DebugSession start(Caller caller, DebugProgram program) {
            launched = program;
            return session;
        }

        /** A client that names a script, and goes when it is launched. */
        @SuppressWarnings("unused") // called by reflection
        void converse(Caller caller, DebugTarget target, InputStream in, OutputStream out) throws IOException {
            String named = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            target.open(Optional.of(named), Map.of("given", "by client"));
            out.write(
                    ("Debugged " + target.file(named).map(Path::toString).orElse("")).getBytes(StandardCharsets.UTF_8));
        }

        @SuppressWarnings("unused") // called by reflection
        List<DebugSession> sessions(Caller caller) {
            return List.of(session);
        }

        @SuppressWarnings("unused") // called by reflection
        DebugSession session(Caller caller, long id) {
            assertThat(id).isEqualTo(3);
            return session;
        }
    }

    @SuppressWarnings("unused") // called by reflection
    private static final class Standing {
        private final List<String> told = new ArrayList<>();
        private List<Breakpoint> breakpoints = List.of();
        private List<String> watches = List.of();

        long id() {
            return 3;
        }

        String script() {
            return "month-end";
        }

        String owner() {
            return "os:kari";
        }

        Instant startedAt() {
            return NINE;
        }

        DebugState state() {
            return new DebugState(Kind.AT_BREAKPOINT, Optional.of(NINE), Optional.empty(), "");
        }

        DebugState await(Duration atMost) {
            return state();
        }

        List<ScriptSource> sources() {
            return List.of(new ScriptSource("month-end", "first\n  second;\n"));
        }

        List<PlacedBreakpoint> setBreakpoints(String source, List<Breakpoint> wanted) {
            breakpoints = wanted;
            return breakpoints();
        }

        List<PlacedBreakpoint> breakpoints() {
            return breakpoints.stream()
                    .map(wanted -> new PlacedBreakpoint(
                            7, wanted, Optional.of(new ScriptPosition(wanted.source(), wanted.line() + 1, 1))))
                    .toList();
        }

        void go(DebugSession.Step step) {
            told.add("go " + step);
        }

        void runTo(String source, int line) {
            told.add("to " + source + ":" + line);
        }

        List<ScriptFrame> stack() {
            ScriptVariable local = new Shown("n", "Integer", "5", List.of());
            return List.of(new ScriptFrame("f", new ScriptPosition("month-end", 2, 3), List.of(local)));
        }

        List<ScriptVariable> globals() {
            return List.of(new Shown("total", "Integer", "10", List.of()));
        }

        ScriptVariable evaluate(int frame, String expression) {
            return new Shown(expression, "Point", "Point", List.of(new Shown("x", "Integer", "1", List.of())));
        }

        void assign(int frame, String variable, String expression) {
            told.add(frame + " " + variable + " = " + expression);
        }

        List<String> watches() {
            return watches;
        }

        void watch(List<String> expressions) {
            watches = expressions;
        }

        String written() {
            return "so far\n";
        }

        void stop() {
            told.add("stop");
        }
    }

    @Test
    void aSessionBeginsWithParametersAndTellsWhereItStands() {
        assertThat(run("debug", "start", "month-end@2", "-p", "unit=100", "--dry-run"))
                .isEqualTo(ExitCode.OK);
        assertThat(asked)
                .isEqualTo(new ScriptRequest("month-end", Optional.of(2), Map.of("unit", "100"), "debug", true));
        assertThat(terminal.out()).isEqualTo("so far\nmonth-end:2:3  second;\n");
        assertThat(terminal.err()).contains("month-end: at a breakpoint");
    }

    @Test
    void aQuietStepLeavesItToShowToTell() {
        assertThat(run("debug", "step", "3", "--quiet")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("month-end: at a breakpoint");
    }

    @Test
    void programsAreShownAllThereIsOfAPlace() {
        run("debug", "break", "3", "4", "--when", "n > 1");
        assertThat(run("debug", "show", "3", "--all", "-o", "json")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains("\"written\": \"so far\\n\"", "\"text\": \"first\\n  second;\\n\"")
                .contains("\"condition\": \"n > 1\"", "\"function\": \"f\"", "\"name\": \"total\"");
        assertThat(run("debug", "show", "3", "--all", "--frame", "1")).isNotEqualTo(ExitCode.OK);
    }

    @Test
    void sessionsAreListed() {
        assertThat(run("debug", "sessions", "-o", "json")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("\"state\": \"at-breakpoint\"").contains("\"owner\": \"os:kari\"");
    }

    @Test
    void stepsAreOverUnlessSaidOtherwise() {
        run("debug", "step", "3");
        run("debug", "step", "3", "into");
        run("debug", "step", "3", "--to", "17");
        assertThat(standing.told).containsExactly("go OVER", "go INTO", "to month-end:17");
    }

    @Test
    void breakpointsAreAddedAndRemovedByTheirLines() {
        run("debug", "break", "3", "4", "--when", "n > 1", "--hits", "5");
        run("debug", "break", "3", "9", "--log", "n is {n}");
        assertThat(standing.breakpoints)
                .containsExactly(
                        Breakpoint.at("month-end", 4).when("n > 1").onHits("5"),
                        Breakpoint.at("month-end", 9).logging("n is {n}"));
        assertThat(run("debug", "break", "3", "5", "--remove")).isEqualTo(ExitCode.OK);
        assertThat(standing.breakpoints).extracting(Breakpoint::line).containsExactly(9);
    }

    @Test
    void variablesAreThoseOfTheCallAndOfTheScript() {
        run("debug", "vars", "3", "-o", "csv");
        assertThat(terminal.out()).contains("n,Integer,5").contains("total,Integer,10");
        assertThat(run("debug", "vars", "3", "--frame", "1")).isNotEqualTo(ExitCode.OK);
    }

    @Test
    void anExpressionIsUnfolded() {
        run("debug", "vars", "3", "p", "-o", "csv");
        assertThat(terminal.out()).contains("p,Point,Point").contains("x,Integer,1");
    }

    @Test
    void watchesAreShownWhereItStands() {
        run("debug", "watch", "3", "p", "q");
        run("debug", "show", "3");
        assertThat(terminal.out()).endsWith("p = Point\nq = Point\n");
    }

    @Test
    void aVariableIsSetAndASessionStopped() {
        run("debug", "set", "3", "total", "total + 1");
        run("debug", "stop", "3");
        assertThat(standing.told).containsExactly("0 total = total + 1", "stop");
    }

    @Test
    void anEditorIsToldPortAndKeyAndWaitedForUntilTheCallerHasEnough() throws IOException {
        Files.writeString(folder.resolve("a.echo"), "Hello\n");
        terminal.cancelledByOutput();
        assertThat(run("script", "debug", "a.echo", "--key", "open sesame")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(terminal.out()).matches("Listening on 127\\.0\\.0\\.1, port \\d+; .*\"key\": \"open sesame\"\n");
    }

    @Test
    void anEditorThatStartedItTalksOverItsStandardStreams() throws IOException {
        Path script = Files.writeString(folder.resolve("a.echo"), "Hello\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(script.toString().getBytes(StandardCharsets.UTF_8));
        terminal.over(new StandardStreams(in, out));
        assertThat(run("script", "debug", "--stdio", "-p", "unit=100")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Debugged " + script);
        assertThat(launched.parameters()).isEqualTo(Map.of("unit", "100", "given", "by client"));
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("The client has gone.\n");
    }

    @Test
    void theScriptOfTheCommandLineIsTheOneThatIsLaunched() throws IOException {
        Files.writeString(folder.resolve("a.echo"), "Hello\n");
        InputStream in = new ByteArrayInputStream("other.echo".getBytes(StandardCharsets.UTF_8));
        terminal.over(new StandardStreams(in, OutputStream.nullOutputStream()));
        assertThat(run("script", "debug", "a.echo", "--stdio")).isEqualTo(ExitCode.OK);
        assertThat(launched.name()).isEqualTo("a.echo");
    }

    @Test
    void whoeverHasNoStreamsCannotTalkOverThem() {
        assertThat(run("script", "debug", "--stdio")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("no standard streams");
    }

    @Test
    void aPortGoesWithAFileAndWithoutStreams() {
        assertThat(run("script", "debug", "--stdio", "--port", "4711")).isEqualTo(ExitCode.USAGE);
        assertThat(run("script", "debug")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--port").contains("Which file");
    }

    @Test
    void aScriptThatIsWrongIsNotDebugged() throws IOException {
        Files.writeString(folder.resolve("a.echo"), "!bad\n");
        assertThat(run("script", "debug", "a.echo")).isNotEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("a.echo:1:1");
    }
}
