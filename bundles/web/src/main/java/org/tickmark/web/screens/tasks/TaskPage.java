package org.tickmark.web.screens.tasks;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;
import org.tickmark.web.work.PlainTable;

/** A task: when it runs, how it went, what it waits for and what waits for it, how long it takes. */
final class TaskPage {
    private static final int NEXT = 10;
    private static final int RUNS = 10;

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String name;

    TaskPage(Page page, String name) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.name = name;
    }

    void write() {
        CommandResult shown = call.ask("task", "show", "--", name);
        Facts task = Facts.of(shown);
        html.open("p")
                .element("a", page.text("back"), "href", call.link(Map.of()))
                .close();
        html.element("h2", name);
        acts(task.is("active"));
        if (!task.text("sentence").isEmpty()) {
            html.element("p", task.text("sentence") + " · " + task.text("zone"));
        }
        title("next");
        next(call.ask("task", "next", "--number=" + NEXT, "--", name));
        title("runs");
        runs(call.ask("run", "list", "--limit=" + RUNS, "--task=" + name));
        title("takes");
        takes(task, Facts.of(call.ask("run", "stats", "--", name)));
        title("chain");
        ChainPicture.write(page, name, Facts.of(call.ask("task", "chain", "--", name)));
        title("all");
        Reading.whole(html, call, shown, "");
    }

    private void title(String part) {
        html.element("h3", page.text("part." + part));
    }

    private void acts(boolean active) {
        Map<String, String> named = Map.of("NAME", name);
        html.open("div", "class", "acts");
        page.button("task run", named, "act.run");
        page.button("task edit", named, "act.edit");
        page.button(active ? "task disable" : "task enable", named, active ? "act.disable" : "act.enable");
        page.button("task delete", named, "act.delete");
        html.close();
    }

    /** By the clock of the task, with the day of the week; the same moments in UTC tell no more. */
    private void next(CommandResult result) {
        Reading.told(html, result, page.locale());
        result.table()
                .filter(table -> !table.rows().isEmpty())
                .ifPresent(table ->
                        Reading.plain(html, call, Reading.some(table, List.of("weekday", "local", "zone", "note"))));
    }

    /** Each leads to its own page. */
    private void runs(CommandResult result) {
        Table table = result.table().orElseGet(() -> Table.under(List.of()).build());
        if (table.rows().isEmpty()) {
            html.element("p", page.text("runs.none"), "class", "empty");
            return;
        }
        Table few = new Table(
                table.columns(),
                table.rows().subList(0, Math.min(RUNS, table.rows().size())));
        PlainTable.write(html, few, call::heading, row -> call.cells(few, row));
        html.open("p").text(page.text("runs.open") + " ");
        few.rows().forEach(row -> {
            String id = String.valueOf(row.get(0));
            html.element("a", "#" + id, "href", call.link("runs", Map.of(ViewCall.OPEN, id)))
                    .text(" ");
        });
        html.close();
    }

    /** How long it takes beside how long it may; where it takes nearly as long as it may, that is said. */
    private void takes(Facts task, Facts stats) {
        Optional<Duration> lock = duration(task.text("lock"));
        long slow = stats.number("p95_ms");
        if (stats.number("succeeded") == 0) {
            html.element("p", page.text("takes.unknown"), "class", "empty");
        } else {
            html.element("p", page.text("takes", seconds(stats.number("median_ms")), seconds(slow)));
        }
        lock.ifPresent(most -> {
            html.element("p", page.text("lock", seconds(most.toMillis())));
            if (slow > most.toMillis()) {
                html.element("p", page.text("lock.short"), "class", "card warning");
            }
        });
    }

    private static Optional<Duration> duration(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String seconds(long millis) {
        Duration time = Duration.ofMillis(millis);
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? page.text("span.seconds", millis / 1000.0)
                : page.text("span.minutes", time.toMinutes());
    }
}
