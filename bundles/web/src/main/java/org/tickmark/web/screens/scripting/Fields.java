package org.tickmark.web.screens.scripting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** What the screens of this package write beside what all do: titles of their own, fields, buttons with their keys. */
final class Fields {
    private static final int MOST_ROWS = 100;

    private Fields() {}

    /** A moment that is written as programs read it, to the second. */
    static String moment(Page page, String instant) {
        return page.moment(Instant.parse(instant), "yyyy-MM-dd HH:mm:ss") + " "
                + page.call().zone().getId();
    }

    /** A title of a part, where nothing is opened. */
    static void title(Page page, String id, Object... arguments) {
        page.html().element("h2", page.text(id, arguments));
    }

    /**
     * A field of one line.
     *
     * @param form the form that it belongs to
     * @param type as HTML has it, such as {@code number}
     */
    static void field(Page page, String form, String name, String type, String label, String value) {
        page.html().open("label").text(label + " ");
        page.html().open("input", "type", type, "form", form, "name", name, "value", value, "autocomplete", "off");
        page.html().close().text(" ");
    }

    /** A field of several lines. */
    static void lines(Page page, String form, String name, String label, List<String> values) {
        page.html().open("p").open("label").text(label + " ");
        page.html()
                .open("textarea", "form", form, "name", name, "rows", "2", "cols", "32", "spellcheck", "false")
                .text(String.join("\n", values))
                .close();
        page.html().close().close();
    }

    /** A box to tick. */
    static void tick(Page page, String form, String name, String label) {
        page.html().open("label");
        page.html().open("input", "type", "checkbox", "form", form, "name", name, "value", "true");
        page.html().text(" " + label).close().text(" ");
    }

    /** What a form gives, and nobody types. */
    static void hidden(Page page, String form, String name, String value) {
        page.html().open("input", "type", "hidden", "form", form, "name", name, "value", value);
    }

    /** A button that gives a command, and that a key presses. */
    static void button(Page page, String key, String command, Map<String, String> given, Message label) {
        page.html().open("span", "data-key", key);
        page.call().button(page.html(), command, given, label);
        page.html().close();
    }

    /** The first rows of an answer, to be read. */
    static void first(Page page, Table table) {
        List<List<Object>> rows = table.rows();
        Reading.plain(
                page.html(),
                page.call(),
                new Table(table.columns(), rows.subList(0, Math.min(MOST_ROWS, rows.size()))));
    }
}
