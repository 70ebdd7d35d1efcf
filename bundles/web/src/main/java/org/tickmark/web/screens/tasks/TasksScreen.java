package org.tickmark.web.screens.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.tickmark.web.work.Notices;

/** The tasks: when each runs, in words, and how it went; above them what comes within a day. One that is opened has a page of its own. */
public final class TasksScreen implements WorkbenchView {
    /** Parameter: which tasks. */
    private static final String ONLY = "only";

    /** Parameter: whether the next day is shown where there are more tasks than a page holds, which takes its time. */
    private static final String LOAD = "load";

    private static final int ROWS = 50;
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
        Page page = new Page(call, html);
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
        Table found = result.table().orElseGet(() -> Table.under(List.of()).build());
        boolean more = found.rows().size() > ROWS;
        load(page, !more && call.parameter(ViewCall.AFTER).isEmpty(), only);
        choices(page, only);
        Table rows = more ? new Table(found.columns(), found.rows().subList(0, ROWS)) : found;
        call.page(
                html,
                rows,
                Rows.OPEN,
                more ? Optional.of(String.valueOf(rows.rows().get(ROWS - 1).get(0))) : Optional.empty());
    }

    /** One row more than is shown tells whether there are more. */
    private static String[] words(ViewCall call, String only) {
        List<String> words = new ArrayList<>(List.of("task", "list", "--limit=" + (ROWS + 1)));
        if (!CHOICES.get(only).isEmpty()) {
            words.add(CHOICES.get(only));
        }
        call.parameter(ViewCall.AFTER).ifPresent(name -> words.add("--after=" + name));
        call.parameter(ViewCall.HOLDING).ifPresent(text -> words.add("--holding=" + text));
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
