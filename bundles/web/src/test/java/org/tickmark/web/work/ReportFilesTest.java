package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.testkit.host.Partly;
import org.tickmark.web.http.Answer;

class ReportFilesTest {
    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private Bench bench;

    /** Makes reports, and keeps what it was asked for. */
    private final class Maker {
        @SuppressWarnings("unused") // called by reflection
        byte[] report(Caller caller, ReportRequest request) {
            asked.add(caller.identity() + " " + request.kind() + " " + request.subject() + " " + request.date() + " "
                    + request.format());
            return "<style>p {}</style>".getBytes(StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void open() {
        bench = new Bench(folder).user(Role.ADMIN).user(Role.VIEWER);
        bench.reports.set(Partly.implemented(Reconciliation.class, new Maker()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Answer get(String address) {
        return bench.signedIn("viewer").get(address);
    }

    @Test
    void aReportThatIsAPageComesInASandbox() {
        Answer answer = get("/reports/open-items?of=bank&as-of=2026-05-31");

        assertThat(Browser.body(answer)).isEqualTo("<style>p {}</style>");
        assertThat(Browser.header(answer, "Content-Type")).contains("text/html; charset=utf-8");
        assertThat(Browser.header(answer, "Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .startsWith("sandbox; default-src 'none';")
                .doesNotContain("script"));
        assertThat(asked).containsExactly("user:viewer OPEN_ITEMS bank Optional[2026-05-31] HTML");
    }

    @Test
    void anyOtherIsAFileToKeep() {
        assertThat(Browser.header(get("/reports/run?of=17&format=pdf"), "Content-Disposition"))
                .contains("attachment; filename=\"run.pdf\"");
        assertThat(asked).containsExactly("user:viewer RUN 17 Optional.empty PDF");
    }

    @Test
    void whatIsNoReportIsNotThere() {
        for (String address : List.of("/reports/gossip?of=x", "/reports/run", "/reports/run?of=1&format=exe")) {
            assertThat(get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(get("/reports/open-items?of=bank&as-of=May").status()).isEqualTo(400);
        bench.reports.set(null);
        assertThat(get("/reports/run?of=1").status()).isEqualTo(503);
        assertThat(asked).isEmpty();
    }
}
