package org.tickmark.console.commands;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.EventKind;
import org.tickmark.api.host.script.Firing;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.OnFailure;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.api.host.script.Triggers;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code trigger}: which scripts run when something happens. */
final class TriggerCommands {
    private static final ValueKind TRIGGER = ValueKind.record("trigger");
    private static final String NAME = "NAME";
    private static final String DRY_RUN = "dry-run";
    private static final String BLOCK = "block";
    private static final List<Column> EVENTS = List.of(
            Column.text("topic"),
            Column.message("phase"),
            Column.message("summary"),
            Column.text("subject"),
            Column.list("fields"));
    private static final List<Column> NAMES = List.of(Column.text("name"));

    private final Triggers triggers;

    private TriggerCommands(Triggers triggers) {
        this.triggers = triggers;
    }

    static List<Command> of(Triggers triggers) {
        TriggerCommands commands = new TriggerCommands(triggers);
        return List.of(
                commands.events(),
                commands.show(),
                commands.add(),
                commands.edit(),
                commands.delete(),
                commands.enable(),
                commands.disable(),
                commands.test(),
                commands.export(),
                commands.importing());
    }

    // ---------------------------------------------------------------- looking

    private Command events() {
        return Command.named("trigger", "events", Permission.SCRIPT_READ)
                .argument("WORD", "trigger.word", ValueKind.TEXT, Cardinality.OPTIONAL)
                .columns(EVENTS)
                .example("trigger events")
                .example("trigger events import")
                .does(call -> {
                    String word = call.arguments("WORD").stream().findFirst().orElse("");
                    Table.Builder table = Table.under(EVENTS);
                    triggers.events(call.caller()).stream()
                            .filter(kind -> kind.topic().contains(word))
                            .forEach(kind -> table.row(
                                    kind.topic(), phase(kind.phase()), kind.summary(), kind.subject(), fields(kind)));
                    return CommandResult.of(table.build());
                });
    }

    /** The fields with the values of the sample; those that scripts may change are marked. */
    private static List<String> fields(EventKind kind) {
        return kind.sample().entrySet().stream()
                .map(entry ->
                        entry.getKey() + (kind.changeable().contains(entry.getKey()) ? "*=" : "=") + entry.getValue())
                .toList();
    }

