package org.tickmark.console.commands;

import java.time.Instant;
import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.Table;

/** {@code sys nodes}: the nodes that share the database. */
final class NodeCommand {
    private final TaskServices services;

    private NodeCommand(TaskServices services) {
        this.services = services;
    }

    static List<Command> of(TaskServices services) {
        return List.of(Command.named("sys", "nodes", Permission.TASK_READ)
                .columns(services.nodeRecords().columns())
                .example("sys nodes")
                .does(new NodeCommand(services)::nodes));
    }

    /** A lease that never ends is left out, and said. */
    private CommandResult nodes(CommandCall call) {
        Table all = services.nodeRecords().list(call.caller(), RecordQuery.first(RecordQuery.MAX_LIMIT));
        Table.Builder told = Table.under(all.columns());
        all.rows()
                .forEach(row -> told.row(row.stream()
                        .map(value -> isEndless(value) ? null : value)
                        .toArray()));
        CommandResult result = CommandResult.of(told.build());
        boolean isAlone = all.rows().stream().flatMap(List::stream).anyMatch(this::isEndless);
        return isAlone ? result.summary(Texts.text("sys.nodes.alone")) : result;
    }

    private boolean isEndless(Object value) {
        return value instanceof Instant instant && services.isEndless(instant);
    }
}
