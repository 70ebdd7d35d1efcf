package org.tickmark.console.commands;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportState;
import org.tickmark.api.host.imports.ImportedFile;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.Imports.Claim;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code import}, as far as it is about how things stand: what waits, what came of a file, what lies in the folders that imports may be set up in. */
final class ImportStateCommands {
    private static final List<Column> STATES = List.of(
            Column.text("import"),
            Column.text("unit"),
            Column.text("format"),
            Column.integer("files_waiting"),
            Column.integer("files_rejected"),
            Column.instant("last_at"),
            Column.message("last_result"),
            Column.message("folders"),
            Column.text("pattern"),
            Column.flag("background"));
    private static final List<Column> PLACES =
            List.of(Column.text("path"), Column.message("kind"), Column.integer("bytes"), Column.instant("changed_at"));
    private static final List<Column> CLAIMS = List.of(Column.text("format"), Column.integer("sureness"));

    private final Imports imports;
    private final ZoneId zone;

    private ImportStateCommands(Imports imports, ZoneId zone) {
        this.imports = imports;
        this.zone = zone;
    }

    /**
     * The commands.
     *
     * @param zone whose clocks people read
     */
    static List<Command> of(Imports imports, ZoneId zone) {
        ImportStateCommands commands = new ImportStateCommands(imports, zone);
        return List.of(
                commands.status(), commands.file(), commands.folders(), commands.makeFolder(), commands.detect());
    }

    private Command status() {
        return Command.named("import", "status", Permission.IMPORT_READ)
                .argument("NAME", "import", ValueKind.record("import"), Cardinality.ANY)
                .columns(STATES)
                .example("import status")
                .does(this::status);
    }

    private CommandResult status(CommandCall call) {
        Table.Builder table = Table.under(STATES);
        List<Map<String, Object>> documents = new ArrayList<>();
        List<ImportState> states = imports.states(call.caller(), call.arguments("NAME"));
        for (ImportState state : states) {
            ImportDefinition definition = state.definition();
            table.row(
                    definition.name(),
                    definition.unit(),
                    definition.format().orElse(null),
                    (long) state.waiting().size(),
                    state.rejected(),
                    state.last().map(ImportedFile::foundAt).orElse(null),
                    state.last()
                            .map(file -> Choices.text(file.outcome().result()))
                            .orElse(null),
                    folders(state),
                    definition.pattern(),
                    definition.background());
            documents.add(document(state, call));
        }
        boolean works = states.stream().allMatch(state -> state.failures().isEmpty());
        return CommandResult.of(table.build(), documents).exit(works ? ExitCode.OK : ExitCode.PATH);
    }

    private static Message folders(ImportState state) {
        return state.failures().stream()
                .findFirst()
                .map(PathCheck::detail)
                .orElseGet(() -> Texts.text("import.status.folders"));
    }

    private static Map<String, Object> document(ImportState state, CommandCall call) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("import", state.definition().name());
        document.put("waiting", ImportTrials.files(state.waiting()));
        document.put(
                "last",
                state.last()
                        .map(file -> ImportOutcome.document(
                                file.outcome(), call.caller().locale())));
        document.put("last_at", state.last().map(ImportedFile::foundAt));
        document.put("rejected", state.rejected());
        document.put(
                "paths", ImportTrials.checks(state.failures(), call.caller().locale()));
        return document;
    }

    private Command file() {
        return Command.named("import", "file", Permission.IMPORT_READ)
                .argument("FILE", "file-id", ValueKind.INTEGER)
                .example("import file 813")
                .does(this::file);
    }

    private CommandResult file(CommandCall call) {
        String number = call.argument("FILE");
        ImportedFile file = imports.file(call.caller(), Long.parseLong(number))
                .orElseThrow(() -> Texts.problem("import.file.unknown", number)
                        .advice(Texts.text("import.file.unknown.advice"))
                        .exception());
        FileOutcome outcome = file.outcome();
        return new Details(call.caller().locale())
                .add("file_id", outcome.fileId())
                .add("import", outcome.definition())
                .add("unit", outcome.unit())
                .add("file", outcome.file())
                .choice("result", outcome.result())
                .add("format", outcome.format())
                .add("encoding", file.encoding())
                .add("bytes", file.bytes())
                .add("statements", outcome.statements())
                .add("entries", outcome.entries())
                .add("known", outcome.known())
                .add("archived_as", outcome.archivedAs())
                .moment("found_at", Optional.of(file.foundAt()), zone)
                .moment("finished_at", file.finishedAt(), zone)
                .moment("undone_at", file.undoneAt(), zone)
                .aside(
                        "issues",
                        ProblemDocument.of(outcome.problems(), call.caller().locale()))
                .result()
                .problems(outcome.problems());
    }

    private Command folders() {
        return Command.named("import", "folders", Permission.IMPORT_READ)
                .argument("FOLDER", "import.folder", ValueKind.GUARDED_PATH, Cardinality.OPTIONAL)
                .columns(PLACES)
                .example("import folders")
                .does(this::folders);
    }

    private CommandResult folders(CommandCall call) {
        Optional<Path> folder =
                call.arguments("FOLDER").stream().findFirst().map(given -> GuardedPaths.of(call, given));
        Table.Builder table = Table.under(PLACES);
        for (ServerFile found : imports.browse(call.caller(), folder)) {
            Message kind = Texts.text(found.folder() ? "import.folders.folder" : "import.folders.file");
            table.row(found.path().toString(), kind, found.folder() ? null : found.bytes(), found.changedAt());
        }
        return CommandResult.of(table.build());
    }

    private Command makeFolder() {
        return Command.named("import", "make-folder", Permission.IMPORT_EDIT)
                .argument("FOLDER", "import.new-folder", ValueKind.GUARDED_PATH)
                .flag("dry-run", "dry-run")
                .example("import make-folder inbox/bank-a")
                .does(call -> {
                    Path given = GuardedPaths.of(call, call.argument("FOLDER"));
                    boolean dryRun = call.flag("dry-run");
                    Path made = imports.makeFolder(call.caller(), given, dryRun);
                    String id = dryRun ? "import.make-folder.dry" : "import.make-folder.done";
                    return CommandResult.done(Texts.text(id, made.toString()));
                });
    }

    private Command detect() {
        return Command.named("import", "detect", Permission.IMPORT_READ)
                .argument("FILE", "file", ValueKind.GUARDED_PATH)
                .columns(CLAIMS)
                .example("import detect statement.xml")
                .does(this::detect);
    }

    private CommandResult detect(CommandCall call) {
        List<Claim> claims = imports.claims(call.caller(), GuardedPaths.of(call, call.argument("FILE")));
        Table.Builder table = Table.under(CLAIMS);
        claims.forEach(claim -> table.row(claim.format(), (long) claim.sureness()));
        return CommandResult.of(table.build()).summary(told(claims));
    }

    private static Message told(List<Claim> claims) {
        if (claims.isEmpty()) {
            return Texts.text("import.detect.none");
        }
        Claim first = claims.get(0);
        if (claims.size() == 1) {
            return Texts.text("import.detect.one", first.format(), first.sureness());
        }
        Claim second = claims.get(1);
        return Texts.text(
                first.sureness() == second.sureness() ? "import.detect.tie" : "import.detect.several",
                first.format(),
                first.sureness(),
                second.format(),
                second.sureness());
    }
}
