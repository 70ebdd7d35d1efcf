package org.tickmark.web.screens.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class RunsScreenContractTest extends WorkbenchViewContract {
    private static final Instant START = Instant.parse("2026-11-27T05:00:00Z");

    @Override
    protected WorkbenchView view() {
        return new RunsScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return call("failed").with(ViewCall.OPEN, "811");
    }

    private static FakeViewCall call(String state) {
        Table listed = Table.under(
                        Column.integer("id"),
                        Column.message("state"),
                        Column.message("cause"),
                        Column.text("took"),
                        Column.text("summary"),
                        Column.text("usual"))
                .row(811L, Message.verbatim(state), Message.verbatim("started"), "12 s", "No <file>", "9 s")
                .build();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("id", 811);
        run.put("task", "night");
        run.put("state", state);
        run.put("started_by", "user:kari");
        run.put("started_at", START.toString());
        run.put(
                "ended_at",
                state.equals("running") ? null : START.plusSeconds(12).toString());
        run.put("sent", 3);
        run.put("received", 4);
        run.put("summary", state.equals("running") ? "" : "No <file>");
        run.put("progress", state.equals("running") ? "reading 3/10" : "");
        run.put("data", Map.of("files", "2", "imports", "bank-a, bank-b"));
        Table related = Table.under(
                        Column.integer("id"),
                        Column.text("task"),
                        Column.message("state"),
                        Column.instant("started_at"),
                        Column.instant("ended_at"))
                .row(810L, "night", Message.verbatim("failed"), START.minusSeconds(60), START.minusSeconds(30))
                .row(811L, "night", Message.verbatim(state), START, null)
                .build();
        return FakeViewCall.create()
                .answering("run list", CommandResult.of(listed, List.of(run)))
                .answering("run show", CommandResult.of("State  " + state + "\n", run))
                .answering("run related", CommandResult.of(related))
                .answering("run log", CommandResult.of("", log(300, 60)))
                .allowing("run cancel")
                .allowing("run retry");
    }

    private static List<Map<String, Object>> log(int lines, int length) {
        List<Map<String, Object>> log = new ArrayList<>();
        for (int number = 1; number <= lines; number++) {
            String level = number % 100 == 0 ? "error" : "info";
            log.add(Map.of(
                    "number", 1000 + number, "at", START.toString(), "level", level, "text", "x".repeat(length)));
        }
        return log;
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    @Test
    void aRunSaysHowItStandsAndWhatToDo() {
        assertThat(page(goodCall()))
                .contains("Run 811 of task night", "No &lt;file&gt;", "mend what they name, then run it again")
                .contains("class=\"card error\"", "run retry", "/w/files?import=bank-b", "<svg class=\"timeline\"")
                .doesNotContain("run cancel", "data-more");
    }

    @Test
    void aRunThatGoesOnSaysFromWhereItsLogGoesOn() {
        FakeViewCall call =
                call("running").with(ViewCall.OPEN, "811").with("level", "warn").with("search", "a&b");
        assertThat(page(call))
                .contains("reading 3/10", "run cancel")
                .containsPattern("data-more=\"[^\"]*from=1001[^\"]*\"")
                .containsPattern("data-more=\"[^\"]*level=warn[^\"]*\"");
        assertThat(page(call("running").with(ViewCall.OPEN, "811").with("line", "1007")))
                .doesNotContain("data-more")
                .contains("class=\"is-info here\"", "To the end");
    }

    @Test
    void aLogThatIsTooLongForAPageShowsWhatFitsAndLeadsToTheRest() {
        FakeViewCall call = goodCall().answering("run log", CommandResult.of("", log(200, 4000)));
        assertThat(page(call))
                .contains("id=\"L1200\"")
                .doesNotContain("id=\"L1100\"")
                .containsPattern("href=\"[^\"]*before=11\\d\\d[^\"]*\"");
        assertThat(page(goodCall())).containsPattern("href=\"[^\"]*lines=400[^\"]*\"");
    }

    @Test
    void theListSaysWhoStartedARunAndWhatItsTaskUsuallyTakes() {
        assertThat(page(call("failed")))
                .contains("started, kari", "12 s (usually 9 s)", "outcome=not-run")
                .contains("No &lt;file&gt;");
    }
}
