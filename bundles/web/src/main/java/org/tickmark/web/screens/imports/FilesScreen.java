package org.tickmark.web.screens.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;
import org.tickmark.web.work.Notices;

/** The files that runs took; one that is opened with its problems, its statements with their proof, and what undoing it or putting it back would do. */
public final class FilesScreen implements WorkbenchView {
    /** Parameter: the import whose files are shown. */
    public static final String IMPORT = "import";

    /** Says that what undoing would do is to be told, which may take a while. */
    private static final String FORESEE = "foresee";

    private static final String UNDO = "file-undo";
    private static final List<String> COLUMNS =
            List.of("id", "name", "state", "definition", "unit_code", "format", "entries", "known", "finished_at");
    private static final List<String> OF_STATEMENT = List.of(
            "account_code", "from_date", "to_date", "opening", "closing", "transactions", "entry_sum", "verdict");
    private static final ViewSpec SPEC =
            new ViewSpec("files", Perspective.ACCOUNTING, 30, Texts.text("view.files"), Permission.IMPORT_READ);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        if (call.opened().filter(id -> id.matches("\\d{1,18}")).isPresent()) {
            opened(page, call.opened().get());
        } else {
            list(page);
        }
    }

    private static void list(Page page) {
        List<String> words = new ArrayList<>(List.of("import", "files"));
        Optional<String> only = page.call().parameter(IMPORT);
        only.ifPresent(name -> {
            words.add("--import=" + name);
            page.html().open("p").text(page.text("files.of", name) + " ");
            page.html()
                    .element("a", page.text("files.all"), "href", page.call().link(Map.of()))
                    .close();
        });
        Reading.page(page.html(), page.call(), words, table -> worded(table, COLUMNS, "state"), Rows.OPEN);
    }

    /** Some columns of a table, one of them in words. */
    private static Table worded(Table table, List<String> columns, String code) {
        Table some = Reading.some(table, columns);
        List<String> names = some.columns().stream().map(Column::name).toList();
        int index = names.indexOf(code);
        if (index < 0) {
            return some;
        }
        Table.Builder worded = Table.under(some.columns().stream()
                .map(column -> column.name().equals(code) ? Column.message(code) : column)
                .toList());
        for (List<Object> row : some.rows()) {
            Object[] cells = row.toArray();
            cells[index] = Texts.text(code + "." + String.valueOf(cells[index]).toLowerCase(Locale.ROOT));
            worded.row(cells);
        }
        return worded.build();
    }

    private static void opened(Page page, String id) {
        ViewCall call = page.call();
        Html html = page.html();
        CommandResult answer = call.ask("import", "file", "--", id);
        Facts file = Facts.of(answer);
        html.open("p")
                .element("a", page.text("files.all"), "href", call.link(Map.of()))
                .close();
        html.element("h2", file.text("file"));
        boolean bad = List.of("rejected", "held").contains(file.text("result"));
        page.card(bad ? "warning" : "", page.text("result." + file.text("result")));
        problems(page, file);
        Reading.whole(html, call, CommandResult.of(answer.text().orElse("")), "");
        html.open("p")
                .element(
                        "a",
                        page.text("files.definition", file.text("import")),
                        "href",
                        call.link("imports", Map.of(ViewCall.OPEN, file.text("import"))))
                .close();
        statements(page, id);
        undo(page, file, id);
        requeue(page, file, id);
    }

    private static void problems(Page page, Facts file) {
        if (!file.list("issues").isEmpty()) {
            page.title("files.problems");
            FileRows.problems(page, file.list("issues"));
        }
    }

    private static void statements(Page page, String id) {
        if (!page.call().caller().may(Permission.BOOKS_READ)) {
            return;
        }
        page.call()
                .ask("record", "list", "--limit=50", "--where=file_id=" + id, "--", "statement")
                .table()
                .filter(table -> !table.rows().isEmpty())
                .ifPresent(table -> {
                    page.title("files.statements");
                    Reading.plain(page.html(), page.call(), worded(table, OF_STATEMENT, "verdict"));
                });
    }

    private static void undo(Page page, Facts file, String id) {
        boolean stands = List.of("imported", "duplicate").contains(file.text("result"))
                && file.text("undone_at").isEmpty();
        if (!stands || !page.call().caller().may(Permission.IMPORT_UNDO)) {
            return;
        }
        Html html = page.html();
        page.title("files.undo");
        page.paragraph("files.undo.what");
        if (page.call().parameter(FORESEE).isPresent()) {
            foreseen(page, result -> undone(page, result), undoing(page, id));
        } else {
            html.open("p");
            page.linkButton("files.undo.foresee", Map.of(ViewCall.OPEN, id, FORESEE, "undo"));
            html.close();
        }
        html.open("p").open("label").text(page.text("files.undo.reason") + " ");
        html.open("input", "type", "text", "form", UNDO, "name", ViewCall.OPTION + "reason", "required", "");
        html.close().close();
        page.call()
                .form(html, UNDO, Map.of("FILE", id), List.of(FormAct.of("import undo", Texts.text("files.undo.do"))));
    }

    private static void undone(Page page, CommandResult result) {
        Reading.told(page.html(), result, page.locale());
        result.table().filter(table -> !table.rows().isEmpty()).ifPresent(table -> page.call()
                .list(page.html(), table, Rows.READ));
    }

    private static String[] undoing(Page page, String id) {
        return new String[] {"import", "undo", "--dry-run", "--reason=" + page.text("files.undo.foresee"), "--", id};
    }

    /** A file that lies in the archive and of which nothing stands. */
    private static void requeue(Page page, Facts file, String id) {
        boolean mayBe = !file.text("archived_as").isEmpty()
                && (!file.text("result").equals("imported")
                        || !file.text("undone_at").isEmpty());
        if (!mayBe || !page.call().caller().may(Permission.IMPORT_RUN)) {
            return;
        }
        page.title("files.requeue");
        foreseen(
                page,
                result -> {
                    Reading.told(page.html(), result, page.locale());
                    page.html().open("div", "class", "acts");
                    page.call()
                            .button(page.html(), "import requeue", Map.of("FILE", id), Texts.text("files.requeue.do"));
                    page.html().close();
                },
                "import",
                "requeue",
                "--dry-run",
                "--",
                id);
    }

    /** Shows what a dry run tells, or why it refuses. */
    private static void foreseen(Page page, Consumer<CommandResult> shown, String... words) {
        CommandResult result;
        try {
            result = page.call().ask(words);
        } catch (TickmarkException e) {
            Notices.cards(page.html(), List.of(e.problem()), page.locale());
            return;
        }
        shown.accept(result);
    }
}
