package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.script.ScriptUsage;
import org.tickmark.console.engine.CommandDesk;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

/** The commands over a language that is only just one. */
class ScriptCommandsTest {
    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final ScriptLanguage language = new EchoLanguage();
    private final Map<String, RecordSource> records = new HashMap<>();
    private Scripts stored;

    private ExitCode run(String... words) {
        return workbench().run(terminal.at(folder), words);
    }

    private Workbench workbench() {
        Workbench workbench = new Workbench();
        ScriptFiles files = new ScriptFiles(() -> Map.of("echo", language));
        ScriptCommands.of(files, Map::of, () -> Optional.ofNullable(stored), workbench.clock())
                .forEach(workbench::with);
        Optional.ofNullable(stored).ifPresent(scripts -> StoredScriptCommands.of(scripts, files, () -> records)
                .forEach(workbench::with));
        return workbench;
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void runsAScriptWithParameters() throws IOException {
        file("a.echo", "Hello\n$name\n");
        assertThat(run("script", "run", "a.echo", "-p", "name=World")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("Hello\nWorld\n");
    }

    @Test
    void whoIsElsewhereRunsNoFilesOfThisMachine() throws IOException {
        file("a.echo", "Hello\n");
        stored = Partly.implemented(Scripts.class, new Shelf());
        assertThat(fromElsewhere("run", folder.resolve("a.echo").toString()).problems())
                .extracting(Problem::code)
                .containsExactly("usage.path-elsewhere");
        assertThat(fromElsewhere("run", "kept").text()).contains("ran\n");
    }

    private CommandResult fromElsewhere(String... words) {
        List<String> line = Stream.concat(Stream.of("script"), Stream.of(words)).toList();
        return new CommandDesk(workbench().registry(), workbench().runner())
                .run(new CommandRequest(Caller.system(), line, Optional.empty(), Progress.NONE, () -> false))
                .result();
    }

    @Test
    void includesWhatLiesBesideAndNothingElse() throws IOException {
        file("a.echo", "#lib\n");
        file("lib.echo", "from the library\n");
        assertThat(run("script", "run", "a.echo")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("from the library\n");
        file("b.echo", "#../" + folder.getFileName() + "/lib\n");
        assertThat(run("script", "run", "b.echo")).isEqualTo(ExitCode.PARTLY);
    }

    @Test
    void aScriptThatIsWrongIsToldWithItsPlace() throws IOException {
        file("a.echo", "good\n!bad\n");
        assertThat(run("script", "check", "a.echo")).isEqualTo(ExitCode.PARTLY);
        assertThat(terminal.err()).contains("a.echo:2:1");
        assertThat(run("script", "check", "a.echo", "-o", "json")).isEqualTo(ExitCode.PARTLY);
        assertThat(terminal.out()).contains("\"line\": 2").contains("\"column\": 1");
        assertThat(run("script", "run", "a.echo")).isEqualTo(ExitCode.PARTLY);
    }

    @Test
    void aScriptThatIsRightIsSaidToBe() throws IOException {
        file("a.echo", "good\n");
        assertThat(run("script", "check", "a.echo")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFileWithoutALanguageOrThatIsNotThereIsRefused() throws IOException {
        file("a.txt", "x");
        assertThat(run("script", "run", "a.txt")).isNotEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("*.echo");
        assertThat(run("script", "run", "none.echo")).isNotEqualTo(ExitCode.OK);
    }

    @Test
    void putsScriptsInForm() throws IOException {
        file("a.echo", "  x  \n");
        assertThat(run("script", "format", "a.echo")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("x\n");
        assertThat(run("script", "format", "a.echo", "--check")).isEqualTo(ExitCode.PARTLY);
        assertThat(folder.resolve("a.echo")).hasContent("  x  \n");
        assertThat(run("script", "format", "a.echo", "--write")).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("a.echo")).hasContent("x\n");
        assertThat(run("script", "format", "a.echo", "--check")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aTextIsCheckedAndPutInFormWithoutAFile() {
        assertThat(fromElsewhere("check", "--text=good\r\n!bad", "--language=echo")
                        .document())
                .hasValueSatisfying(found -> assertThat(found.toString()).contains("line=2, column=1"));
        assertThat(fromElsewhere("format", "--text=  x  ", "--language=echo").text())
                .contains("x\n");
        assertThat(fromElsewhere("check").problems()).extracting(Problem::code).containsExactly("usage.script-text");
        assertThat(fromElsewhere("check", "--text=x", "--language=latin").problems())
                .extracting(Problem::code)
                .containsExactly("script.language");
    }

    @Test
    void aTextIsSavedFromElsewhereUnlessAnotherWasSavedMeanwhile() {
        Shelf shelf = new Shelf();
        stored = Partly.implemented(Scripts.class, shelf);

        assertThat(fromElsewhere("save", "--text=one\r\ntwo", "--language=echo", "--over=0", "--", "a")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(shelf.saved.text()).isEqualTo("one\ntwo");
        assertThat(shelf.saved.language()).isEqualTo("echo");
        assertThat(fromElsewhere("save", "--text=three", "--over=1", "--", "a").problems())
                .extracting(Problem::code)
                .containsExactly("script.changed");
        assertThat(fromElsewhere("save", "--text=three", "--over=2", "--", "a").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(shelf.saved.language()).isEqualTo("echo");
    }

    // ---------------------------------------------------------------- stored scripts

    /** One script, in two versions; keeps what was last saved and asked to run. */
    private static final class Shelf {
        private ScriptDefinition saved;
        private ScriptRequest asked;

        @SuppressWarnings("unused") // called by reflection
        Optional<ScriptVersion> script(Caller caller, String name) {
            return Optional.ofNullable(saved)
                    .filter(script -> script.name().equals(name))
                    .map(script -> new ScriptVersion(script, 2, "os:test", Instant.parse("2026-11-27T05:00:00Z")));
        }

        @SuppressWarnings("unused") // called by reflection
        Scripts.Saved save(Caller caller, ScriptDefinition definition, boolean dryRun) {
            saved = definition;
            return new Scripts.Saved(2, true, List.of());
        }

        @SuppressWarnings("unused") // called by reflection
        List<String> usedBy(Caller caller, String name) {
            return List.of("script/other", "trigger/tell");
        }

        @SuppressWarnings("unused") // called by reflection
        void remove(Caller caller, String name, boolean dryRun) {}

        @SuppressWarnings("unused") // called by reflection
        String diff(Caller caller, String name, int from, int to) {
            return name + " " + from + " " + to + "\n";
        }

        @SuppressWarnings("unused") // called by reflection
        ScriptResult run(Caller caller, ScriptRequest request, ScriptOutput output, CancelToken cancel) {
            asked = request;
            output.print("ran\n");
            return new ScriptResult(
                    1,
                    request.name(),
                    2,
                    new ScriptEnd(ScriptEnd.Outcome.FINISHED, "", Optional.empty()),
                    new ScriptUsage(3, Duration.ofMillis(4), 5, 6),
                    Map.of());
        }
    }

    @Test
    void whatIsNoFileIsAStoredScript() throws IOException {
        Shelf shelf = new Shelf();
        stored = Partly.implemented(Scripts.class, shelf);

        assertThat(run("script", "run", "month-end@3", "-p", "unit=100", "--dry-run"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("ran\n");
        assertThat(shelf.asked)
                .isEqualTo(new ScriptRequest("month-end", Optional.of(3), Map.of("unit", "100"), "command", true));
        assertThat(run("script", "run", "month-end", "--steps", "5")).isNotEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("--steps");

        file("a.echo", "from the file\n");
        assertThat(run("script", "run", "a.echo")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("from the file");
    }

    @Test
    void savingKeepsWhatIsNotGiven() throws IOException {
        Shelf shelf = new Shelf();
        stored = Partly.implemented(Scripts.class, shelf);
        file("a.echo", "one\n");

        assertThat(run(
                        "script",
                        "save",
                        "a",
                        "a.echo",
                        "--folder",
                        "reports",
                        "--grant",
                        "mail",
                        "--time",
                        "5m",
                        "--memory",
                        "2",
                        "--parameter",
                        "unit:integer=100",
                        "--parameter",
                        "mode:quick|full=quick"))
                .isEqualTo(ExitCode.OK);
        file("a.echo", "two\n");
        assertThat(run("script", "save", "a", "a.echo")).isEqualTo(ExitCode.OK);
        assertThat(run("script", "edit", "a", "--description", "what for")).isEqualTo(ExitCode.OK);

        assertThat(shelf.saved.text()).isEqualTo("two\n");
        assertThat(shelf.saved.language()).isEqualTo("echo");
        assertThat(shelf.saved.folder()).isEqualTo("reports");
        assertThat(shelf.saved.description()).isEqualTo("what for");
        assertThat(shelf.saved.grants()).containsExactly("mail");
        assertThat(shelf.saved.limits().time()).isEqualTo(Duration.ofMinutes(5));
        assertThat(shelf.saved.limits().memory()).isEqualTo(2 << 20);
        assertThat(shelf.saved.parameters())
                .extracting(ScriptInput::shown)
                .containsExactly("unit:integer=100", "mode:quick|full=quick");

        assertThat(run("script", "show", "a", "-o", "json")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("\"text\": \"two\\n\"").contains("\"folder\": \"reports\"");
        assertThat(run("script", "save", "a", "a.echo", "--parameter", "unit:colour"))
                .isNotEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("unit:colour");
    }

    @Test
    void aDifferenceIsThatOfTheNewestVersionUnlessSaidOtherwise() throws IOException {
        stored = Partly.implemented(Scripts.class, new Shelf());
        file("a.echo", "one\n");
        run("script", "save", "a", "a.echo");

        assertThat(run("script", "diff", "a")).isEqualTo(ExitCode.OK);
        assertThat(run("script", "diff", "a", "1", "3")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("a 1 2\na 1 3\n");
        assertThat(run("script", "diff", "missing")).isNotEqualTo(ExitCode.OK);
    }

    @Test
    void aScriptSaysWhatUsesItBeforeItIsRemovedAndAfter() throws IOException {
        stored = Partly.implemented(Scripts.class, new Shelf());
        records.put("task", Partly.implemented(RecordSource.class, new Nightly()));
        file("a.echo", "one\n");
        run("script", "save", "a", "a.echo");

        assertThat(run("script", "show", "a")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("task/night, script/other, trigger/tell");
        assertThat(run("script", "delete", "a", "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("3 use script a", "task/night, script/other, trigger/tell");
        assertThat(run("script", "delete", "a")).isNotEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("It is used by task/night");
    }

    /** One task, which runs the script {@code a} and is no macro's. */
    private static final class Nightly {
        @SuppressWarnings("unused") // called by reflection
        Table list(Caller caller, RecordQuery query) {
            Table.Builder table = Table.under(Column.text("name"));
            return query.equal().equals(Map.of("executor", "script", "parameter", "script=a"))
                    ? table.row("night").build()
                    : table.build();
        }
    }
}
