package org.tickmark.web.screens.scripting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.Page;

/** Debugging sessions; the one that is opened, or else the newest of the caller's, step by step. */
public final class DebuggerScreen implements WorkbenchView {
    /** Parameter: the script for which a session may be begun. */
    static final String SCRIPT = "script";

    private static final String START = "debug-start";
    private static final ViewSpec SPEC =
            new ViewSpec("debugger", Perspective.SCRIPTING, 3, Texts.text("view.debugger"), Permission.SCRIPT_DEBUG);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        Table sessions = call.ask("debug", "sessions").table().orElseGet(() -> Table.under(List.of())
                .build());
        Optional<String> shown = call.opened().or(() -> newest(call, sessions));
        if (shown.isPresent() && isThere(sessions, shown.get())) {
            new Debugging(page, shown.get()).write();
        } else if (call.opened().isPresent()) {
            html.element("p", page.text("debug.over", call.opened().get()), "class", "card");
        }
        Fields.title(page, "debug.sessions");
        if (sessions.rows().isEmpty()) {
            page.empty("debug.none");
        } else {
            call.list(html, sessions, Rows.OPEN);
        }
        start(page);
    }

    private static Optional<String> newest(ViewCall call, Table sessions) {
        List<String> columns =
                sessions.columns().stream().map(column -> column.name()).toList();
        int owner = columns.indexOf("owner");
        return sessions.rows().stream()
                .filter(row -> call.caller().identity().equals(row.get(owner)))
                .map(row -> String.valueOf(row.get(0)))
                .reduce((one, later) -> later);
    }

    private static boolean isThere(Table sessions, String id) {
        return sessions.rows().stream()
                .anyMatch(row -> String.valueOf(row.get(0)).equals(id));
    }

    private static void start(Page page) {
        Fields.title(page, "debug.start");
        page.html().open("p");
        Fields.field(
                page,
                START,
                ViewCall.ARGUMENT + "NAME",
                "text",
                page.text("script"),
                page.call().parameter(SCRIPT).orElse(""));
        page.html().close();
        Fields.lines(page, START, ViewCall.OPTION + "parameter", page.text("parameters"), List.of());
        page.html().open("div", "class", "acts");
        Fields.tick(page, START, ViewCall.OPTION + "dry-run", page.text("dry-run"));
        page.call()
                .form(
                        page.html(),
                        START,
                        Map.of("quiet", "true"),
                        List.of(FormAct.of("debug start", Texts.text("act.debug-start"))));
        page.html().close();
    }
}
