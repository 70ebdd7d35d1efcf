package org.tickmark.web.screens.runs;

import org.tickmark.api.Permission;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** What ran, or did not, and why; one run with its log. */
public final class RunsScreen implements WorkbenchView {
    private static final ViewSpec SPEC =
            new ViewSpec("runs", Perspective.OPERATIONS, 20, Texts.text("view.runs"), Permission.TASK_READ);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        if (call.opened().isPresent()) {
            new RunPage(Texts.page(call, html), call.opened().get()).write();
        } else {
            new RunList(Texts.page(call, html)).write();
        }
    }
}
