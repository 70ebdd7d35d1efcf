package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;

/** The commands over a language that is only just one. */
class ScriptCommandsTest {
    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final ScriptLanguage language = new EchoLanguage();

    private ExitCode run(String... words) {
        Workbench workbench = new Workbench();
        ScriptCommands.of(() -> List.of(language), Map::of, workbench.clock()).forEach(workbench::with);
        return workbench.run(terminal.at(folder), words);
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
}
