package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.setting.Settings;

/** {@code config show}: the settings as they stand. */
final class ConfigCommands {
    private static final List<Column> COLUMNS = List.of(Column.text("key"), Column.text("value"), Column.text("type"));
    private static final Column ORIGIN = Column.text("origin");

    private final Settings settings;

    private ConfigCommands(Settings settings) {
        this.settings = settings;
    }

    static List<Command> of(Settings settings) {
        ConfigCommands commands = new ConfigCommands(settings);
        List<Column> all = new ArrayList<>(COLUMNS);
        all.add(ORIGIN);
        return List.of(Command.named("config", "show", Permission.CONFIG_READ)
                .argument("KEY", "setting", ValueKind.TEXT, Cardinality.ANY)
                .flag("origin", "origin")
                .columns(all)
                .example("config show")
                .example("config show store --origin")
                .does(commands::show));
    }

    private CommandResult show(CommandCall call) {
        call.caller().require(Permission.CONFIG_READ);
        boolean origin = call.flag("origin");
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (origin) {
            columns.add(ORIGIN);
        }
        Table.Builder table = Table.under(columns);
        for (Settings.Value value : settings.all()) {
            if (isAskedFor(value.key(), call.arguments("KEY"))) {
                if (origin) {
                    table.row(value.key(), value.value(), value.type(), value.origin());
                } else {
                    table.row(value.key(), value.value(), value.type());
                }
            }
        }
        return CommandResult.of(table.build()).problems(unknown());
    }

    /** A key is asked for by its name or by its section. */
    private static boolean isAskedFor(String key, List<String> asked) {
        return asked.isEmpty() || asked.stream().anyMatch(name -> key.equals(name) || key.startsWith(name + "."));
    }

    private List<Problem> unknown() {
        return settings.unknown().stream()
                .map(value -> Problem.warning("config.unknown", Texts.text("config.unknown", value.key()))
                        .where(value.origin())
                        .advice(Texts.text("config.unknown.advice"))
                        .build())
                .toList();
    }
}
