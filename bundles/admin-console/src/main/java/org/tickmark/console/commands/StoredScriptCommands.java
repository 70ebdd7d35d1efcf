package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;

/** {@code script}: scripts that are stored, with their versions. */
final class StoredScriptCommands {
    static final ValueKind SCRIPT = ValueKind.record("script");

    /** Those that run scripts, each of them the one that its parameter of the same name says. */
    private static final List<String> EXECUTORS = List.of("script", "macro");

    private static final String NAME = "NAME";
    private static final String FILE = "FILE";
    private static final String DRY_RUN = "dry-run";
    private static final String OVER = "over";
    private static final int MOST_USERS = 10;
    private static final List<Column> VERSIONS =
            List.of(Column.integer("number"), Column.text("by"), Column.instant("at"));
    private static final List<Column> GRANTS =
            List.of(Column.text("name"), Column.message("summary"), Column.list("methods"));
    private static final List<Column> NAMES = List.of(Column.text("name"));

    private final Scripts scripts;
    private final ScriptFiles files;
    private final Supplier<Map<String, RecordSource>> records;

    private StoredScriptCommands(Scripts scripts, ScriptFiles files, Supplier<Map<String, RecordSource>> records) {
        this.scripts = scripts;
        this.files = files;
        this.records = records;
    }

    /**
     * The commands.
     *
     * @param files reads the scripts that are saved
     * @param records where the tasks are that run them, by name
     */
    static List<Command> of(Scripts scripts, ScriptFiles files, Supplier<Map<String, RecordSource>> records) {
        StoredScriptCommands commands = new StoredScriptCommands(scripts, files, records);
        return List.of(
                commands.show(),
                commands.save(),
                commands.edit(),
                commands.versions(),
                commands.diff(),
                commands.restore(),
                commands.delete(),
                commands.export(),
                commands.importing(),
                commands.grants());
    }

    // ---------------------------------------------------------------- show

    private Command show() {
        return Command.named("script", "show", Permission.SCRIPT_READ)
                .argument(NAME, "script.name-version", ValueKind.TEXT)
                .flag("source", "script.source")
                .example("script show month-end")
                .example("script show month-end@3 --source")
                .does(this::show);
    }

    private CommandResult show(CommandCall call) {
        ScriptName name = ScriptName.parse(call.argument(NAME));
        ScriptVersion version = name.version()
                .map(number -> scripts.version(call.caller(), name.name(), number))
                .orElseGet(() -> newest(call, name.name()));
        ScriptDefinition definition = version.definition();
        CommandResult head = new Details(call.caller().locale())
                .add("name", definition.name())
                .add("version", version.number())
                .add("folder", definition.folder())
                .add("language", definition.language())
                .add("description", definition.description())
                .add("owner", definition.owner())
                .add("grants", definition.grants())
                .add(
                        "parameters",
                        definition.parameters().stream().map(ScriptInput::shown).toList())
                .add("limits", ScriptInput.shown(definition.limits()))
                .add("saved_by", version.by())
                .add("saved_at", version.at().toString())
                .add("used_by", usedBy(call, definition.name()))
                .result();
        Map<String, Object> document = new LinkedHashMap<>();
        ((Map<?, ?>) head.document().orElseThrow()).forEach((key, value) -> document.put(String.valueOf(key), value));
        document.put("text", definition.text());
        String text = call.flag("source") ? definition.text() : head.text().orElseThrow() + "\n" + definition.text();
        return CommandResult.of(text, document);
    }

    private ScriptVersion newest(CommandCall call, String name) {
        return scripts.script(call.caller(), name).orElseThrow(() -> Texts.problem("script.unknown", name)
                .advice(Texts.text("script.unknown.advice"))
                .exception());
    }

    /** What uses a script: tasks, as far as the caller may see them, then scripts and triggers. */
    private List<String> usedBy(CommandCall call, String name) {
        List<String> users = new ArrayList<>();
        Optional.ofNullable(records.get().get("task"))
                .filter(tasks -> call.caller().may(Permission.TASK_READ))
                .ifPresent(tasks -> EXECUTORS.forEach(
                        executor -> running(call, tasks, executor, name).forEach(task -> users.add("task/" + task))));
        users.addAll(scripts.usedBy(call.caller(), name));
        return users;
    }

    private static List<String> running(CommandCall call, RecordSource tasks, String executor, String script) {
        RecordQuery query = RecordQuery.first(RecordQuery.MAX_LIMIT)
                .where("executor", executor)
                .where("parameter", executor + "=" + script);
        return Rows.of(tasks.list(call.caller(), query)).stream()
                .map(task -> String.valueOf(task.get("name")))
                .toList();
    }

