package org.tickmark.web.work;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;

/**
 * Fields that together give the value of one option: a pattern is chosen, and the style sheet shows what belongs to it.
 *
 * @param option the name of the option's own field, for what is typed; those of the others begin with it
 * @param texts what the ids of texts begin with
 */
record PatternForm(Html html, Parameters given, Visit visit, String option, String texts) {
    /** The field by which a pattern is chosen. */
    static final String PATTERN = "pattern";

    /** The pattern of what has none, and is typed. */
    static final String CUSTOM = "custom";

    private static final String SLOT = "#";

    /** A choice of a list. */
    record Choice(String word, String label) {}

    /** Two letters, RFC 5545 section 3.3.10. */
    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    String text(String id, Object... arguments) {
        return visit.text(texts + "." + id, arguments);
    }

    /** What was given in a field. */
    String value(String name, String usual) {
        return given.first(name(name)).orElse(usual);
    }

    private String name(String part) {
        return option + "." + part;
    }

    /** The fields of a pattern, to be closed. */
    void open(String pattern) {
        html.open("div", "class", "part for-" + pattern);
    }

    /** The patterns to choose from. */
    void patterns(List<String> patterns, String chosen) {
        patterns.forEach(pattern -> radio(PATTERN, pattern, text("pattern." + pattern), chosen));
    }

    void radio(String name, String word, String label, String chosen) {
        choice("radio", name, word, label, word.equals(chosen));
    }

    void tick(String name, String word, String label) {
        choice("checkbox", name, word, label, given.all(name(name)).contains(word));
    }

    /** A box for each day of the week. */
    void weekdays(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            tick(name, code(day), day.getDisplayName(TextStyle.SHORT_STANDALONE, visit.locale()));
        }
    }

    private void choice(String type, String name, String word, String label, boolean isChosen) {
        html.open("label");
        html.open("input", "type", type, "name", name(name), "value", word, "checked", isChosen ? "" : null);
        html.text(" " + label).close().text(" ");
    }

    /** A number within a sentence. */
    void number(String name, String id, String usual, int least, int most) {
        String[] sentence = text(id, SLOT).split(SLOT, 2);
        html.open("label").text(sentence[0]);
        html.open(
                "input",
                "type",
                "number",
                "min",
                String.valueOf(least),
                "max",
                String.valueOf(most),
                "name",
                name(name),
                "value",
                value(name, usual));
        html.text(sentence[1]).close().text(" ");
    }

    /** A day or a time, as {@code type} says in the words of HTML. */
    void moment(String type, String name, String id, String usual) {
        html.open("label").text(text(id) + " ");
        html.open("input", "type", type, "name", name(name), "value", value(name, usual));
        html.close().text(" ");
    }

    void select(String name, String label, Stream<Choice> choices) {
        String chosen = value(name, "");
        html.open("select", "name", name(name), "aria-label", label);
        choices.forEach(choice -> html.element(
                "option",
                choice.label(),
                "value",
                choice.word(),
                "selected",
                choice.word().equals(chosen) ? "" : null));
        html.close().text(" ");
    }

    /**
     * A word that is typed.
     *
     * @param list the id of what is suggested; null for nothing
     */
    void typed(String name, String list) {
        String label = text(name);
        html.open(
                "input",
                "type",
                "text",
                "name",
                name(name),
                "value",
                value(name, ""),
                "aria-label",
                label,
                "placeholder",
                label,
                "list",
                list);
        html.text(" ");
    }

    /** What is typed where there is no pattern, and what may be. */
    void typed(String help) {
        String id = "f-" + option.replace('.', '-');
        open(CUSTOM);
        html.open(
                "input",
                "type",
                "text",
                "id",
                id,
                "name",
                option,
                "value",
                given.first(option).orElse(""));
        html.text(" ");
        html.element("label", help, "for", id).close();
    }

    /** The pattern that is chosen: what is typed has one too. */
    String chosen() {
        return value(PATTERN, given.first(option).isPresent() ? CUSTOM : "");
    }
}
