package org.tickmark.web.screens.imports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;

/**
 * What the screens of this package write alike.
 *
 * @param call who looks
 * @param html what is written to
 */
record Page(ViewCall call, Html html) {
    Locale locale() {
        return call.caller().locale();
    }

    String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale());
    }

    /** A moment as the clocks of the caller show it, with the day of the week. */
    String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", locale()).format(instant.atZone(call.zone())) + " "
                + call.zone().getId();
    }

    void title(String id, Object... arguments) {
        html.element("h3", text(id, arguments));
    }

    void paragraph(String id, Object... arguments) {
        html.element("p", text(id, arguments));
    }

    /** What to say where there is nothing. */
    void empty(String id, Object... arguments) {
        html.element("p", text(id, arguments), "class", "empty");
    }

    void card(String kind, String words) {
        html.open("div", "class", ("card " + kind).strip()).element("p", words).close();
    }

    /** A link within this view that looks like a button. */
    void link(String id, Map<String, String> parameters) {
        html.element("a", text(id), "class", "button", "href", call.link(parameters));
    }

    /** The rows of an answer, by column. */
    static List<Facts> rows(Table table) {
        List<Facts> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            Map<String, Object> members = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                members.put(table.columns().get(i).name(), row.get(i));
            }
            rows.add(new Facts(members));
        });
        return rows;
    }

    /** What is wrong with a file, each with where it is, what was found and expected, and what to do. */
    void problems(List<Facts> problems) {
        html.open("ol", "class", "problems");
        problems.forEach(this::problem);
        html.close();
    }

    private void problem(Facts problem) {
        html.open("li").element("strong", problem.text("what"));
        html.open("dl");
        for (String part : List.of("where", "found", "expected", "advice", "code")) {
            if (!problem.text(part).isEmpty()) {
                html.element("dt", text("problem." + part)).element("dd", problem.text(part));
            }
        }
        html.close().close();
    }
}