    // ---------------------------------------------------------------- save

    private Command save() {
        return ScriptInput.declared(Command.named("script", "save", Permission.SCRIPT_EDIT)
                        .argument(NAME, "script.name", ValueKind.TEXT)
                        .argument(FILE, "script.file", ValueKind.PATH, Cardinality.OPTIONAL))
                .option(ScriptText.TEXT, "script.given", ValueKind.TEXT)
                .option(ScriptText.LANGUAGE, "script.language", ValueKind.TEXT)
                .option(OVER, "script.over", ValueKind.INTEGER)
                .flag(DRY_RUN, DRY_RUN)
                .example("script save month-end month-end.crm --folder reports")
                .example("script save month-end month-end.crm --grant mail --parameter unit:text=100 --dry-run")
                .example("script save hello --text \"printLine(1);\"")
                .does(call -> {
                    String name = call.argument(NAME);
                    requireOver(call, name);
                    ScriptText given = new ScriptText(files, call);
                    String text = given.text(FILE);
                    String language = given.language(FILE, standing(call, name));
                    ScriptDefinition before = scripts.script(call.caller(), name)
                            .map(ScriptVersion::definition)
                            .filter(standing -> standing.language().equals(language))
                            .orElseGet(() -> ScriptDefinition.of(name, language, text));
                    return saved(
                            call,
                            scripts.save(
                                    call.caller(),
                                    ScriptInput.over(before, call).withText(text),
                                    call.flag(DRY_RUN)));
                });
    }

    /** The language of a stored script. */
    private Optional<String> standing(CommandCall call, String name) {
        return scripts.script(call.caller(), name)
                .map(version -> version.definition().language());
    }

    /** Keeps somebody from taking back what another has saved meanwhile. */
    private void requireOver(CommandCall call, String name) {
        Optional<ScriptVersion> newest = scripts.script(call.caller(), name);
        String number = newest.map(version -> String.valueOf(version.number())).orElse("0");
        if (call.option(OVER).filter(given -> !given.equals(number)).isPresent()) {
            throw Texts.problem("script.changed", name)
                    .found(newest.map(version -> number + ", " + version.by()).orElse(number))
                    .expected(call.option(OVER).get())
                    .advice(Texts.text("script.changed.advice", name))
                    .exception();
        }
    }

    private Command edit() {
        return ScriptInput.declared(
                        Command.named("script", "edit", Permission.SCRIPT_EDIT).argument(NAME, "script.name", SCRIPT))
                .flag(DRY_RUN, DRY_RUN)
                .example("script edit month-end --time 5m --memory 128")
                .example("script edit month-end --owner user:kari --grant mail --grant tasks")
                .does(call -> saved(
                        call,
                        scripts.save(
                                call.caller(),
                                ScriptInput.over(
                                        newest(call, call.argument(NAME)).definition(), call),
                                call.flag(DRY_RUN))));
    }

    /** What became of saving; a script that is wrong is told as {@code script check} tells it. */
    private static CommandResult saved(CommandCall call, Scripts.Saved saved) {
        if (ScriptOutcome.isWrong(saved.problems())) {
            return ScriptOutcome.wrong(saved.problems());
        }
        String name = call.argument(NAME);
        Message line = !saved.saved()
                ? Texts.text("script.same", name, saved.version())
                : call.flag(DRY_RUN)
                        ? Texts.text("script.would-save", name)
                        : Texts.text("script.saved", name, saved.version());
        return saved.problems().isEmpty() ? CommandResult.done(line) : ScriptOutcome.told(saved.problems(), line);
    }

    // ---------------------------------------------------------------- versions

    private Command versions() {
        return Command.named("script", "versions", Permission.SCRIPT_READ)
                .argument(NAME, "script.name", SCRIPT)
                .columns(VERSIONS)
                .example("script versions month-end")
                .does(call -> {
                    Table.Builder table = Table.under(VERSIONS);
                    scripts.versions(call.caller(), call.argument(NAME))
                            .forEach(version -> table.row((long) version.number(), version.by(), version.at()));
                    return CommandResult.of(table.build());
                });
    }

    private Command diff() {
        return Command.named("script", "diff", Permission.SCRIPT_READ)
                .argument(NAME, "script.name", SCRIPT)
                .argument("NUMBER", "script.from-to", ValueKind.INTEGER, Cardinality.ANY)
                .example("script diff month-end")
                .example("script diff month-end 1 3")
                .does(this::diff);
    }

