package org.tickmark.console.commands;

import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;

/** {@code sys nodes}: the nodes that share the database. */
final class NodeCommand {
    private NodeCommand() {}

    static List<Command> of(RecordSource nodes) {
        return List.of(Command.named("sys", "nodes", Permission.TASK_READ)
                .columns(nodes.columns())
                .example("sys nodes")
                .does(call -> CommandResult.of(nodes.list(call.caller(), RecordQuery.first(RecordQuery.MAX_LIMIT)))));
    }
}
