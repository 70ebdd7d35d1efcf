package org.tickmark.web.screens.imports;

import java.time.Instant;
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
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** The import definitions and how they stand; one that is opened with its files and what can be done. */
public final class ImportsScreen implements WorkbenchView {
    /** Says that the folders of what is opened are to be tested. */
    private static final String TEST = "test";

    private static final int MOST_WAITING = 50;
    private static final ViewSpec SPEC =
            new ViewSpec("imports", Perspective.ACCOUNTING, 20, Texts.text("view.imports"), Permission.IMPORT_READ);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        if (call.parameter(Wizard.STEP).isPresent()) {
            Wizard.write(page);
        } else if (call.opened().isPresent()) {
            opened(page, call.opened().get());
        } else {
            list(page);
        }
    }

    private static void list(Page page) {
        ViewCall call = page.call();
        Html html = page.html();
        html.open("div", "class", "acts");
        if (call.caller().may(Permission.IMPORT_EDIT)) {
            page.linkButton("act.add", Map.of(Wizard.STEP, "source"));
        }
        call.button(html, "import run", Map.of(), Texts.text("act.run-all"));
        call.button(html, "import test-paths", Map.of("all", "true"), Texts.text("act.test-all"));
        call.button(html, "import formats", Map.of(), Texts.text("act.formats"));
        html.close();
        CommandResult status = call.ask("import", "status");
        Reading.told(html, status, page.locale());
        Table states = status.table().orElseGet(() -> Table.under(List.of()).build());
        if (states.rows().isEmpty()) {
            page.empty("none");
        } else {
            call.list(html, states, Rows.OPEN);
        }
    }

    private static void opened(Page page, String name) {
        ViewCall call = page.call();
        Html html = page.html();
        Facts state = Facts.list(
                        call.ask("import", "status", "--", name).document().orElse(List.of()))
                .stream()
                .findFirst()
                .orElse(new Facts(Map.of()));
        html.open("p")
                .element("a", page.text("all"), "href", call.link(Map.of()))
                .close();
        html.element("h2", name);
        acts(page, name);
        stands(page, state);
        test(page, name);
        page.title("definition");
        Reading.whole(html, call, call.ask("import", "show", "--", name), "");
        waiting(page, state);
        rejected(page, name);
        FileRows.latest(page, name);
    }

    private static void acts(Page page, String name) {
        ViewCall call = page.call();
        Html html = page.html();
        html.open("div", "class", "acts");
        call.button(html, "import run", Map.of("NAME", name), Texts.text("act.run"));
        call.button(html, "import run", Map.of("NAME", name, "dry-run", "true"), Texts.text("act.dry-run"));
        page.linkButton("act.test", Map.of(ViewCall.OPEN, name, TEST, "yes"));
        if (call.caller().may(Permission.IMPORT_EDIT)) {
            page.linkButton("act.edit", Map.of(Wizard.STEP, "source", Draft.CHANGE, name));
        }
        call.button(html, "import delete", Map.of("NAME", name), Texts.text("act.delete"));
        html.close();
    }

    /** How it stands, in words: what keeps it from running, what waits, what came last. */
    private static void stands(Page page, Facts state) {
        List<Facts> failures = state.list("paths");
        failures.forEach(failure -> page.card("error", failure.text("detail")));
        page.paragraph("stands.waiting", state.list("waiting").size());
        Facts last = new Facts(state.map("last"));
        if (state.text("last_at").isEmpty()) {
            page.paragraph("stands.never");
        } else {
            page.paragraph(
                    "stands.last",
                    page.moment(Instant.parse(state.text("last_at"))),
                    last.text("file"),
                    page.text("state." + last.text("result")),
                    last.number("entries"));
        }
        if (state.number("rejected") > 0) {
            page.card("warning", page.text("stands.rejected", state.number("rejected")));
        }
    }

    private static void test(Page page, String name) {
        if (page.call().parameter(TEST).isEmpty()) {
            return;
        }
        page.title("test");
        Reading.whole(page.html(), page.call(), page.call().ask("import", "test-paths", "--", name), "");
    }

    private static void waiting(Page page, Facts state) {
        List<Facts> files = state.list("waiting");
        page.title("waiting");
        if (files.isEmpty()) {
            page.empty("waiting.none");
            return;
        }
        FileRows.places(page, files.stream().limit(MOST_WAITING).toList());
        if (files.size() > MOST_WAITING) {
            page.empty("waiting.more", files.size() - MOST_WAITING);
        }
    }

    private static void rejected(Page page, String name) {
        List<Facts> files = FileRows.of(page, name, Optional.of("state=REJECTED")).stream()
                .filter(file -> !file.text("archived_as").isEmpty())
                .toList();
        if (!files.isEmpty()) {
            page.title("rejected");
            page.paragraph("rejected.what");
            FileRows.write(page, files);
        }
    }
}