    /** For people in their language; programs get the word. */
    private static Message phase(Phase phase) {
        return Texts.text(word(phase));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Command show() {
        return Command.named("trigger", "show", Permission.SCRIPT_READ)
                .argument(NAME, "trigger.name", TRIGGER)
                .example("trigger show tell-kari")
                .does(call -> {
                    TriggerDefinition trigger = standing(call);
                    return new Details(call.caller().locale())
                            .add("name", trigger.name())
                            .add("description", trigger.description())
                            .add("topic", trigger.topic())
                            .add("phase", phase(trigger.phase()))
                            .add("condition", trigger.condition())
                            .add("scripts", trigger.scripts())
                            .add("priority", trigger.priority())
                            .add("budget", trigger.budget().toString())
                            .add("on_failure", word(trigger.onFailure()))
                            .add("owner", trigger.owner())
                            .add("enabled", trigger.enabled())
                            .result();
                });
    }

    private TriggerDefinition standing(CommandCall call) {
        String name = call.argument(NAME);
        return triggers.trigger(call.caller(), name).orElseThrow(() -> Texts.problem("trigger.unknown", name)
                .advice(Texts.text("trigger.unknown.advice"))
                .exception());
    }

    // ---------------------------------------------------------------- changing

    private static Command.Declaration parts(Command.Declaration declaration) {
        return declaration
                .repeatable("script", "trigger.script", ValueKind.TEXT)
                .option("when", "trigger.when", ValueKind.TEXT)
                .option("description", "trigger.description", ValueKind.TEXT)
                .option("priority", "trigger.priority", ValueKind.INTEGER)
                .option("budget", "trigger.budget", ValueKind.DURATION)
                .option("on-failure", "trigger.on-failure", ValueKind.choice("pass", BLOCK))
                .option("owner", "trigger.owner", ValueKind.TEXT)
                .flag(DRY_RUN, DRY_RUN);
    }

    private Command add() {
        return parts(Command.named("trigger", "add", Permission.TRIGGER_EDIT)
                        .argument(NAME, "trigger.new", ValueKind.TEXT)
                        .option("before", "trigger.before", ValueKind.TEXT)
                        .option("after", "trigger.after", ValueKind.TEXT))
                .example("trigger add tell-kari --after task.run.failed --when \"final = true\" --script tell")
                .example("trigger add closed --before import.file.commit --script check-unit --on-failure block")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        String name = call.argument(NAME);
        if (triggers.trigger(call.caller(), name).isPresent()) {
            throw Texts.problem("trigger.exists", name)
                    .advice(Texts.text("trigger.exists.advice", name))
                    .exception();
        }
        if (call.option("before").isPresent() == call.option("after").isPresent()) {
            throw Texts.problem("usage.trigger-phase")
                    .expected("--before TOPIC | --after TOPIC")
                    .exception();
        }
        Phase phase = call.option("before").isPresent() ? Phase.BEFORE : Phase.AFTER;
        TriggerDefinition plain = new TriggerDefinition(
                name,
                "",
                call.option("before").or(() -> call.option("after")).orElseThrow(),
                phase,
                "",
                List.of(),
                0,
                TriggerDefinition.USUAL_BUDGET,
                OnFailure.PASS,
                "",
                true);
        return saved(call, over(plain, call));
    }

    private Command edit() {
        return parts(Command.named("trigger", "edit", Permission.TRIGGER_EDIT).argument(NAME, "trigger.name", TRIGGER))
                .example("trigger edit tell-kari --priority 10 --when always")
                .does(call -> saved(call, over(standing(call), call)));
    }

    private static TriggerDefinition over(TriggerDefinition before, CommandCall call) {
        return new TriggerDefinition(
                before.name(),
                call.option("description").orElse(before.description()),
                before.topic(),
                before.phase(),
                call.option("when").orElse(before.condition()),
                call.options("script").isEmpty() ? before.scripts() : call.options("script"),
                call.option("priority").map(Integer::parseInt).orElse(before.priority()),
                call.option("budget").map(Duration::parse).orElse(before.budget()),
                call.option("on-failure")
                        .map(given -> given.equals(BLOCK) ? OnFailure.BLOCK : OnFailure.PASS)
                        .orElse(before.onFailure()),
                call.option("owner").orElse(before.owner()),
                before.enabled());
    }

    private CommandResult saved(CommandCall call, TriggerDefinition definition) {
        boolean dryRun = call.flag(DRY_RUN);
        List<Problem> warnings = triggers.save(call.caller(), definition, dryRun);
        return CommandResult.done(Texts.text(dryRun ? "trigger.would-save" : "trigger.saved", definition.name()))
                .problems(warnings);
    }

    private Command delete() {
        return Command.named("trigger", "delete", Permission.TRIGGER_EDIT)
                .argument(NAME, "trigger.name", TRIGGER)
                .flag(DRY_RUN, DRY_RUN)
                .example("trigger delete tell-kari")
                .does(call -> {
                    String name = call.argument(NAME);
                    boolean dryRun = call.flag(DRY_RUN);
                    if (!dryRun && !call.confirm(Texts.text("trigger.delete.ask", name))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    triggers.remove(call.caller(), name, dryRun);
                    return CommandResult.done(Texts.text(dryRun ? "trigger.would-delete" : "trigger.deleted", name));
                });
    }

    private Command enable() {
        return Command.named("trigger", "enable", Permission.TRIGGER_EDIT)
                .argument(NAME, "trigger.name", TRIGGER, Cardinality.SOME)
                .example("trigger enable tell-kari")
                .does(call -> switched(call, true));
    }

    private Command disable() {
        return Command.named("trigger", "disable", Permission.TRIGGER_EDIT)
                .argument(NAME, "trigger.name", TRIGGER, Cardinality.SOME)
                .example("trigger disable tell-kari")
                .does(call -> switched(call, false));
    }

    private CommandResult switched(CommandCall call, boolean on) {
        List<String> names = call.arguments(NAME);
        names.forEach(name -> triggers.enable(call.caller(), name, on));
        return CommandResult.done(Texts.text(on ? "trigger.enabled" : "trigger.disabled", String.join(", ", names)));
    }

    // ---------------------------------------------------------------- trying

    private Command test() {
        return Command.named("trigger", "test", Permission.TRIGGER_EDIT)
                .argument(NAME, "trigger.name", TRIGGER)
                .option("event", "trigger.event", ValueKind.INTEGER)
                .option("topic", "trigger.topic", ValueKind.TEXT)
                .option("subject", "trigger.subject", ValueKind.TEXT)
                .repeatable("parameter", "trigger.field", ValueKind.TEXT)
                .example("trigger test tell-kari")
                .example("trigger test tell-kari --event 4711")
                .example("trigger test tell-kari --subject task/nightly -p final=true -p state=FAILED")
                .does(this::test);
    }

    private CommandResult test(CommandCall call) {
        ScriptConsole console = new ScriptConsole(call);
        Firing firing = triggers.test(call.caller(), call.argument(NAME), sample(call), console);
        console.flush();
        CommandResult result = new Details(call.caller().locale())
                .add("outcome", firing.outcome().name())
                .add("message", firing.message())
                .add("changes", firing.changes())
                .add("took_ms", firing.took().toMillis())
                .result();
        return result.problems(console.logged())
                .exit(firing.outcome() == Firing.Outcome.FAILED ? ExitCode.PARTLY : ExitCode.OK);
    }

    private Triggers.Sample sample(CommandCall call) {
        Map<String, String> fields = new LinkedHashMap<>(FormatOptions.over(Map.of(), call, "parameter"));
        if (call.option("event").isPresent()) {
            return triggers.event(
                    call.caller(), Long.parseLong(call.option("event").get()));
        }
        boolean isGiven = !fields.isEmpty()
                || call.option("subject").isPresent()
                || call.option("topic").isPresent();
        return isGiven
                ? new Triggers.Sample(
                        call.option("topic").orElse(""), call.option("subject").orElse(""), fields)
                : Triggers.Sample.OF_TOPIC;
    }

    // ---------------------------------------------------------------- texts

    private Command export() {
        return Command.named("trigger", "export", Permission.SCRIPT_READ)
                .argument(NAME, "trigger.name", TRIGGER, Cardinality.ANY)
                .option("out", "out", ValueKind.PATH)
                .example("trigger export -O triggers.yaml")
                .does(call -> OutputFile.result(call, triggers.exportText(call.caller(), call.arguments(NAME))));
    }

    private Command importing() {
        return Command.named("trigger", "import", Permission.TRIGGER_EDIT)
                .argument("FILE", "trigger.text", ValueKind.PATH)
                .flag(DRY_RUN, DRY_RUN)
                .columns(NAMES)
                .example("trigger import triggers.yaml --dry-run")
                .does(call -> {
                    String from = call.argument("FILE");
                    boolean dryRun = call.flag(DRY_RUN);
                    List<String> names =
                            triggers.importText(call.caller(), DefinitionCommands.read(call.path(from)), from, dryRun);
                    Table.Builder table = Table.under(NAMES);
                    names.forEach(table::row);
                    return CommandResult.of(table.build())
                            .summary(Texts.text(dryRun ? "trigger.would-import" : "trigger.imported", names.size()));
                });
    }
}
