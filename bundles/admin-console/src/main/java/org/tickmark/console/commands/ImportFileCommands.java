package org.tickmark.console.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;

/** {@code import}, as far as it is about files: running, previewing, testing folders, undoing; and {@code paths}. */
final class ImportFileCommands {
    private static final ValueKind UNIT = ValueKind.record("unit");
    private static final ValueKind IMPORT = ValueKind.record("import");
    private static final List<Column> UNDONE = List.of(Column.message("undoes"));
    private static final List<Column> CHECKS = List.of(
            Column.text("node"),
            Column.text("import"),
            Column.text("unit"),
            Column.text("check"),
            Column.flag("ok"),
            Column.message("detail"));

    private final Imports imports;
    private final OwnFolders own;
    private final ThisNode here;
    private final Optional<RecordSource> nodes;

    private ImportFileCommands(Imports imports, OwnFolders own, ThisNode here, Optional<RecordSource> nodes) {
        this.imports = imports;
        this.own = own;
        this.here = here;
        this.nodes = nodes;
    }

    /**
     * The commands.
     *
     * @param own the folders that belong to no definition
     * @param here the node that folders are tested on
     * @param nodes the nodes that share the database, where there may be others
     */
    static List<Command> of(Imports imports, OwnFolders own, ThisNode here, Optional<RecordSource> nodes) {
        ImportFileCommands commands = new ImportFileCommands(imports, own, here, nodes);
        return List.of(
                commands.run(),
                commands.preview(),
                commands.testPaths(),
                commands.testAllPaths(),
                commands.undo(),
                commands.requeue());
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
                .argument("FILE", "file", ValueKind.GUARDED_PATH, Cardinality.SOME)
                .repeatable("option", "format-option", ValueKind.TEXT)
                .option("rows", "import.rows", ValueKind.INTEGER)
                .columns(Previews.COLUMNS)
                .example("import preview statement.xml")
                .example("import preview inbox/*.xml -o json")
                .example("import preview table.csv --option date=dmy --option decimal=comma")
                .example("import preview table.csv --rows 10")
                .does(this::preview);
    }

    private CommandResult preview(CommandCall call) {
        List<String> names = call.arguments("FILE");
        List<Path> files =
                names.stream().map(name -> GuardedPaths.of(call, name)).toList();
        ReadAs readAs = new ReadAs(Optional.empty(), FormatOptions.ofAnyFormat(imports, call, "option"));
        if (call.option("rows").isPresent()) {
            return rows(call, files, readAs);
        }
        List<FilePreview> read = imports.preview(call.caller(), files, readAs, call.progress(), call.cancel());
        Previews previews = new Previews(names, read, call.caller().locale());
        return CommandResult.of(previews.table(), previews.document())
                .problems(previews.problems())
                .exit(previews.anyUnreadable() ? ExitCode.PARTLY : ExitCode.OK);
    }

    /** The first rows of each file as they would be read, with what its statements tell. */
    private CommandResult rows(CommandCall call, List<Path> files, ReadAs readAs) {
        int most = RecordCommands.limit(call, "rows", 10);
        PreviewRows rows = new PreviewRows(most);
        List<FilePreview> read = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            try (OpenedFile file = imports.open(call.caller(), files.get(i), readAs, call.progress(), call.cancel())) {
                read.add(file.preview());
                rows.add(call.arguments("FILE").get(i), file);
            }
        }
        Previews previews =
                new Previews(call.arguments("FILE"), read, call.caller().locale());
        return CommandResult.of(rows.table(), previews.document())
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
        return tested(call, imports.checkPaths(call.caller(), call.arguments("NAME")));
    }

    private Command testAllPaths() {
        return Command.named("paths", "test", Permission.SYSTEM_CHECK)
                .columns(CHECKS)
                .example("paths test")
                .example("paths test -o json")
                .does(call -> {
                    List<PathCheck> checks = new ArrayList<>();
                    for (OwnFolders.FolderCheck check : own.check(call.caller())) {
                        checks.add(new PathCheck("", "", check.check(), check.ok(), check.detail()));
                    }
                    checks.addAll(imports.checkPaths(call.caller(), List.of()));
                    return tested(call, checks);
                });
    }

    private CommandResult tested(CommandCall call, List<PathCheck> checks) {
        Table.Builder table = Table.under(CHECKS);
        checks.forEach(check ->
                table.row(here.name(), check.definition(), check.unit(), check.check(), check.ok(), check.detail()));
        long failed = checks.stream().filter(check -> !check.ok()).count();
        return CommandResult.of(table.build())
                .problems(untested(call))
                .summary(Texts.text("import.test-paths.done", checks.size(), failed))
                .exit(failed > 0 ? ExitCode.PATH : ExitCode.OK);
    }

    /** Whether a folder works on another node only that node can tell. */
    private List<Problem> untested(CommandCall call) {
        if (nodes.isEmpty() || !call.caller().may(Permission.TASK_READ)) {
            return List.of();
        }
        Table all = nodes.get().list(call.caller(), RecordQuery.first(RecordQuery.MAX_LIMIT));
        int name = all.columns().stream().map(Column::name).toList().indexOf("name");
        String others = all.rows().stream()
                .map(row -> String.valueOf(row.get(name)))
                .filter(node -> !node.equals(here.name()))
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? List.of()
                : List.of(
                        Problem.info("import.other-nodes", Texts.text("import.test-paths.others", here.name(), others))
                                .advice(Texts.text("import.test-paths.others.advice"))
                                .build());
    }

    private Command undo() {
        return Command.named("import", "undo", Permission.IMPORT_UNDO)
                .argument("FILE", "file-id", ValueKind.INTEGER)
                .option("reason", "reason", ValueKind.TEXT)
                .flag("dry-run", "dry-run")
                .columns(UNDONE)
                .example("import undo 812 --reason \"wrong bank\"")
                .example("import undo 812 --reason \"wrong bank\" --dry-run")
                .does(call -> {
                    long file = Long.parseLong(call.argument("FILE"));
                    boolean dryRun = call.flag("dry-run");
                    String reason = Reasons.given(call);
                    if (!dryRun && !call.confirm(Texts.text("import.undo.ask", file))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    List<Message> beside = imports.undoWouldUndo(call.caller(), file);
                    long removed = imports.undo(call.caller(), file, reason, dryRun);
                    Table.Builder table = Table.under(UNDONE);
                    beside.forEach(table::row);
                    return CommandResult.of(table.build())
                            .summary(Texts.text(
                                    dryRun ? "import.undo.dry" : "import.undo.done", file, removed, beside.size()));
                });
    }

    private Command requeue() {
        return Command.named("import", "requeue", Permission.IMPORT_RUN)
                .argument("FILE", "file-id", ValueKind.INTEGER)
                .flag("dry-run", "dry-run")
                .example("import requeue 813")
                .does(call -> {
                    long file = Long.parseLong(call.argument("FILE"));
                    boolean dryRun = call.flag("dry-run");
                    Path place = imports.requeue(call.caller(), file, dryRun);
                    String id = dryRun ? "import.requeue.dry" : "import.requeue.done";
                    return CommandResult.done(Texts.text(id, file, place.toString()));
                });
    }
}
