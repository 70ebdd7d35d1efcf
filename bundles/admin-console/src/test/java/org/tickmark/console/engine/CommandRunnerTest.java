package org.tickmark.console.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

class CommandRunnerTest {
    private final Workbench workbench = new Workbench();
    private final FakeTerminal terminal = new FakeTerminal();

    @Test
    void theResultDecidesHowTheCommandEnds() {
        does(call -> CommandResult.done(FakeCommand.text("half")).exit(ExitCode.PARTLY));
        assertThat(run()).isEqualTo(ExitCode.PARTLY);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("half\n");
    }

    @Test
    void whatIsPrintedWhileTheCommandRunsComesAtOnce() {
        does(call -> {
            call.print("first line", Map.of("line", "first line"));
            assertThat(terminal.out()).isEqualTo("first line\n");
            return CommandResult.done(FakeCommand.text("all told"));
        });
        assertThat(run()).isEqualTo(ExitCode.OK);
    }

    @Test
    void programsGetADocumentALine() {
        does(call -> {
            call.print("first\n", Map.of("line", 1L));
            call.print("second\n", Map.of("line", 2L));
            return CommandResult.done(FakeCommand.text("all told"));
        });
        run("-o", "json");
        assertThat(terminal.out()).isEqualTo("{\"line\":1}\n{\"line\":2}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "usage.path, USAGE",
        "config.unknown, CONFIGURATION",
        "import.invalid, CONFIGURATION",
        "import.path, PATH",
        "books.in-use, FAILURE",
        "batch.locked, LOCKED",
        "permission.denied, FAILURE",
    })
    void aProblemsCodeDecidesHowTheCommandEnds(String code, ExitCode end) {
        does(call -> {
            throw Problem.error(code, FakeCommand.text("It went wrong.")).exception();
        });
        assertThat(run()).isEqualTo(end);
    }

    @Test
    void aProblemIsToldInOneLine() {
        does(call -> {
            throw Problem.error("x.y", FakeCommand.text("The amount cannot be read."))
                    .where("may.csv:12")
                    .found("1.2.3")
                    .expected("1.23")
                    .advice(FakeCommand.text("Correct the file."))
                    .exception();
        });
        run();
        assertThat(terminal.err())
                .isEqualTo("error: may.csv:12: The amount cannot be read — found 1.2.3, expected 1.23"
                        + " — Correct the file.\n");
    }

