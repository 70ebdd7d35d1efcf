package org.tickmark.testkit.view;

import java.util.List;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** A view as it should be: names, and one of them greeted. */
class NamesView implements WorkbenchView {
    /** A call that it can answer. */
    static FakeViewCall call() {
        Table names = Table.under(Column.text("name")).row("Anna").row("Bo").build();
        return FakeViewCall.create()
                .answering("name list", CommandResult.of(names))
                .allowing("name add");
    }

    @Override
    public ViewSpec spec() {
        return new ViewSpec("names", Perspective.OPERATIONS, 1, Message.verbatim("Names"), Permission.SYSTEM_READ);
    }

    @Override
    public void render(ViewCall call, Html html) {
        call.parameter("greet").ifPresent(name -> html.element("p", "Hello " + name));
        call.button(html, "name add", Map.of(), Message.verbatim("Add"));
        call.list(html, names(call), Rows.READ, List.of());
    }

    /** The names that there are. */
    Table names(ViewCall call) {
        return call.ask("name", "list").table().orElseThrow();
    }
}
