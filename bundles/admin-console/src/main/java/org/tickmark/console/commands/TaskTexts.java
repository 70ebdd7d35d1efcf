package org.tickmark.console.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code task export} and {@code task import}: definitions as text, also what other programs keep. */
final class TaskTexts {
    private static final String YAML = "yaml";
    private static final List<Column> NAMES = List.of(Column.text("name"));

    private final TaskServices services;
    private final Tasks tasks;

    private TaskTexts(TaskServices services) {
        this.services = services;
        this.tasks = services.tasks();
    }

    static List<Command> of(TaskServices services) {
        TaskTexts commands = new TaskTexts(services);
        return List.of(commands.export(), commands.importing());
    }

    private Command export() {
        return Command.named("task", "export", Permission.TASK_READ)
                .argument("NAME", "task", TaskCommands.TASK, Cardinality.ANY)
                .option("out", "out", ValueKind.PATH)
                .example("task export > tasks.yaml")
                .example("task export nightly-import -O nightly-import.yaml")
                .does(call -> OutputFile.result(call, tasks.exportText(call.caller(), call.arguments("NAME"))));
    }

    private Command importing() {
        return Command.named("task", "import", Permission.TASK_EDIT)
                .argument("FILE", "task.text", ValueKind.PATH)
                .option("format", "task.format", formats())
                .option("executor", "task.foreign-executor", ValueKind.TEXT)
                .option("command-parameter", "task.command-parameter", ValueKind.TEXT)
                .repeatable("parameter", "task.foreign-parameter", ValueKind.TEXT)
                .option("zone", "task.foreign-zone", ValueKind.TEXT)
                .option("owner", "task.owner", ValueKind.TEXT)
                .flag("dry-run", "task.import-dry-run")
                .columns(NAMES)
                .example("task import tasks.yaml --dry-run")
                .example(
                        "task import crontab.txt --format crontab --executor shell --command-parameter command --dry-run")
                .example("task import backup.timer --format systemd-timer --executor import --zone Europe/Oslo")
                .does(this::importing);
    }

    private static ValueKind formats() {
        List<String> words = new ArrayList<>(List.of(YAML));
        for (ForeignSchedule.Format format : ForeignSchedule.Format.values()) {
            words.add(word(format));
        }
        return ValueKind.choice(words.toArray(String[]::new));
    }

    private static String word(ForeignSchedule.Format format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private CommandResult importing(CommandCall call) {
        Path file = call.path(call.argument("FILE"));
        String text = DefinitionCommands.read(file);
        String format = call.option("format").orElse(YAML);
        return format.equals(YAML) ? own(call, text) : foreign(call, text, file, format);
    }

    private CommandResult own(CommandCall call, String text) {
        boolean dryRun = call.flag("dry-run");
        List<String> names = tasks.importText(call.caller(), text, call.argument("FILE"), dryRun);
        return CommandResult.of(table(names)).summary(done(dryRun, names));
    }

    /** A dry run shows the definitions that the text would become; without one they are saved at once. */
    private CommandResult foreign(CommandCall call, String text, Path file, String format) {
        ForeignSchedule foreign = new ForeignSchedule(
                ForeignSchedule.Format.valueOf(format.toUpperCase(Locale.ROOT).replace('-', '_')),
                text,
                String.valueOf(file.getFileName()),
                call.option("executor").orElseThrow(() -> Texts.problem("usage.foreign-executor")
                        .expected("--executor " + executors(call))
                        .exception()),
                call.option("command-parameter").orElse(""),
                FormatOptions.over(Map.of(), call, "parameter"),
                services.zone(call).getId(),
                call.option("owner").orElse(""));
        Tasks.Translated translated = tasks.translate(call.caller(), foreign);
        return call.flag("dry-run") ? shown(call, translated) : saved(call, translated);
    }

    /** The definitions as they would be saved, also where they could not be. */
    private CommandResult shown(CommandCall call, Tasks.Translated translated) {
        CommandResult result = CommandResult.of(translated.text()).problems(translated.problems());
        try {
            List<String> names = tasks.importText(call.caller(), translated.text(), translatedName(call), true);
            return result.summary(done(true, names)).exit(exitCode(translated));
        } catch (TickmarkException e) {
            return result.problems(List.of(e.problem())).exit(ExitCode.CONFIGURATION);
        }
    }

    private CommandResult saved(CommandCall call, Tasks.Translated translated) {
        List<String> names = tasks.importText(call.caller(), translated.text(), translatedName(call), false);
        return CommandResult.of(table(names))
                .problems(translated.problems())
                .summary(done(false, names))
                .exit(exitCode(translated));
    }

    /** Places in problems are those of the text that was made, which a dry run shows. */
    private static String translatedName(CommandCall call) {
        return call.argument("FILE") + "." + YAML;
    }

    private static ExitCode exitCode(Tasks.Translated translated) {
        boolean anyLost = translated.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return anyLost ? ExitCode.PARTLY : ExitCode.OK;
    }

    private String executors(CommandCall call) {
        return String.join(
                " | ",
                tasks.executors(call.caller()).stream()
                        .map(Tasks.Executor::name)
                        .toList());
    }

    private static Message done(boolean dryRun, List<String> names) {
        return Texts.text(dryRun ? "task.import.dry" : "task.import.done", names.size());
    }

    private static Table table(List<String> names) {
        Table.Builder table = Table.under(NAMES);
        names.forEach(table::row);
        return table.build();
    }
}
