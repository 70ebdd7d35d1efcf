package org.tickmark.web.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.web.http.Answer;

/** What those ask who watch over the process: whether it lives, whether it can work, and its figures. */
final class Probes {
    private static final int UNAVAILABLE = 503;
    private static final String RUNNING = "running";
    private static final Caller WATCH = new Caller(
            "system", Set.of(Permission.SYSTEM_READ, Permission.PLUGIN_READ), Set.of(), Locale.ENGLISH, Origin.SYSTEM);

    private final CommandSource source;
    private final Guard guard;

    Probes(CommandSource source, Guard guard) {
        this.source = source;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/healthz", Access.OPEN, visit -> Answer.text("ok\n")),
                Route.get("/readyz", Access.OPEN, visit -> ready()),
                Route.get("/metrics", Access.TOKEN, this::metrics));
    }

    /** Ready is who reads the database, and of whose own bundles each runs and waits for nothing; those that were dropped in may. */
    private Answer ready() {
        try {
            guard.isAdministered();
            return allRun() ? Answer.text("ok\n") : Answer.text("not ready\n").status(UNAVAILABLE);
        } catch (TickmarkException e) {
            return Answer.text("not ready\n").status(UNAVAILABLE);
        }
    }

    private boolean allRun() {
        CommandResult plugins = run(WATCH, "plugin", "list", "--all");
        return plugins.exitCode() == ExitCode.OK
                && plugins.table().stream().flatMap(Probes::own).allMatch(state -> state.equals(RUNNING));
    }

    /** The states of the product's own bundles, which are no file in the plugin folder. */
    private static Stream<String> own(Table plugins) {
        List<String> columns = plugins.columns().stream().map(Column::name).toList();
        return plugins.rows().stream()
                .filter(row -> row.get(columns.indexOf("file")).equals(""))
                .map(row -> ((Message) row.get(columns.indexOf("state"))).id());
    }

    private Answer metrics(Visit visit) {
        visit.caller().require(Permission.SYSTEM_READ);
        byte[] text = run(visit.caller(), "sys", "metrics").text().orElse("").getBytes(StandardCharsets.UTF_8);
        return Answer.of(200, "text/plain; version=0.0.4; charset=utf-8", text);
    }

    private CommandResult run(Caller caller, String... words) {
        return source.get()
                .run(new CommandRequest(caller, List.of(words), Optional.empty(), Progress.NONE, CancelToken.NEVER))
                .result();
    }
}
