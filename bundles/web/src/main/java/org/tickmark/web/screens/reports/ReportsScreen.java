package org.tickmark.web.screens.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** The reports there are; one that is opened with what it is of, a preview as text, and links to it in every format. */
public final class ReportsScreen implements WorkbenchView {
    private static final String OF = "of";
    private static final String AS_OF = "as-of";
    private static final String RUN = "run";
    private static final int MOST_GROUPS = 1_000;
    private static final int LONGEST = 60_000;
    private static final List<String> FORMATS = List.of("html", "pdf", "xlsx", "csv", "json", "text");
    private static final ViewSpec SPEC = new ViewSpec(
            "reports", Perspective.ACCOUNTING, 15, Texts.text("view.reports"), Permission.RECONCILIATION_READ);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        call.opened().filter(kind -> kind.matches("[a-z-]{1,40}")).ifPresent(kind -> report(page, kind));
        call.ask("report", "list").table().ifPresent(reports -> call.list(html, reports, Rows.OPEN));
    }

    private static void report(Page page, String kind) {
        ViewCall call = page.call();
        Html html = page.html();
        html.element("h2", kind);
        parameters(page, kind);
        Optional<String> of = call.parameter(OF);
        if (of.isPresent()) {
            Optional<String> day = call.parameter(AS_OF).filter(given -> !kind.equals(RUN));
            formats(page, kind, of.get(), day);
            preview(page, kind, of.get(), day);
        }
    }

    private static void parameters(Page page, String kind) {
        ViewCall call = page.call();
        Html html = page.html();
        html.open("form", "method", "get", "action", call.link(Map.of()), "class", "filter");
        html.open("input", "type", "hidden", "name", ViewCall.OPEN, "value", kind);
        html.open("label").text(page.text(kind.equals(RUN) ? "number" : "group") + " ");
        if (kind.equals(RUN)) {
            html.open(
                    "input",
                    "type",
                    "number",
                    "name",
                    OF,
                    "value",
                    call.parameter(OF).orElse(""),
                    "required",
                    "");
        } else {
            groups(page);
        }
        html.close();
        if (!kind.equals(RUN)) {
            html.text(" ").open("label").text(page.text("day") + " ");
            html.open(
                    "input",
                    "type",
                    "date",
                    "name",
                    AS_OF,
                    "value",
                    call.parameter(AS_OF).orElse(""));
            html.close();
        }
        html.text(" ").element("button", page.text("show")).close();
    }

    private static void groups(Page page) {
        ViewCall call = page.call();
        Html html = page.html();
        Table groups = call.ask("rec", "status").table().orElseGet(() -> Table.under(List.of())
                .build());
        html.open("select", "name", OF);
        groups.rows().stream()
                .limit(MOST_GROUPS)
                .map(row -> String.valueOf(row.get(0)))
                .forEach(group -> {
                    boolean chosen = call.parameter(OF).filter(group::equals).isPresent();
                    html.element("option", group, "value", group, "selected", chosen ? "" : null);
                });
        html.close();
    }

    /** Links that open elsewhere: a report is a document of its own. */
    private static void formats(Page page, String kind, String of, Optional<String> day) {
        Html html = page.html();
        html.open("nav", "class", "acts", "aria-label", page.text("formats"));
        Parameters query = Parameters.NONE.with(OF, of).with(AS_OF, day.orElse(""));
        FORMATS.forEach(format -> html.element(
                "a",
                page.text("format." + format),
                "class",
                "button",
                "target",
                "_blank",
                "href",
                query.with("format", format).on("/reports/" + kind)));
        html.close();
    }

    private static void preview(Page page, String kind, String of, Optional<String> day) {
        ViewCall call = page.call();
        Html html = page.html();
        List<String> words = new ArrayList<>(List.of("report", "run", "--format=text"));
        day.ifPresent(given -> words.add("--as-of=" + given));
        words.addAll(List.of("--", kind, of));
        CommandResult result = call.ask(words.toArray(String[]::new));
        Reading.told(html, result, page.locale());
        String preview = result.text().orElse("");
        html.element(
                "pre",
                preview.substring(0, Math.min(LONGEST, preview.length())),
                "class",
                "log",
                "tabindex",
                "0",
                "aria-label",
                page.text("preview"),
                "role",
                "region");
    }
}
