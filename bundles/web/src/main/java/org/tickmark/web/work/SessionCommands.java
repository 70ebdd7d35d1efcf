package org.tickmark.web.work;

import java.util.List;
import java.util.function.Function;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Session;
import org.tickmark.web.sign.Sessions;

/** {@code session}: who is signed in at browsers. */
public final class SessionCommands {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("user"),
            Column.instant("since"),
            Column.instant("last_used"),
            Column.text("where"),
            Column.text("what"));

    private SessionCommands() {}

    /** The commands over these sessions. */
    public static List<WorkbenchCommand> of(Sessions sessions) {
        return List.of(
                new Command(
                        CommandSpec.of("session", "list", Texts.text("session.list"), Permission.USER_READ)
                                .columns(COLUMNS)
                                .example("session list", Texts.text("session.list"))
                                .build(),
                        call -> list(sessions, call)),
                new Command(
                        CommandSpec.of("session", "end", Texts.text("session.end"), Permission.USER_EDIT)
                                .argument("ID", Texts.text("session.id"), ValueKind.TEXT, Cardinality.SOME)
                                .example("session end k3m9x2abcd", Texts.text("session.end"))
                                .build(),
                        call -> end(sessions, call)));
    }

    private record Command(CommandSpec spec, Function<CommandCall, CommandResult> action) implements WorkbenchCommand {
        @Override
        public CommandResult run(CommandCall call) {
            return action.apply(call);
        }
    }

    private static CommandResult list(Sessions sessions, CommandCall call) {
        call.caller().require(Permission.USER_READ);
        Table.Builder table = Table.under(COLUMNS);
        sessions.all()
                .forEach(session -> table.row(
                        session.id(),
                        session.user(),
                        session.openedAt(),
                        session.usedAt(),
                        session.address(),
                        session.browser()));
        return CommandResult.of(table.build());
    }

    private static CommandResult end(Sessions sessions, CommandCall call) {
        call.caller().require(Permission.USER_EDIT);
        List<String> wanted = call.arguments("ID");
        List<Session> found = sessions.all().stream()
                .filter(session -> wanted.contains(session.id()))
                .toList();
        if (found.size() < wanted.size()) {
            throw Texts.problem("session.unknown")
                    .found(String.join(", ", wanted))
                    .exception();
        }
        found.forEach(sessions::close);
        return CommandResult.done(Texts.text("session.ended", found.size()));
    }
}
