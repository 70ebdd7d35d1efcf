package org.tickmark.web.screens.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.rules.RuleDraft.Entry;

/** One rule as fields: its name, when it is applied, and what its kind lets it set, each as its type says. */
final class RuleForm {
    static final List<String> STATES = List.of("automatic", "suggest", "unscheduled", "manual", "off");

    private static final String NAME = "rule.name";
    private static final String KIND = "rule.kind";
    private static final String STATE = "rule.state";
    private static final String SET = "set.";

    private final Page page;
    private final Html html;
    private final String form;

    /**
     * Fields.
     *
     * @param form the form that they belong to
     */
    RuleForm(Page page, String form) {
        this.page = page;
        this.html = page.html();
        this.form = form;
    }

    /**
     * The rule in the fields that came.
     *
     * @param before the rule as it was, of which what has no field stays
     */
    static Entry read(ViewCall call, Map<String, Facts> kinds, Optional<Entry> before) {
        String kind = call.parameter(KIND).orElse("");
        Map<String, String> set = new TreeMap<>();
        before.ifPresent(rule -> set.putAll(rule.parameters()));
        names(kind, kinds, set).forEach(name -> call.parameter(SET + name).ifPresent(value -> {
            if (value.isBlank()) {
                set.remove(name);
            } else {
                set.put(name, value.strip());
            }
        }));
        return new Entry(
                call.parameter(NAME).orElse("").strip(),
                kind,
                call.parameter(STATE).filter(STATES::contains).orElse(STATES.get(1)),
                set);
    }

    /** What a rule may set, or sets though its kind does not know it. */
    private static List<String> names(String kind, Map<String, Facts> kinds, Map<String, String> set) {
        List<String> known = parameters(kind, kinds).stream()
                .map(parameter -> parameter.text("name"))
                .toList();
        return Stream.concat(known.stream(), set.keySet().stream()).distinct().toList();
    }

    private static List<Facts> parameters(String kind, Map<String, Facts> kinds) {
        return kinds.containsKey(kind) ? kinds.get(kind).list("parameters") : List.of();
    }

    void write(Entry rule, Map<String, Facts> kinds) {
        html.open("input", "type", "hidden", "form", form, "name", KIND, "value", rule.kind());
        String summary = kinds.containsKey(rule.kind())
                ? kinds.get(rule.kind()).text("summary")
                : page.text("kind.away", rule.kind());
        html.element("p", rule.kind() + ": " + summary);
        field(
                NAME,
                page.text("name"),
                page.text("name.what"),
                () -> input(NAME, rule.name(), "required", "", "autofocus", ""));
        field(STATE, page.text("state"), page.text("state.what"), () -> state(rule.state()));
        List<Facts> parameters = parameters(rule.kind(), kinds);
        parameters.forEach(
                parameter -> parameter(parameter, rule.parameters().getOrDefault(parameter.text("name"), "")));
        List<String> known =
                parameters.stream().map(parameter -> parameter.text("name")).toList();
        rule.parameters().forEach((name, value) -> {
            if (!known.contains(name)) {
                field(SET + name, name, page.text("parameter.unknown"), () -> input(SET + name, value));
            }
        });
    }

    private void state(String chosen) {
        open("select", STATE);
        STATES.forEach(state -> option(state, page.text("state." + state), chosen));
        html.close();
    }

    private void parameter(Facts parameter, String value) {
        String field = SET + parameter.text("name");
        String usual = parameter.text("standard");
        String type = parameter.text("type");
        field(field, parameter.text("help"), limits(parameter), () -> {
            switch (type) {
                case "word" -> words(field, parameter, value);
                case "number", "amount" ->
                    input(
                            field,
                            value,
                            "type",
                            "number",
                            "min",
                            parameter.text("lowest"),
                            "max",
                            parameter.text("highest"),
                            "step",
                            type.equals("amount") ? "0.0001" : "1",
                            "placeholder",
                            usual);
                default ->
                    input(field, value, "maxlength", parameter.text("highest"), "placeholder", usual, "size", "40");
            }
        });
    }

    private String limits(Facts parameter) {
        String name = parameter.text("name");
        String usual = parameter.text("standard");
        if (List.of("number", "amount").contains(parameter.text("type"))) {
            return page.text("parameter.range", name, parameter.text("lowest"), parameter.text("highest"), usual);
        }
        return page.text(usual.isEmpty() ? "parameter.plain" : "parameter.usual", name, usual);
    }

    private void words(String field, Facts parameter, String value) {
        open("select", field);
        option("", page.text("parameter.as-usual", word(parameter.text("standard"))), value);
        parameter.texts("words").forEach(word -> option(word, word(word), value));
        html.close();
    }

    /** A word that files have, with what it means; the word itself where nobody has said what. */
    private String word(String word) {
        String id = "word." + word;
        String meaning = page.text(id);
        return meaning.equals(id) ? word : page.text("word", meaning, word);
    }

    private void option(String value, String label, String chosen) {
        html.element("option", label, "value", value, "selected", value.equals(chosen) ? "" : null);
    }

    private void field(String name, String label, String what, Runnable input) {
        html.open("p", "class", "field").element("label", label, "for", id(name));
        input.run();
        html.element("small", what, "id", id(name) + "-what").close();
    }

    private void open(String element, String name) {
        html.open(element, "id", id(name), "form", form, "name", name, "aria-describedby", id(name) + "-what");
    }

    private void input(String name, String value, String... more) {
        List<String> all = new ArrayList<>(List.of("id", id(name), "form", form, "name", name, "value", value));
        all.addAll(List.of("autocomplete", "off", "aria-describedby", id(name) + "-what"));
        all.addAll(List.of(more));
        html.open("input", all.toArray(String[]::new));
    }

    private static String id(String name) {
        return "f-" + name.replace('.', '-');
    }
}
