package org.tickmark.web.screens.scripting;

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
import org.tickmark.web.screens.Reading;

/** What is traced, and the recordings; one that is opened moment by moment. */
public final class TracesScreen implements WorkbenchView {
    private static final int ROWS = 50;
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
        Page page = new Page(call, html);
        if (call.opened().isPresent()) {
            new Moments(page, call.opened().get()).write();
            return;
        }
        page.title("traces.on");
        html.open("div", "class", "acts");
        call.button(html, "trace on", Map.of(), Texts.text("act.trace"));
        html.close();
        call.ask("trace", "list")
                .table()
                .filter(table -> !table.rows().isEmpty())
                .ifPresentOrElse(
                        table -> call.list(html, table, Rows.READ, Reading.rowActs("TARGET", Map.of(), "trace off")),
                        () -> page.empty("traces.none"));
        page.title("traces.recordings");
        recordings(page);
    }

    private static void recordings(Page page) {
        ViewCall call = page.call();
        List<String> words = new ArrayList<>(List.of("trace", "runs", "--newest", "--limit=" + (ROWS + 1)));
        call.parameter(ViewCall.AFTER).ifPresent(key -> words.add("--after=" + key));
        call.parameter(ViewCall.HOLDING).ifPresent(text -> words.add("--holding=" + text));
        CommandResult result = call.ask(words.toArray(String[]::new));
        Table found = result.table().orElseGet(() -> Table.under(List.of()).build());
        List<List<Object>> rows = found.rows();
        boolean more = rows.size() > ROWS;
        Table shown = more ? new Table(found.columns(), rows.subList(0, ROWS)) : found;
        call.page(
                page.html(),
                Reading.some(shown, COLUMNS),
                Rows.OPEN,
                more ? Optional.of(String.valueOf(rows.get(ROWS - 1).get(0))) : Optional.empty());
    }
}
