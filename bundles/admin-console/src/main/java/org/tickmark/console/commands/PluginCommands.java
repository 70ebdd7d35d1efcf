package org.tickmark.console.commands;

import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Plugins.Plugin;
import org.tickmark.api.host.Plugins.State;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code plugin}: what is installed, what it contributes, and why something does not run. */
final class PluginCommands {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("version"),
            Column.message("state"),
            Column.text("file"),
            Column.list("contributes"),
            Column.text("why"));

    private final Plugins plugins;

    private PluginCommands(Plugins plugins) {
        this.plugins = plugins;
    }

    static List<Command> of(Plugins plugins) {
        PluginCommands commands = new PluginCommands(plugins);
        return List.of(commands.list(), commands.show(), commands.why());
    }

    private Command list() {
        return Command.named("plugin", "list", Permission.PLUGIN_READ)
                .flag("all", "plugin.all")
                .columns(COLUMNS)
                .example("plugin list")
                .example("plugin list --all -o json")
                .does(this::list);
    }

    private CommandResult list(CommandCall call) {
        Table.Builder table = Table.under(COLUMNS);
        for (Plugin plugin : plugins.list(call.caller())) {
            if (call.flag("all") || isWorthAMention(plugin)) {
                table.row(
                        plugin.name(),
                        plugin.version(),
                        Choices.text(plugin.state()),
                        plugin.file(),
                        plugin.contributes(),
                        plugin.reason().text(call.caller().locale()));
            }
        }
        return CommandResult.of(table.build());
    }

    /** What somebody dropped in, what contributes something, and what does not run. */
    private static boolean isWorthAMention(Plugin plugin) {
        return !plugin.file().isEmpty() || !plugin.contributes().isEmpty() || plugin.state() != State.RUNNING;
    }

    private Command show() {
        return Command.named("plugin", "show", Permission.PLUGIN_READ)
                .argument("NAME", "plugin", ValueKind.TEXT)
                .example("plugin show org.tickmark.importer.camt")
                .does(call -> {
                    Plugin plugin = existing(call);
                    return new Details(call.caller().locale())
                            .add("name", plugin.name())
                            .add("version", plugin.version())
                            .choice("state", plugin.state())
                            .add("file", plugin.file())
                            .add("contributes", plugin.contributes())
                            .add("why", plugin.reason().text(call.caller().locale()))
                            .result();
                });
    }

    private Command why() {
        return Command.named("plugin", "why", Permission.PLUGIN_READ)
                .argument("NAME", "plugin", ValueKind.TEXT)
                .example("plugin why importer-pipe.jar")
                .does(call -> {
                    Plugin plugin = existing(call);
                    String reason = plugin.reason().text(call.caller().locale());
                    String state =
                            Choices.text(plugin.state()).text(call.caller().locale());
                    return CommandResult.of(reason.isEmpty() ? state : state + ": " + reason);
                });
    }

    /** The plugin of this name or file; else the one whose name ends so, so that {@code importer.pipe} is enough. */
    private Plugin existing(CommandCall call) {
        String name = call.argument("NAME");
        List<Plugin> all = plugins.list(call.caller());
        return all.stream()
                .filter(plugin -> plugin.name().equals(name) || plugin.file().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(plugin -> plugin.name().endsWith("." + name))
                        .findFirst())
                .orElseThrow(() -> Texts.problem("plugin.unknown", name)
                        .advice(Texts.text("plugin.unknown.advice"))
                        .exception());
    }
}
