package org.tickmark.web.screens.scripting;

import java.util.List;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** What is traced, and the recordings; one that is opened moment by moment. */
public final class TracesScreen implements WorkbenchView {
    private static final List<String> COLUMNS =
            List.of("id", "script", "version", "caller", "started_at", "took_ms", "outcome", "statements", "bytes");
    private static final ViewSpec SPEC =
            new ViewSpec("traces", Perspective.SCRIPTING, 4, Texts.text("view.traces"), Permission.SCRIPT_DEBUG);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        if (call.opened().isPresent()) {
            new Moments(page, call.opened().get()).write();
            return;
        }
        Fields.title(page, "traces.on");
        html.open("div", "class", "acts");
        call.button(html, "trace on", Map.of(), Texts.text("act.trace"));
        html.close();
        call.ask("trace", "list")
                .table()
                .filter(table -> !table.rows().isEmpty())
                .ifPresentOrElse(
                        table -> call.list(html, table, Rows.READ, Reading.rowActs("TARGET", Map.of(), "trace off")),
                        () -> page.empty("traces.none"));
        Fields.title(page, "traces.recordings");
        Reading.page(html, call, List.of("trace", "runs"), table -> Reading.some(table, COLUMNS), Rows.OPEN);
    }
}