    @Test
    void theUnforeseenIsToldWithoutAStackTrace() {
        does(call -> {
            throw new IllegalStateException("secret inner workings");
        });
        assertThat(run()).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err())
                .matches("error: something unforeseen happened — the log tells more, search it for [0-9a-f]{8}\\.\n");
    }

    @Test
    void aCommandThatWasStoppedEndsAsInterrupted() {
        does(call -> {
            throw new CancellationException();
        });
        assertThat(run()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(terminal.err()).isEqualTo("Stopped. What was done stands.\n");
    }

    @Test
    void nothingBeginsOnceTheCallerWantsItStopped() {
        FakeCommand command = does(call -> CommandResult.done(FakeCommand.text("done")));
        terminal.alreadyCancelled();
        assertThat(run()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(command.wasCalled()).isFalse();
    }

    @Test
    void wc02_onlyAHolderOfThePermissionRunsTheCommand() {
        FakeCommand command = does(call -> CommandResult.done(FakeCommand.text("done")));
        terminal.holding(Permission.BOOKS_READ);
        assertThat(run()).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("test.run");
        assertThat(command.wasCalled()).isFalse();
    }

    @Test
    void problemsAndSummaryFollowTheResultOnTheStandardError() {
        Table table = Table.under(Column.text("name")).row("a").build();
        does(call -> CommandResult.of(table)
                .problems(List.of(
                        Problem.warning("x.y", FakeCommand.text("Careful.")).build()))
                .summary(FakeCommand.text("1 row")));
        run();
        assertThat(terminal.out()).contains("a");
        assertThat(terminal.err()).isEqualTo("warning: Careful.\n1 row\n");
    }

    @Test
    void rowsAreReturnedToScriptsAsMaps() {
        Table table = Table.under(Column.text("name")).row("a").build();
        does(call -> CommandResult.of(table));
        assertThat(workbench.runner().run(List.of("thing", "do"), terminal).value())
                .contains(List.of(Map.of("name", "a")));
    }

    @Test
    void askedAndAnsweredWithYesItGoesOn() {
        does(call -> CommandResult.of(String.valueOf(call.confirm(FakeCommand.text("Remove it?")))));
        terminal.answering("Yes ");
        run();
        assertThat(terminal.questions()).containsExactly("Remove it? [y/N]");
        assertThat(terminal.out()).isEqualTo("true\n");
    }

    @Test
    void askedAndAnsweredWithAnythingElseItDoesNot() {
        does(call -> CommandResult.of(String.valueOf(call.confirm(FakeCommand.text("Remove it?")))));
        terminal.answering("");
        run();
        assertThat(terminal.out()).isEqualTo("false\n");
    }

    @Test
    void yesGivenBeforehandAnswersEverything() {
        does(call -> CommandResult.of(String.valueOf(call.confirm(FakeCommand.text("Remove it?")))));
        workbench.run(terminal, "thing", "do", "-y");
        assertThat(terminal.questions()).isEmpty();
        assertThat(terminal.out()).isEqualTo("true\n");
    }

    @Test
    void whereNobodyCanAnswerTheCommandIsRefused() {
        does(call -> CommandResult.of(String.valueOf(call.confirm(FakeCommand.text("Remove it?")))));
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("Nobody can be asked: Remove it?").contains("--yes");
    }

    @Test
    void aSecretThatDoesNotComeIsAUsageError() {
        does(call -> CommandResult.of(new String(call.askSecret(FakeCommand.text("Secret:")))));
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        terminal.answering("s3cret");
        assertThat(run()).isEqualTo(ExitCode.OK);
    }

    @Test
    void helpTeachesTheWholeCommand() {
        workbench.with(FakeCommand.of(FakeCommand.named("file", "copy")
                .argument("FILE", FakeCommand.text("what to copy"), ValueKind.PATH, Cardinality.SOME)
                .option("out", FakeCommand.text("where to"), ValueKind.PATH)
                .repeatable("unit", FakeCommand.text("for whom"), ValueKind.record("unit"))
                .columns(List.of(Column.text("file")))
                .example("file copy a b", FakeCommand.text("copies two"))));
        assertThat(workbench.run(terminal, "file", "copy", "--help")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .startsWith("does file copy\n\nUsage:\n  tickmark file copy FILE... [OPTIONS]\n")
                .contains("\nArguments:\n  FILE  what to copy\n")
                .contains("  -O, --out PATH  where to\n")
                .contains("  --unit UNIT     for whom (may be repeated)\n")
                .contains("  -o, --output table|json|csv")
                .contains("\nColumns:\n  file  File\n")
                .contains("\nExamples:\n  tickmark file copy a b  copies two\n")
                .contains("\nExit codes:\n  0 ")
                .contains("\n  143  terminated");
    }

    @Test
    void helpOfAScopeAndTheOverviewNameTheCommands() {
        does(call -> CommandResult.done(FakeCommand.text("done")));
        workbench.run(terminal, "help", "thing");
        assertThat(terminal.out()).contains("thing do  does thing do");
        FakeTerminal swedish = new FakeTerminal();
        workbench.run(swedish, "--lang", "sv");
        assertThat(swedish.out()).contains("Kommandon:\n  thing  do\n");
    }

    private FakeCommand does(Function<CommandCall, CommandResult> action) {
        FakeCommand command = FakeCommand.of(FakeCommand.named("thing", "do"), action);
        workbench.with(command);
        return command;
    }

    private ExitCode run(String... options) {
        List<String> words = new ArrayList<>(List.of("thing", "do"));
        words.addAll(List.of(options));
        return workbench.run(terminal, words.toArray(String[]::new));
    }
}
