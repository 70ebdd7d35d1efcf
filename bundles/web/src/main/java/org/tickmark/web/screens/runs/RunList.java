package org.tickmark.web.screens.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.web.screens.Cut;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** Runs, the newest first, with what each took beside what its task usually takes. */
final class RunList {
    private static final String OUTCOME = "outcome";
    private static final List<String> OUTCOMES = List.of("failed", "under-way", "not-run");
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.message("state"),
            Column.text("task"),
            Column.text("cause"),
            Column.instant("started_at"),
            Column.text("took"),
            Column.integer("sent"),
            Column.integer("received"),
            Column.text("summary"));

    private final Page page;
    private final ViewCall call;
    private final Html html;

    RunList(Page page) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
    }

    void write() {
        outcomes();
        CommandResult result = call.ask(words());
        Reading.told(html, CommandResult.of("").problems(result.problems()), page.locale());
        List<Facts> runs = Facts.list(result.document().orElse(List.of()));
        List<List<Object>> told = result.table().map(Table::rows).orElse(List.of());
        Table.Builder rows = Table.under(COLUMNS);
        for (int i = 0; i < Math.min(Cut.ROWS, runs.size()); i++) {
            rows.row(row(runs.get(i), new Told(result.table().orElseThrow(), told.get(i))));
        }
        if (runs.stream().anyMatch(run -> Run.isUnderWay(run.text("state")))) {
            call.goesOn();
        }
        html.element("p", page.text("list.zone", call.zone().getId()), "class", "empty");
        Optional<String> next =
                runs.size() > Cut.ROWS ? Optional.of(runs.get(Cut.ROWS - 1).text("id")) : Optional.empty();
        call.page(html, rows.build(), Rows.OPEN, next);
    }

    private String[] words() {
        List<String> words = new ArrayList<>(List.of("run", "list", "--usual"));
        words.addAll(Cut.asking(call));
        call.parameter(OUTCOME).filter(OUTCOMES::contains).ifPresent(outcome -> words.add("--outcome=" + outcome));
        call.parameter("task").ifPresent(task -> words.add("--task=" + task));
        return words.toArray(String[]::new);
    }

    private void outcomes() {
        String chosen = call.parameter(OUTCOME).orElse("");
        html.open("nav", "class", "acts", "aria-label", page.text("list.which"));
        outcome("", chosen);
        OUTCOMES.forEach(outcome -> outcome(outcome, chosen));
        html.close();
    }

    private void outcome(String outcome, String chosen) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.parameter("task").ifPresent(task -> parameters.put("task", task));
        call.parameter(ViewCall.HOLDING).ifPresent(holding -> parameters.put(ViewCall.HOLDING, holding));
        if (!outcome.isEmpty()) {
            parameters.put(OUTCOME, outcome);
        }
        html.element(
                "a",
                page.text("list." + (outcome.isEmpty() ? "all" : outcome)),
                "class",
                "button",
                "href",
                call.link(parameters),
                "aria-current",
                outcome.equals(chosen) ? "true" : null);
    }

    /** A row as the command tells it to people. */
    private record Told(Table table, List<Object> row) {
        private Object value(String column) {
            int at = table.columns().stream().map(Column::name).toList().indexOf(column);
            return at < 0 ? null : row.get(at);
        }
    }

    private Object[] row(Facts run, Told told) {
        String started = run.text("started_at");
        return new Object[] {
            run.number("id"),
            told.value("state"),
            run.text("task"),
            Run.cause(told.value("cause"), run.text("started_by"), page.locale()),
            started.isEmpty() ? null : Instant.parse(started),
            took(told),
            run.number("sent"),
            run.number("received"),
            told.value("summary")
        };
    }

    private String took(Told told) {
        Object took = told.value("took");
        Object usual = told.value("usual");
        if (took == null) {
            return "";
        }
        return usual == null ? took.toString() : page.text("list.took", took, usual);
    }
}
