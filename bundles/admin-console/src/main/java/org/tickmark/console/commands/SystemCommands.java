package org.tickmark.console.commands;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.host.Database;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Plugins.Plugin;
import org.tickmark.api.host.Plugins.State;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code sys}: how the system is. */
final class SystemCommands {
    private static final long BYTES_IN_MIB = 1L << 20;
    private static final List<Column> MIGRATIONS =
            List.of(Column.text("bundle"), Column.integer("number"), Column.text("name"));

    private SystemCommands() {}

    /**
     * The commands that need no service.
     *
     * @param product name and version
     * @param stop stops everything, and returns before that is done
     */
    static List<Command> of(String product, Runnable stop) {
        return List.of(
                Command.named("sys", "version", Permission.SYSTEM_READ)
                        .example("sys version")
                        .does(call -> CommandResult.of(
                                product,
                                new TreeMap<>(Map.of(
                                        "product",
                                        product,
                                        "java",
                                        Runtime.version().toString())))),
                Command.named("sys", "stop", Permission.SYSTEM_STOP)
                        .example("sys stop")
                        .does(call -> {
                            stop.run();
                            return CommandResult.done(Texts.text("sys.stopping"));
                        }));
    }

    /** The commands about what everything stands on. */
    static List<Command> of(String product, Database database, Plugins plugins) {
        return List.of(
                Command.named("sys", "status", Permission.SYSTEM_READ)
                        .example("sys status")
                        .does(call -> status(call, product, database, plugins)),
                Command.named("sys", "migrations", Permission.SYSTEM_READ)
                        .columns(MIGRATIONS)
                        .example("sys migrations")
                        .does(call -> migrations(database)));
    }

    private static CommandResult status(CommandCall call, String product, Database database, Plugins plugins) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        Runtime memory = Runtime.getRuntime();
        List<Plugin> all = plugins.list(call.caller());
        return new Details(call.caller().locale())
                .add("product", product)
                .add("java", Runtime.version().toString())
                .add("pid", ProcessHandle.current().pid())
                .moment("started", Optional.of(Instant.ofEpochMilli(runtime.getStartTime())), ZoneId.systemDefault())
                .span("up", Duration.ofSeconds(runtime.getUptime() / 1000))
                .add("database", database.product())
                .add("url", database.url())
                .add("plugins_running", count(all, State.RUNNING))
                .add("plugins_not_running", all.size() - count(all, State.RUNNING))
                .add("memory_used_mib", (memory.totalMemory() - memory.freeMemory()) / BYTES_IN_MIB)
                .add("memory_most_mib", memory.maxMemory() / BYTES_IN_MIB)
                .result();
    }

    private static long count(List<Plugin> plugins, State state) {
        return plugins.stream().filter(plugin -> plugin.state() == state).count();
    }

    private static CommandResult migrations(Database database) {
        Table.Builder table = Table.under(MIGRATIONS);
        database.migrations()
                .forEach(migration -> table.row(migration.bundle(), (long) migration.number(), migration.name()));
        return CommandResult.of(table.build());
    }
}
