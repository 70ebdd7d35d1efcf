package org.tickmark.web.screens.scripting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
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

/** What triggers may wait for; of an event that is opened a sample, and a button for a trigger that waits for it. */
public final class EventsScreen implements WorkbenchView {
    private static final List<String> COLUMNS = List.of("topic", "phase", "summary", "subject");
    private static final ViewSpec SPEC =
            new ViewSpec("events", Perspective.SCRIPTING, 6, Texts.text("view.events"), Permission.SCRIPT_READ);

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Table events = call.ask("trigger", "events").table().orElseGet(() -> Table.under(List.of())
                .build());
        Optional<List<Object>> opened = call.opened().flatMap(topic -> events.rows().stream()
                .filter(row -> topic.equals(row.get(0)))
                .findFirst());
        opened.ifPresent(row -> event(Texts.page(call, html), events, row));
        call.list(html, Reading.some(events, COLUMNS), Rows.OPEN);
    }

    private static void event(Page page, Table events, List<Object> row) {
        String topic = String.valueOf(row.get(0));
        page.html().element("h2", topic);
        Reading.row(page.html(), page.call(), Reading.some(events, COLUMNS), topic);
        Fields.title(page, "event.sample");
        page.html().open("div", "class", "scroll").open("table").open("thead").open("tr");
        List.of("name", "value", "event.changeable")
                .forEach(column -> page.html().element("th", page.text(column), "scope", "col"));
        page.html().close().close().open("tbody");
        fields(events, row).forEach(field -> field(page, field));
        page.html().close().close().close();
        page.html().open("div", "class", "acts");
        page.call().button(page.html(), "trigger add", Map.of(phase(events, row), topic), Texts.text("act.trigger"));
        page.html().close();
    }

    /** Whether triggers wait before it or after, as the option of the command is called. */
    private static String phase(Table events, List<Object> row) {
        return Facts.rows(new Table(events.columns(), List.of(row))).get(0).text("phase");
    }

    private static List<String> fields(Table events, List<Object> row) {
        int column = events.columns().stream().map(each -> each.name()).toList().indexOf("fields");
        return column >= 0 && row.get(column) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** {@code name=value}, or {@code name*=value} where a script may change it. */
    private static void field(Page page, String field) {
        int equals = Math.max(0, field.indexOf('='));
        String name = field.substring(0, equals);
        boolean changeable = name.endsWith("*");
        page.html().open("tr");
        page.html().element("td", name.replace("*", "")).element("td", field.substring(equals + 1));
        page.html()
                .element("td", changeable ? page.text("event.changeable.yes") : "")
                .close();
    }
}
