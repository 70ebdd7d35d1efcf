package org.tickmark.web.screens.scripting;

import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** Scripts, or the macros among them; one that is opened in the editor. */
public final class ScriptsScreen implements WorkbenchView {
    private final ViewSpec spec;
    private final String language;
    private final List<String> list;

    private ScriptsScreen(String id, int order, String language, List<String> list) {
        this.spec = new ViewSpec(id, Perspective.SCRIPTING, order, Texts.text("view." + id), Permission.SCRIPT_READ);
        this.language = language;
        this.list = list;
    }

    /** All scripts; new ones are in CRMScript. */
    public static ScriptsScreen scripts() {
        return new ScriptsScreen("scripts", 1, "crmscript", List.of("script", "list", "--limit=20000"));
    }

    /** The macros. */
    public static ScriptsScreen macros() {
        return new ScriptsScreen(
                "macros", 2, "macro", List.of("script", "list", "--limit=20000", "--where=language=macro"));
    }

    @Override
    public ViewSpec spec() {
        return spec;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        if (call.opened().isPresent()) {
            new Editor(page, language).write(call.opened().get());
            return;
        }
        CommandResult result = call.ask(list.toArray(String[]::new));
        Reading.told(html, result, page.locale());
        Table table = result.table().orElseGet(() -> Table.under(List.of()).build());
        if (table.rows().isEmpty()) {
            page.empty("none." + spec.id());
        } else {
            call.list(html, table, Rows.OPEN);
        }
        if (call.caller().may(Permission.SCRIPT_EDIT)) {
            new Editor(page, language).writeNew();
        }
        if (language.equals("macro")) {
            Fields.title(page, "macro.actions");
            call.ask("macro", "actions").table().ifPresent(actions -> Fields.first(page, actions));
        }
    }
}
