package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.ImportTrial;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code import}, as far as it is about definitions: from where, for whom and how files are imported. */
final class ImportCommands {
    private static final ValueKind UNIT = ValueKind.record("unit");
    private static final ValueKind IMPORT = ValueKind.record("import");
    private static final ValueKind STRICTNESS = ValueKind.choice("usual", "strict", "lenient");
    private static final ValueKind WHOLE = ValueKind.choice("settled", "marked");
    private static final ValueKind YES_NO = ValueKind.choice("yes", "no");
    private static final String EVERY_FILE = "*";
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("unit"),
            Column.text("format"),
            Column.text("source"),
            Column.text("pattern"),
            Column.flag("background"));
    private static final List<Column> FORMATS =
            List.of(Column.text("name"), Column.text("bundle"), Column.list("options"));

    private final Imports imports;

    private ImportCommands(Imports imports) {
        this.imports = imports;
    }

    static List<Command> of(Imports imports) {
        ImportCommands commands = new ImportCommands(imports);
        return List.of(
                commands.list(),
                commands.show(),
                commands.add(),
                commands.edit(),
                commands.delete(),
                commands.formats(),
                commands.export());
    }

    private Command list() {
        return Command.named("import", "list", Permission.IMPORT_READ)
                .columns(COLUMNS)
                .example("import list")
                .does(this::list);
    }

    private CommandResult list(CommandCall call) {
        Table.Builder table = Table.under(COLUMNS);
        for (ImportDefinition definition : imports.definitions(call.caller())) {
            table.row(
                    definition.name(),
                    definition.unit(),
                    definition.format().orElse(null),
                    definition.source(),
                    definition.pattern(),
                    definition.background());
        }
        return CommandResult.of(table.build());
    }

    private Command show() {
        return Command.named("import", "show", Permission.IMPORT_READ)
                .argument("NAME", "import", IMPORT)
                .example("import show bank-a")
                .does(call -> {
                    ImportDefinition definition = existing(call);
                    return new Details(call.caller().locale())
                            .add("name", definition.name())
                            .add("unit", definition.unit())
                            .add("format", definition.format())
                            .add("accounts", definition.accounts())
                            .add("source", definition.source())
                            .add("pattern", definition.pattern())
                            .add("archive", definition.archive())
                            .choice("whole", definition.whole())
                            .add("background", definition.background())
                            .add("labels", definition.labels())
                            .choice("strictness", definition.strictness())
                            .add("options", definition.options())
                            .result();
                });
    }

    private Command add() {
        return withParticulars(Command.named("import", "add", Permission.IMPORT_EDIT)
                        .argument("NAME", "import.new", ValueKind.TEXT)
                        .argument("UNIT", "unit", UNIT)
                        .argument("SOURCE", "source", ValueKind.GUARDED_PATH)
                        .argument("ARCHIVE", "archive", ValueKind.GUARDED_PATH))
                .example("import add bank-a 100 /srv/in/bank /srv/archive/bank --pattern \"*.xml\"")
                .example("import add bank-a 100 /srv/in/bank /srv/archive/bank --dry-run --try 5")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        String name = call.argument("NAME");
        if (imports.definition(call.caller(), name).isPresent()) {
            throw Texts.problem("import.exists", name)
                    .advice(Texts.text("import.exists.advice", name))
                    .exception();
        }
        ImportDefinition plain = new ImportDefinition(
                name,
                call.argument("UNIT"),
                Optional.empty(),
                List.of(),
                GuardedPaths.of(call, call.argument("SOURCE")).toString(),
                EVERY_FILE,
                GuardedPaths.of(call, call.argument("ARCHIVE")).toString(),
                true,
                Strictness.USUAL,
                Map.of(),
                List.of(),
                Whole.SETTLED);
        return saved(call, "import.added", changed(plain, call));
    }

    private Command edit() {
        return withParticulars(Command.named("import", "edit", Permission.IMPORT_EDIT)
                        .argument("NAME", "import", IMPORT)
                        .option("unit", "unit", UNIT)
                        .option("source", "source", ValueKind.GUARDED_PATH)
                        .option("archive", "archive", ValueKind.GUARDED_PATH))
                .example("import edit bank-a --archive /srv/archive/bank")
                .example("import edit bank-a --background no")
                .does(call -> saved(call, "import.changed", changed(existing(call), call)));
    }

    private static Command.Declaration withParticulars(Command.Declaration declaration) {
        return declaration
                .option("format", "format", ValueKind.TEXT)
                .repeatable("account", "import.account", ValueKind.TEXT)
                .option("pattern", "pattern", ValueKind.TEXT)
                .option("whole", "import.whole", WHOLE)
                .option("background", "background", YES_NO)
                .repeatable("label", "import.label", ValueKind.TEXT)
                .option("strictness", "strictness", STRICTNESS)
                .repeatable("option", "import.option", ValueKind.TEXT)
                .flag("dry-run", "dry-run")
                .option("try", "import.try", ValueKind.INTEGER)
                .columns(ImportTrials.COLUMNS);
    }

    /** Saves a definition, or tells what would come of it. */
    private CommandResult saved(CommandCall call, String id, ImportDefinition definition) {
        if (call.flag("dry-run")) {
            int most = call.option("try").isPresent() ? RecordCommands.limit(call, "try", 1) : 0;
            ImportTrial trial = imports.trial(call.caller(), definition, most, call.progress(), call.cancel());
            Message summary = Texts.text(
                    id + ".dry",
                    definition.name(),
                    trial.waiting().size(),
                    trial.run().files().size(),
                    trial.run().entries());
            return ImportTrials.result(trial, summary, call.caller().locale());
        }
        imports.save(call.caller(), definition, false);
        return done(call, id, definition.name());
    }

    /** What was done, or would be. */
    private static CommandResult done(CommandCall call, String id, String name) {
        return CommandResult.done(Texts.text(call.flag("dry-run") ? id + ".dry" : id, name));
    }

    /** The definition with what the call says otherwise. */
    private static ImportDefinition changed(ImportDefinition definition, CommandCall call) {
        List<String> accounts = call.options("account");
        List<String> labels = call.options("label");
        return new ImportDefinition(
                definition.name(),
                call.option("unit").orElse(definition.unit()),
                call.option("format").map(ImportCommands::format).orElse(definition.format()),
                accounts.isEmpty() ? definition.accounts() : withoutEmpty(accounts),
                call.option("source")
                        .map(path -> GuardedPaths.of(call, path).toString())
                        .orElse(definition.source()),
                call.option("pattern").orElse(definition.pattern()),
                call.option("archive")
                        .map(path -> GuardedPaths.of(call, path).toString())
                        .orElse(definition.archive()),
                call.option("background").map("yes"::equals).orElse(definition.background()),
                call.option("strictness")
                        .map(word -> Strictness.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(definition.strictness()),
                FormatOptions.over(definition.options(), call, "option"),
                labels.isEmpty() ? definition.labels() : withoutEmpty(labels),
                call.option("whole")
                        .map(word -> Whole.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(definition.whole()));
    }

    /** The empty text takes the format away, so that it is recognised from each file. */
    private static Optional<String> format(String given) {
        return Optional.of(given).filter(name -> !name.isEmpty());
    }

    /** The empty text takes all accounts, or labels, away. */
    private static List<String> withoutEmpty(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).toList();
    }

    private Command delete() {
        return Command.named("import", "delete", Permission.IMPORT_EDIT)
                .argument("NAME", "import", IMPORT)
                .flag("dry-run", "dry-run")
                .example("import delete bank-a")
                .does(call -> {
                    ImportDefinition definition = existing(call);
                    boolean dryRun = call.flag("dry-run");
                    if (!dryRun && !call.confirm(Texts.text("import.delete.ask", definition.name()))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    imports.remove(call.caller(), definition.name(), dryRun);
                    return done(call, "import.deleted", definition.name());
                });
    }

    private Command formats() {
        return Command.named("import", "formats", Permission.IMPORT_READ)
                .columns(FORMATS)
                .example("import formats")
                .does(call -> {
                    Table.Builder table = Table.under(FORMATS);
                    for (Imports.Format format : imports.formats()) {
                        List<String> options = new ArrayList<>();
                        format.options().forEach(option -> options.add(option.name() + "=" + option.defaultValue()));
                        table.row(format.name(), format.bundle(), options);
                    }
                    return CommandResult.of(table.build());
                });
    }

    private Command export() {
        return Command.named("import", "export", Permission.IMPORT_READ)
                .argument("NAME", "import", IMPORT, Cardinality.ANY)
                .option("out", "out", ValueKind.PATH)
                .example("import export > imports.yaml")
                .example("import export bank-a -O bank-a.yaml")
                .does(call -> OutputFile.result(call, imports.exportText(call.caller(), call.arguments("NAME"))));
    }

    private ImportDefinition existing(CommandCall call) {
        String name = call.argument("NAME");
        return imports.definition(call.caller(), name).orElseThrow(() -> Texts.problem("import.unknown", name)
                .advice(Texts.text("import.unknown.advice"))
                .exception());
    }
}
