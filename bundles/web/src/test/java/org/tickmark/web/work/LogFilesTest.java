package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.Severity;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.tasks.LogQuery;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.task.Cause;
import org.tickmark.testkit.host.Partly;
import org.tickmark.web.http.Answer;

class LogFilesTest {
    private static final long LINES = 12_000;

    @TempDir
    Path folder;

    private final List<Integer> pages = new ArrayList<>();
    private Bench bench;

    /** One run with a long log. */
    private final class Kept {
        @SuppressWarnings("unused") // called by reflection
        Optional<Run> run(Caller caller, long id) {
            Instant at = Instant.EPOCH;
            return id != 811
                    ? Optional.empty()
                    : Optional.of(new Run(
                            id,
                            "night",
                            1,
                            Cause.NOW,
                            "1",
                            0,
                            1,
                            at,
                            at,
                            1,
                            RunState.FAILED,
                            at,
                            "",
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            0,
                            "",
                            Map.of(),
                            ""));
        }

        @SuppressWarnings("unused") // called by reflection
        List<Runs.LogLine> log(Caller caller, long id, LogQuery query) {
            List<Runs.LogLine> page = LongStream.rangeClosed(
                            query.after() + 1, Math.min(LINES, query.after() + query.most()))
                    .mapToObj(number -> new Runs.LogLine(number, Instant.EPOCH, Severity.INFO, "line " + number))
                    .toList();
            pages.add(page.size());
            return page;
        }
    }

    @BeforeEach
    void open() {
        bench = new Bench(folder).user(Role.ADMIN).user(Role.VIEWER);
        bench.runs.set(Partly.implemented(Runs.class, new Kept()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Answer get(String address) {
        return bench.signedIn("viewer").get(address);
    }

    @Test
    void aLogIsReadWhileItIsSent() throws IOException {
        Answer answer = get("/runs/811/log");
        assertThat(Browser.header(answer, "Content-Disposition")).contains("attachment; filename=\"run-811.log\"");
        assertThat(pages).isEmpty();

        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        answer.source().orElseThrow().write(sent);
        assertThat(sent.toString(StandardCharsets.UTF_8))
                .startsWith("1970-01-01T00:00:00Z INFO line 1\n")
                .endsWith("line 12000\n")
                .hasLineCount(12_000);
        assertThat(pages).containsExactly(5000, 5000, 2000, 0);
    }

    @Test
    void whatIsNoRunIsNotThere() {
        for (String address : List.of("/runs/812/log", "/runs/x/log", "/runs/-1/log")) {
            assertThat(get(address).status()).as(address).isEqualTo(404);
        }
        bench.runs.set(null);
        assertThat(get("/runs/811/log").status()).isEqualTo(503);
    }
}