    /** Without numbers what the newest version changed; with one, what has changed since that. */
    private CommandResult diff(CommandCall call) {
        String name = call.argument(NAME);
        List<Integer> numbers =
                call.arguments("NUMBER").stream().map(ScriptInput::number).toList();
        if (numbers.size() > 2) {
            throw Texts.problem("usage.script-version")
                    .found(String.join(" ", call.arguments("NUMBER")))
                    .expected("1 3")
                    .exception();
        }
        int to = numbers.size() == 2 ? numbers.get(1) : newest(call, name).number();
        int from = numbers.isEmpty() ? Math.max(1, to - 1) : numbers.get(0);
        String diff = scripts.diff(call.caller(), name, from, to);
        return diff.isEmpty() ? CommandResult.done(Texts.text("script.no-diff", from, to)) : CommandResult.of(diff);
    }

    private Command restore() {
        return Command.named("script", "restore", Permission.SCRIPT_EDIT)
                .argument(NAME, "script.name", SCRIPT)
                .argument("NUMBER", "script.version", ValueKind.INTEGER)
                .flag(DRY_RUN, DRY_RUN)
                .example("script restore month-end 2")
                .does(call -> saved(
                        call,
                        scripts.restore(
                                call.caller(),
                                call.argument(NAME),
                                ScriptInput.number(call.argument("NUMBER")),
                                call.flag(DRY_RUN))));
    }

    private Command delete() {
        return Command.named("script", "delete", Permission.SCRIPT_EDIT)
                .argument(NAME, "script.name", SCRIPT)
                .flag(DRY_RUN, DRY_RUN)
                .example("script delete month-end")
                .does(call -> {
                    String name = call.argument(NAME);
                    boolean dryRun = call.flag(DRY_RUN);
                    List<String> users = usedBy(call, name);
                    if (!dryRun && !call.confirm(toDelete(name, users))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    scripts.remove(call.caller(), name, dryRun);
                    return CommandResult.done(Texts.text(dryRun ? "script.would-delete" : "script.deleted", name))
                            .problems(users.isEmpty() ? List.of() : List.of(missed(name, users)));
                });
    }

    private static Message toDelete(String name, List<String> users) {
        return users.isEmpty()
                ? Texts.text("script.delete.ask", name)
                : Texts.text("script.delete.ask-used", name, some(users));
    }

    /** That something uses a script which is no longer there. */
    private static Problem missed(String name, List<String> users) {
        return Problem.warning("script.used", Texts.text("script.used", name, users.size()))
                .found(some(users))
                .advice(Texts.text("script.used.advice", name))
                .build();
    }

    private static String some(List<String> users) {
        String first = String.join(", ", users.subList(0, Math.min(MOST_USERS, users.size())));
        return users.size() > MOST_USERS ? first + ", …" : first;
    }

    // ---------------------------------------------------------------- texts, grants

    private Command export() {
        return Command.named("script", "export", Permission.SCRIPT_READ)
                .argument(NAME, "script.name", SCRIPT, Cardinality.ANY)
                .option("out", "out", ValueKind.PATH)
                .example("script export -O scripts.yaml")
                .does(call -> OutputFile.result(call, scripts.exportText(call.caller(), call.arguments(NAME))));
    }

    private Command importing() {
        return Command.named("script", "import", Permission.SCRIPT_EDIT)
                .argument(FILE, "script.text", ValueKind.PATH)
                .flag(DRY_RUN, DRY_RUN)
                .columns(NAMES)
                .example("script import scripts.yaml --dry-run")
                .does(call -> {
                    String from = call.argument(FILE);
                    boolean dryRun = call.flag(DRY_RUN);
                    List<String> names =
                            scripts.importText(call.caller(), DefinitionCommands.read(call.path(from)), from, dryRun);
                    Table.Builder table = Table.under(NAMES);
                    names.forEach(table::row);
                    return CommandResult.of(table.build())
                            .summary(Texts.text(dryRun ? "script.would-import" : "script.imported", names.size()));
                });
    }

    private Command grants() {
        return Command.named("script", "grants", Permission.SCRIPT_READ)
                .columns(GRANTS)
                .example("script grants")
                .does(call -> {
                    Table.Builder table = Table.under(GRANTS);
                    scripts.grants(call.caller())
                            .forEach(grant -> table.row(grant.name(), grant.summary(), grant.methods()));
                    return CommandResult.of(table.build());
                });
    }
}
