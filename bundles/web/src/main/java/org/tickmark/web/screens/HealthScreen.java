package org.tickmark.web.screens;

import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** Whether everything works, and on what it stands. */
final class HealthScreen implements WorkbenchView {
    private static final ViewSpec SPEC =
            new ViewSpec("health", Perspective.ADMINISTRATION, 10, Texts.text("view.health"), Permission.SYSTEM_READ);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        for (String verb : List.of("health", "status")) {
            html.element("h2", Texts.text("part.sys." + verb).text(call.caller().locale()));
            CommandResult result = call.ask("sys", verb);
            Reading.whole(html, call, result, "");
        }
    }
}
