package org.tickmark.web.screens.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.Cut;
import org.tickmark.web.screens.Page;
import org.tickmark.web.work.Notices;

/** The tasks: when each runs, in words, and how it went; above them what comes within a day. One that is opened has a page of its own. */
public final class TasksScreen implements WorkbenchView {
    /** Parameter: which tasks. */
    private static final String ONLY = "only";

    /** Parameter: whether the next day is shown where there are more tasks than a page holds, which takes its time. */
    private static final String LOAD = "load";

    private static final String NEXT = "next";
    private static final Map<String, String> CHOICES = choices();
    private static final ViewSpec SPEC =
            new ViewSpec("tasks", Perspective.OPERATIONS, 10, Texts.text("view.tasks"), Permission.TASK_READ);

    /** What the command is given for each choice of tasks. */
    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("all", "");
        choices.put("failing", "--state=failing");
        choices.put("late", "--state=late");
        choices.put("never", "--last=never");
        choices.put("off", "--state=off");
        return choices;
    }

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        Optional<String> opened = call.opened();
        if (opened.isPresent()) {
            new TaskPage(page, opened.get()).write();
        } else {
            list(page);
        }
    }

    private static void list(Page page) {
        ViewCall call = page.call();
        Html html = page.html();
        html.open("div", "class", "acts");
        page.button("task add", Map.of(), "act.add");
        page.button("task hold", Map.of(), "act.hold");
        html.close();
        String only = call.parameter(ONLY).filter(CHOICES::containsKey).orElse("all");
        CommandResult result = call.ask(words(call, only));
        Notices.cards(html, result.problems(), page.locale());
        Cut cut = Cut.of(result);
        load(page, cut.next().isEmpty() && call.parameter(ViewCall.AFTER).isEmpty(), only);
        choices(page, only);
        call.page(html, dated(page, cut.page()), Rows.OPEN, cut.next());
    }

    /** The same with the day of the week and the zone of each next time: who takes a Saturday for a Friday finds nothing done. */
    private static Table dated(Page page, Table tasks) {
        Table.Builder dated = Table.under(tasks.columns().stream()
                .map(column -> column.name().equals(NEXT) ? Column.text(NEXT) : column)
                .toList());
        int next = tasks.columns().stream().map(Column::name).toList().indexOf(NEXT);
        for (List<Object> row : tasks.rows()) {
            Object[] cells = row.toArray();
            if (next >= 0 && cells[next] instanceof Instant at) {
                cells[next] = page.moment(at);
            }
            dated.row(cells);
        }
        return dated.build();
    }

    private static String[] words(ViewCall call, String only) {
        List<String> words = new ArrayList<>(List.of("task", "list"));
        words.addAll(Cut.asking(call));
        if (!CHOICES.get(only).isEmpty()) {
            words.add(CHOICES.get(only));
        }
        return words.toArray(String[]::new);
    }

    /** The next day: at once where there are few tasks, else when somebody asks. */
    private static void load(Page page, boolean few, String only) {
        if (few || page.call().parameter(LOAD).isPresent()) {
            LoadStrip.write(page, page.call().ask("task", "outlook", "--hours=24", "--bars"));
        } else {
            Map<String, String> shown = Map.of(ONLY, only, LOAD, "yes");
            page.html()
                    .open("p")
                    .element("a", page.text("load.show"), "href", page.call().link(shown))
                    .close();
        }
    }

    private static void choices(Page page, String only) {
        page.html().open("nav", "class", "acts", "aria-label", page.text("only"));
        CHOICES.keySet().forEach(choice -> page.html()
                .element(
                        "a",
                        page.text("only." + choice),
                        "class",
                        "button",
                        "href",
                        page.call().link(choice.equals("all") ? Map.of() : Map.of(ONLY, choice)),
                        "aria-current",
                        choice.equals(only) ? "true" : null));
        page.html().close();
    }
}
