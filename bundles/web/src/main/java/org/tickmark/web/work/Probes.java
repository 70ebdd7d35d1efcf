package org.tickmark.web.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.web.http.Answer;

/** What those ask who watch over the process: whether it lives, whether it can work, and its figures. */
final class Probes {
    private static final Caller WATCH =
            new Caller("system", Set.of(Permission.SYSTEM_READ), Set.of(), Locale.ENGLISH, Origin.SYSTEM);

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

    /** Ready is who reads the database and has the commands. */
    private Answer ready() {
        try {
            guard.isAdministered();
            boolean answers = run(WATCH, "sys", "version").exitCode() == ExitCode.OK;
            return answers ? Answer.text("ok\n") : Answer.text("not ready\n").status(503);
        } catch (TickmarkException e) {
            return Answer.text("not ready\n").status(503);
        }
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
