package org.tickmark.example.view.morning;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** What somebody wants to know at eight: how many groups are proven, and which still need a person. Keeps nothing between two calls. */
@Component
public final class MorningView implements WorkbenchView {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(MorningView.class);
    private static final ViewSpec SPEC = new ViewSpec(
            "morning", Perspective.ACCOUNTING, 5, MESSAGES.message("title"), Permission.RECONCILIATION_READ);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        CommandResult status = call.ask("rec", "status");
        Table groups = status.table().orElseGet(() -> Table.under(List.of()).build());
        Table waiting = waiting(groups);
        int done = groups.rows().size() - waiting.rows().size();
        Message told = MESSAGES.message("told", done, groups.rows().size());
        html.element("p", told.text(call.caller().locale()), "class", "card");
        call.button(html, "rec run", Map.of(), MESSAGES.message("run"));
        call.list(html, waiting, Rows.READ);
    }

    /** The groups that are not proven, or of which something is open. */
    private static Table waiting(Table groups) {
        return new Table(
                groups.columns(),
                groups.rows().stream()
                        .filter(row -> !Boolean.TRUE.equals(value(groups, row, "proven"))
                                || !Long.valueOf(0).equals(value(groups, row, "open")))
                        .toList());
    }

    private static Object value(Table table, List<Object> row, String column) {
        List<String> names = table.columns().stream().map(one -> one.name()).toList();
        return row.get(names.indexOf(column));
    }
}
