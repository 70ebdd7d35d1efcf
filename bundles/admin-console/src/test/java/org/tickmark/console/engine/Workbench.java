package org.tickmark.console.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.testkit.ManualClock;

/** A registry with commands and records of a test, and the runner over them. */
public final class Workbench {
    private final CommandRegistry registry = new CommandRegistry();
    private final RecordKeys keys = new RecordKeys();
    private final ManualClock clock = ManualClock.at("2026-06-01T08:00:00Z");
    private CommandRunner runner = runner(Duration.ZERO);
    private long services;

    public Workbench with(WorkbenchCommand... commands) {
        for (WorkbenchCommand command : commands) {
            registry.add(command, 0, services++);
        }
        return this;
    }

    /** Records with these keys. */
    public Workbench records(String name, Column key, List<?> values) {
        keys.add(name, new RecordSource() {
            @Override
            public List<Column> columns() {
                return List.of(key);
            }

            @Override
            public Table list(Caller caller, RecordQuery query) {
                Table.Builder table = Table.under(key);
                values.forEach(table::row);
                return table.build();
            }
        });
        return this;
    }

    /** Waits for commands that are away. */
    public Workbench patient(Duration patience) {
        runner = runner(patience);
        return this;
    }

    private CommandRunner runner(Duration patience) {
        Map<String, String> bundles =
                Map.of("rec", "org.tickmark.reconciliation", "unit status", "org.tickmark.platform");
        return new CommandRunner(registry, keys, new Providers(bundles, patience), clock);
    }

    public CommandRegistry registry() {
        return registry;
    }

    public CommandRunner runner() {
        return runner;
    }

    public ManualClock clock() {
        return clock;
    }

    public ExitCode run(Terminal terminal, String... words) {
        return runner.run(List.of(words), terminal).exitCode();
    }
}
