package org.tickmark.web.work;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.tasks.LogQuery;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Refusal;

/** Logs of runs as text files: read page by page while they are sent, so that none is held whole. */
final class LogFiles {
    private static final int PAGE = 5000;

    private final Supplier<Optional<Runs>> runs;

    /**
     * The route of logs.
     *
     * @param runs empty while their bundle is away
     */
    LogFiles(Supplier<Optional<Runs>> runs) {
        this.runs = runs;
    }

    List<Route> routes() {
        return List.of(Route.get("/runs/{run}/log", Access.SESSION, this::answer));
    }

    private Answer answer(Visit visit) {
        visit.caller().require(Permission.TASK_READ);
        String given = visit.part("run");
        if (!given.matches("\\d{1,18}")) {
            throw new Refusal(404);
        }
        long run = Long.parseLong(given);
        Runs service = runs.get().orElseThrow(() -> new Refusal(503));
        if (service.run(visit.caller(), run).isEmpty()) {
            throw new Refusal(404);
        }
        return Answer.streamed("text/plain; charset=utf-8", out -> write(service, visit.caller(), run, out))
                .with("Content-Disposition", "attachment; filename=\"run-" + run + ".log\"");
    }

    private static void write(Runs runs, Caller caller, long run, OutputStream out) throws IOException {
        LogQuery query = LogQuery.first(PAGE);
        List<Runs.LogLine> page = runs.log(caller, run, query);
        while (!page.isEmpty()) {
            for (Runs.LogLine line : page) {
                out.write((line.at() + " " + line.severity() + " " + line.text() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            query = query.after(page.get(page.size() - 1).number());
            page = runs.log(caller, run, query);
        }
    }
}
