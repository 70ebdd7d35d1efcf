package org.tickmark.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.engine.FakeCommand;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.MessageFiles;

class ShellTest {
    private static final Table UNITS = Table.under(Column.text("code"), Column.text("name"))
            .row("100", "Blåbær AS")
            .row("200", "Ørret AB")
            .build();

    private final FakeCommand list = FakeCommand.of(FakeCommand.named("unit", "list"), call -> CommandResult.of(UNITS));
    private final FakeCommand show = FakeCommand.of(
            FakeCommand.named("unit", "show")
                    .argument("CODE", FakeCommand.text("code"), ValueKind.TEXT, Cardinality.SOME),
            call -> CommandResult.of(String.join("+", call.arguments("CODE"))));
    private final FakeCommand half =
            FakeCommand.of(FakeCommand.named("unit", "half"), call -> CommandResult.done(FakeCommand.text("half done"))
                    .exit(ExitCode.PARTLY));
    private final Workbench workbench = new Workbench().with(list, show, half);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeTerminal terminal = new FakeTerminal();
    private final Shell shell = Shell.open(PlainGogo.over(workbench), workbench.runner(), out, err);

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aCommandIsCalledByScopeAndVerbOrByBothJoined() {
        assertThat(run("unit list --no-headers")).isEqualTo(ExitCode.OK);
        assertThat(run("unit:list --no-headers")).isEqualTo(ExitCode.OK);
        assertThat(out()).isEqualTo("100  Blåbær AS\n200  Ørret AB\n".repeat(2));
    }

    @Test
    void aPipeCarriesWhatACommandPrints() {
        run("unit list --no-headers | shout");
        assertThat(out()).isEqualTo("100  BLÅBÆR AS\n200  ØRRET AB\n");
    }

    @Test
    void aVariableHoldsRowsThatFunctionsCanUse() {
        run("units = (unit list)");
        assertThat(out()).isEmpty();
        assertThat(terminal.out()).isEmpty();
        run("unit show (($units get 1) get name)");
        assertThat(out()).isEqualTo("Ørret AB\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unit list --no-headers; grep ås; ''",
                "unit list --no-headers; grep -i ØRRET; 200  Ørret AB",
                "unit list --no-headers; grep -v ^1; 200  Ørret AB",
                "unit list --no-headers; head 1; 100  Blåbær AS",
                "unit list --no-headers; tail -1; 200  Ørret AB",
                "unit list --no-headers; count; 2",
                "echo one two; grep o.e; one two",
            })
    void linesAreFilteredInAPipe(String source, String filter, String lines) {
        assertThat(run(source + " | " + filter)).isEqualTo(ExitCode.OK);
        assertThat(out().strip()).isEqualTo(lines);
    }

    @Test
    void aFilterThatIsUsedWrongSaysHow() {
        assertThat(run("unit list | grep")).isEqualTo(ExitCode.USAGE);
        assertThat(run("unit list | grep '('")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("error: It is used so: grep [-i] [-v] PATTERN\n");
    }

    @Test
    void theElementsOfAListAreWordsOfTheirOwn() {
        run("codes = [1 2]");
        run("unit show $codes");
        assertThat(out()).endsWith("1+2\n");
    }

    @Test
    void aValueThatNobodyPrintedIsShown() {
        run("greeting = hello");
        assertThat(terminal.out()).contains("hello\n");
    }

    @Test
    void theLastCommandDecidesHowTheLineEnds() {
        assertThat(run("unit list; unit half")).isEqualTo(ExitCode.PARTLY);
        assertThat(run("unit half; unit list")).isEqualTo(ExitCode.OK);
        assertThat(run("unit half && unit list")).isEqualTo(ExitCode.PARTLY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unti list | USAGE | Did you mean 'unit'?",
                "unit lst | USAGE | Did you mean 'list'?",
                "rec status | FAILURE | The commands of 'rec' are away",
                "rec:status | FAILURE | The commands of 'rec' are away",
                "unit show 'open | USAGE | The line ends too early",
                "unit show ) | USAGE | The line cannot be read",
                "fail | FAILURE | error: the drawer is stuck",
            })
    void whatIsWrongIsSaidInOneLine(String line, ExitCode end, String said) {
        assertThat(run(line)).isEqualTo(end);
        assertThat(terminal.err() + err()).contains(said).hasLineCount(1);
    }

    @Test
    void aStoppedLineBeginsNoMoreCommands() {
        terminal.alreadyCancelled();
        assertThat(run("unit list; unit list")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(list.wasCalled()).isFalse();
    }

    @Test
    void outsideAShellNobodyHasSaidWhoCalls() throws Exception {
        var session = PlainGogo.over(workbench).createSession(InputStream.nullInputStream(), out, err);
        assertThatThrownBy(() -> session.execute("unit list")).hasMessageContaining("tickmark shell");
        assertThat(list.wasCalled()).isFalse();
    }

    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Shell.class);
    }

    private ExitCode run(String line) {
        return shell.execute(line, terminal);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
