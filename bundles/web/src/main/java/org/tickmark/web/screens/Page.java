package org.tickmark.web.screens;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;

/**
 * What screens write alike, each in the words of its package.
 *
 * @param call who looks
 * @param html what is written to
 * @param words the texts of the package
 */
public record Page(ViewCall call, Html html, MessageCatalog words) {
    /** The language of who looks. */
    public Locale locale() {
        return call.caller().locale();
    }

    /** A text in the language of who looks. */
    public String text(String id, Object... arguments) {
        return message(id, arguments).text(locale());
    }

    private Message message(String id, Object... arguments) {
        return words.message(id, arguments);
    }

    /** A moment by the clocks of who looks, with the day of the week and the zone. */
    public String moment(Instant at) {
        return moment(at, "EEE d MMM yyyy HH:mm") + " " + call.zone().getId();
    }

    /** A moment by the clocks of who looks, as a pattern says. */
    public String moment(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(call.zone()));
    }

    /** The title of a part, below that of what is shown. */
    public void title(String id, Object... arguments) {
        html.element("h3", text(id, arguments));
    }

    /** A paragraph. */
    public void paragraph(String id, Object... arguments) {
        html.element("p", text(id, arguments));
    }

    /** What to say where there is nothing. */
    public void empty(String id, Object... arguments) {
        html.element("p", text(id, arguments), "class", "empty");
    }

    /** Words that stand out, such as a {@code warning}. */
    public void card(String kind, String words) {
        html.open("div", "class", ("card " + kind).strip()).element("p", words).close();
    }

    /** A link within this view. */
    public void link(String words, Map<String, String> parameters, String... attributes) {
        String[] all = new String[attributes.length + 2];
        all[0] = "href";
        all[1] = call.link(parameters);
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        html.element("a", words, all);
    }

    /** A link within this view that looks like a button. */
    public void linkButton(String id, Map<String, String> parameters) {
        link(text(id), parameters, "class", "button");
    }

    /** A button that gives a command. */
    public void button(String command, Map<String, String> given, String label) {
        call.button(html, command, given, message(label));
    }
}
