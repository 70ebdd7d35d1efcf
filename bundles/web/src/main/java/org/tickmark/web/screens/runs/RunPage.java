package org.tickmark.web.screens.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;
import org.tickmark.web.screens.imports.FilesScreen;

/** One run: how it stands and what to do about it, what belongs to it, what it brought, and its log. */
final class RunPage {
    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String id;

    RunPage(Page page, String id) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.id = id;
    }

    void write() {
        CommandResult shown = call.ask("run", "show", "--", id);
        Facts run = Facts.of(shown);
        String state = run.text("state");
        LogViewer log = new LogViewer(page, id, Run.isUnderWay(state));
        html.open("div", "id", "run-now");
        html.element("h2", page.text("page.title", id, run.text("task")));
        standing(run, state);
        acts(run, state);
        Table related = call.ask("run", "related", "--", id).table().orElseThrow();
        if (related.rows().size() > 1) {
            html.element("h3", page.text("page.related"));
            new Timeline(related, id).write(html, page.text("page.timeline"));
            call.list(html, related, ViewCall.Rows.OPEN);
        }
        html.open("details").element("summary", page.text("page.particulars"));
        Reading.whole(html, call, shown, "");
        html.close().close();
        log.write();
    }

    /** How it stands, in a sentence, and what to do next. */
    private void standing(Facts run, String state) {
        String manner = Run.isFailed(state)
                ? "error"
                : Run.isDropped(state) ? "warning" : state.equals("succeeded") ? "done" : "";
        html.open("div", "class", ("card " + manner).strip(), "role", "status");
        html.open("p").element("strong", page.text("state." + state));
        if (!run.text("summary").isEmpty()) {
            html.text(" – " + run.text("summary"));
        } else if (!run.text("progress").isEmpty()) {
            html.text(" – " + run.text("progress"));
        }
        html.close();
        html.element("p", when(run));
        html.element("p", page.text("next." + (Run.isFailed(state) && !state.equals("cancelled") ? "failed" : state)));
        html.close();
    }

    private String when(Facts run) {
        Optional<Instant> started = run.moment("started_at");
        if (started.isEmpty()) {
            return page.text(
                    "page.nominal", run.moment("nominal").map(this::shown).orElse("-"));
        }
        Optional<Instant> ended = run.moment("ended_at");
        String items = page.text("page.items", run.number("sent"), run.number("received"));
        return ended.isEmpty()
                ? page.text("page.since", shown(started.get())) + " " + items
                : page.text("page.from-to", shown(started.get()), span(started.get(), ended.get())) + " " + items;
    }

    private static String span(Instant from, Instant to) {
        Duration took = Duration.between(from, to);
        return took.toMinutes() > 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : took.toSeconds() + "." + took.toMillisPart() / 100 + " s";
    }

    private String shown(Instant moment) {
        Locale locale = page.locale();
        return moment.atZone(call.zone()).getDayOfWeek().getDisplayName(TextStyle.SHORT, locale) + " "
                + LogViewer.TIME.format(moment.atZone(call.zone())) + " "
                + call.zone().getId();
    }

    private void acts(Facts run, String state) {
        html.open("div", "class", "acts");
        if (Run.isUnderWay(state)) {
            call.button(html, "run cancel", Map.of("ID", id), Texts.text("act.cancel"));
        } else if (!state.equals("succeeded")) {
            call.button(html, "run retry", Map.of("ID", id), Texts.text("act.retry"));
        }
        link("page.task", call.link("tasks", Map.of("open", run.text("task"))));
        link("page.all", call.link(Map.of("task", run.text("task"))));
        files(new Facts(run.map("data")));
        html.close();
    }

    /** The files of each import that it took some of; of a run that tells no imports those of all. */
    private void files(Facts data) {
        List<String> imports = Stream.of(data.text("imports").split(", "))
                .filter(name -> !name.isEmpty())
                .toList();
        imports.forEach(name -> link("page.files-of", call.link("files", Map.of(FilesScreen.IMPORT, name)), name));
        if (imports.isEmpty() && data.text("files").matches("[1-9]\\d*")) {
            link("page.files", call.link("files", Map.of()));
        }
    }

    private void link(String label, String address, Object... arguments) {
        html.element("a", page.text(label, arguments), "class", "button", "href", address);
    }
}
