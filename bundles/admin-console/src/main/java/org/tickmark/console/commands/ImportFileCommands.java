package org.tickmark.console.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code import}, as far as it is about files: running, previewing, testing folders, undoing. */
final class ImportFileCommands {
    private static final ValueKind UNIT = ValueKind.record("unit");
    private static final ValueKind IMPORT = ValueKind.record("import");
    private static final List<Column> CHECKS = List.of(
            Column.text("import"),
            Column.text("unit"),
            Column.text("check"),
            Column.flag("ok"),
            Column.message("detail"));

    private final Imports imports;

    private ImportFileCommands(Imports imports) {
        this.imports = imports;
    }

    static List<Command> of(Imports imports) {
        ImportFileCommands commands = new ImportFileCommands(imports);
        return List.of(commands.run(), commands.preview(), commands.testPaths(), commands.undo());
    }

    private Command run() {
        return Command.named("import", "run", Permission.IMPORT_RUN)
                .argument("NAME", "import", IMPORT, Cardinality.ANY)
                .repeatable("unit", "only-unit", UNIT)
                .flag("background", "only-background")
                .flag("dry-run", "dry-run")
                .columns(ImportOutcome.COLUMNS)
                .example("import run")
                .example("import run bank-a --dry-run")
                .does(this::run);
    }

    private CommandResult run(CommandCall call) {
        ImportRequest request = new ImportRequest(
                call.arguments("NAME"), call.options("unit"), call.flag("background"), call.flag("dry-run"));
        ImportRun run = imports.run(call.caller(), request, call.progress(), call.cancel());
        ImportOutcome outcome = new ImportOutcome(run);
        return CommandResult.of(outcome.table())
                .problems(outcome.problems())
                .summary(Texts.text(
                        request.dryRun() ? "import.run.dry" : "import.run.done",
                        run.files().size(),
                        run.entries(),
                        run.count(FileOutcome.Result.REJECTED) + run.count(FileOutcome.Result.HELD)))
                .exit(outcome.exitCode());
    }

    private Command preview() {
        return Command.named("import", "preview", Permission.IMPORT_READ)
                .argument("FILE", "file", ValueKind.PATH, Cardinality.SOME)
                .repeatable("option", "format-option", ValueKind.TEXT)
                .columns(Previews.COLUMNS)
                .example("import preview statement.xml")
                .example("import preview inbox/*.xml -o json")
                .example("import preview table.csv --option date=dmy --option decimal=comma")
                .does(this::preview);
    }

    private CommandResult preview(CommandCall call) {
        List<String> names = call.arguments("FILE");
        List<Path> files = names.stream().map(call::path).toList();
        ReadAs readAs = new ReadAs(Optional.empty(), FormatOptions.ofAnyFormat(imports, call, "option"));
        List<FilePreview> read = imports.preview(call.caller(), files, readAs, call.progress(), call.cancel());
        Previews previews = new Previews(names, read, call.caller().locale());
        return CommandResult.of(previews.table(), previews.document())
                .problems(previews.problems())
                .exit(previews.anyUnreadable() ? ExitCode.PARTLY : ExitCode.OK);
    }

    private Command testPaths() {
        return Command.named("import", "test-paths", Permission.IMPORT_READ)
                .argument("NAME", "import", IMPORT, Cardinality.ANY)
                .flag("all", "test-paths.all")
                .columns(CHECKS)
                .example("import test-paths --all")
                .example("import test-paths bank-a")
                .does(this::testPaths);
    }

    private CommandResult testPaths(CommandCall call) {
        List<PathCheck> checks = imports.checkPaths(call.caller(), call.arguments("NAME"));
        Table.Builder table = Table.under(CHECKS);
        checks.forEach(check -> table.row(check.definition(), check.unit(), check.check(), check.ok(), check.detail()));
        long failed = checks.stream().filter(check -> !check.ok()).count();
        return CommandResult.of(table.build())
                .summary(Texts.text("import.test-paths.done", checks.size(), failed))
                .exit(failed > 0 ? ExitCode.PATH : ExitCode.OK);
    }

    private Command undo() {
        return Command.named("import", "undo", Permission.IMPORT_UNDO)
                .argument("FILE", "file-id", ValueKind.INTEGER)
                .option("reason", "reason", ValueKind.TEXT)
                .example("import undo 812 --reason \"wrong bank\"")
                .does(call -> {
                    long file = Long.parseLong(call.argument("FILE"));
                    String reason = Reasons.given(call);
                    if (!call.confirm(Texts.text("import.undo.ask", file))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    long removed = imports.undo(call.caller(), file, reason);
                    return CommandResult.done(Texts.text("import.undo.done", file, removed));
                });
    }
}
