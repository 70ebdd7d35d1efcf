package org.tickmark.web.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.work.PatternForm.Choice;

/**
 * Which events a trigger is about, as its text and beside that the fields of one more comparison. What is chosen there is added to the text, which comes back
 * longer and can be changed as it stands.
 */
final class ConditionFields {
    private static final String NAME = "when";
    /** The field that holds the text. */
    static final String OPTION = CommandWords.OPTION + NAME;

    private static final String PART = OPTION + ".";
    private static final String FIELDS = "f-when-fields";
    private static final String AND = "and";
    private static final List<String> JOINTS = List.of(AND, "or");
    private static final Map<String, String> SIGNS =
            Map.of("equal", "=", "different", "!=", "less", "<", "at-most", "<=", "more", ">", "at-least", ">=");
    private static final List<String> OPERATORS =
            List.of("equal", "different", "less", "at-most", "more", "at-least", "contains", "begins", "ends");

    private ConditionFields() {}

    /** Whether an option is given by these fields. */
    static boolean isFor(CommandSpec spec, Option option) {
        return spec.scope().equals("trigger") && option.name().equals(NAME);
    }

    /** The form with what was chosen added to the text. */
    static Parameters joined(Parameters form) {
        Optional<String> field = form.first(PART + "field").map(String::strip).filter(given -> !given.isEmpty());
        return field.map(chosen ->
                        form.with(PART + "field", "").with(PART + "value", "").with(OPTION, joined(form, chosen)))
                .orElse(form);
    }

    private static String joined(Parameters form, String field) {
        String operator = form.first(PART + "operator").orElse("equal");
        String comparison = field + " " + SIGNS.getOrDefault(operator, operator) + " "
                + quoted(form.first(PART + "value").orElse(""));
        String text = form.first(OPTION).orElse("").strip();
        if (text.isEmpty() || text.equals("always")) {
            return comparison;
        }
        String joint = form.first(PART + "joint").orElse(AND);
        boolean isLoose = joint.equals(AND) && text.matches("(?is).*\\bor\\b.*");
        return (isLoose ? "(" + text + ")" : text) + " " + joint + " " + comparison;
    }

    /** A value that is not one word stands in quotes. */
    private static String quoted(String value) {
        if (value.matches("[^\\s()=<>!\"']+")) {
            return value;
        }
        return value.contains("\"") ? "'" + value + "'" : '"' + value + '"';
    }

    /**
     * Writes the fields.
     *
     * @param text what stands or was typed
     * @param known the fields of the event
     */
    static void write(Html html, Visit visit, String text, Suggestions known, String label, String help) {
        PatternForm form = new PatternForm(html, Parameters.NONE, visit, OPTION, NAME);
        html.open("fieldset", "class", "repeat").element("legend", label);
        html.open("input", "type", "text", "class", "wide", "name", OPTION, "value", text, "aria-label", label);
        html.open("div", "class", "way");
        form.select("joint", form.text("joint"), choices(JOINTS, form));
        form.typed("field", known.list(html, OPTION, FIELDS) ? FIELDS : null);
        form.select("operator", form.text("operator"), choices(OPERATORS, form));
        form.typed("value", null);
        html.element("button", form.text("add"), "name", CommandForms.IN_ITS_FORM, "value", "on", "formnovalidate", "");
        html.close().element("small", help).close();
    }

    private static Stream<Choice> choices(List<String> ids, PatternForm form) {
        return ids.stream().map(id -> new Choice(id, form.text("is." + id)));
    }
}
