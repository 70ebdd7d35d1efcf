package org.tickmark.console.commands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.task.TaskParameter;

/** {@code macro}: what macros can do. Macros themselves are stored scripts, and looked after as these are. */
final class MacroCommands {
    private static final List<Column> ACTIONS =
            List.of(Column.text("name"), Column.message("summary"), Column.list("parameters"), Column.list("results"));
    private static final List<Column> PARAMETERS = List.of(
            Column.text("name"),
            Column.text("type"),
            Column.flag("required"),
            Column.text("default"),
            Column.message("help"));

    private MacroCommands() {}

    static Command actions(Scripts scripts) {
        return Command.named("macro", "actions", Permission.SCRIPT_READ)
                .argument("NAME", "macro.action", ValueKind.TEXT, Cardinality.OPTIONAL)
                .columns(ACTIONS)
                .example("macro actions")
                .example("macro actions send-mail")
                .does(call -> actions(call, scripts.actions(call.caller())));
    }

    private static CommandResult actions(CommandCall call, List<Scripts.Action> actions) {
        Optional<String> asked = call.arguments("NAME").stream().findFirst();
        if (asked.isPresent()) {
            return actions.stream()
                    .filter(action -> action.name().equals(asked.get()))
                    .map(action -> CommandResult.of(parameters(action)))
                    .findFirst()
                    .orElseThrow(() -> Texts.problem("macro.unknown", asked.get())
                            .expected(String.join(
                                    ", ",
                                    actions.stream().map(Scripts.Action::name).toList()))
                            .exception());
        }
        Table.Builder table = Table.under(ACTIONS);
        for (Scripts.Action action : actions) {
            List<String> parameters = action.parameters().stream()
                    .map(parameter -> parameter.name()
                            + parameter.defaultValue().map(value -> "=" + value).orElse(""))
                    .toList();
            table.row(action.name(), action.summary(), parameters, action.results());
        }
        return CommandResult.of(table.build());
    }

    private static Table parameters(Scripts.Action action) {
        Table.Builder table = Table.under(PARAMETERS);
        for (TaskParameter parameter : action.parameters()) {
            String type = parameter.words().isEmpty()
                    ? parameter.type().name().toLowerCase(Locale.ROOT)
                    : String.join("|", parameter.words());
            table.row(
                    parameter.name(),
                    type,
                    parameter.defaultValue().isEmpty(),
                    parameter.defaultValue().orElse(null),
                    parameter.help());
        }
        return table.build();
    }
}
