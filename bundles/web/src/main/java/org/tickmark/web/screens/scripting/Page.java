package org.tickmark.web.screens.scripting;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Reading;

/**
 * What the screens of this package write alike: titles, fields, buttons with their keys.
 *
 * @param call who looks
 * @param html what is written to
 */
record Page(ViewCall call, Html html) {
    private static final int MOST_ROWS = 100;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    Locale locale() {
        return call.caller().locale();
    }

    String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale());
    }

    /** A moment that is written as programs read it, as the clocks of the caller show it. */
    String moment(String instant) {
        return SECOND.format(Instant.parse(instant).atZone(call.zone())) + " "
                + call.zone().getId();
    }

    /** A title of a part. */
    void title(String id, Object... arguments) {
        html.element("h2", text(id, arguments));
    }

    /** A link within this view. */
    void link(String words, Map<String, String> parameters, String... attributes) {
        String[] all = new String[attributes.length + 2];
        all[0] = "href";
        all[1] = call.link(parameters);
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        html.element("a", words, all);
    }

    /**
     * A field of one line.
     *
     * @param form the form that it belongs to
     * @param type as HTML has it, such as {@code number}
     */
    void field(String form, String name, String type, String label, String value) {
        html.open("label").text(label + " ");
        html.open("input", "type", type, "form", form, "name", name, "value", value, "autocomplete", "off");
        html.close().text(" ");
    }

    /** A field of several lines. */
    void lines(String form, String name, String label, List<String> values) {
        html.open("p").open("label").text(label + " ");
        html.open("textarea", "form", form, "name", name, "rows", "2", "cols", "32", "spellcheck", "false")
                .text(String.join("\n", values))
                .close();
        html.close().close();
    }

    /** A box to tick. */
    void tick(String form, String name, String label) {
        html.open("label");
        html.open("input", "type", "checkbox", "form", form, "name", name, "value", "true");
        html.text(" " + label).close().text(" ");
    }

    /** What a form gives, and nobody types. */
    void hidden(String form, String name, String value) {
        html.open("input", "type", "hidden", "form", form, "name", name, "value", value);
    }

    /** A button that gives a command, and that a key presses. */
    void button(String key, String command, Map<String, String> given, Message label) {
        html.open("span", "data-key", key);
        call.button(html, command, given, label);
        html.close();
    }

    /** The first rows of an answer, to be read. */
    void first(Table table) {
        List<List<Object>> rows = table.rows();
        Reading.plain(html, call, new Table(table.columns(), rows.subList(0, Math.min(MOST_ROWS, rows.size()))));
    }

    /** What to say where there is nothing. */
    void empty(String id) {
        html.element("p", text(id), "class", "empty");
    }
}
