package org.tickmark.web.work;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.screens.Facts;

/**
 * What a browser suggests for the fields of a form; anything else may be typed as well.
 *
 * @param byField each value with what it means, by name of the field
 */
record Suggestions(Map<String, Map<String, String>> byField) {
    private static final String TOPIC = "topic";
    private static final int MOST = 200;

    /**
     * Those for a form: what there is of what a field names, what tasks can do, and for a trigger what may happen and what is known of that which is waited for.
     *
     * @param given what was given so far
     */
    static Suggestions of(CommandSource source, CommandSpec spec, Parameters given, Visit visit) {
        Map<String, Map<String, String>> byField = new HashMap<>();
        Suggestions suggestions = new Suggestions(byField);
        spec.arguments().stream()
                .filter(argument -> !CommandWords.takesSeveral(argument))
                .forEach(argument ->
                        byField.put(CommandWords.ARGUMENT + argument.name(), known(source, argument.kind(), visit)));
        spec.options().stream()
                .filter(option -> !option.repeatable())
                .forEach(option ->
                        byField.put(CommandWords.OPTION + option.name(), known(source, option.kind(), visit)));
        if (spec.scope().equals("task")) {
            byField.put(CommandWords.OPTION + "executor", told(source, visit, "task", "executors"));
        }
        if (spec.scope().equals("trigger") && List.of("add", "edit").contains(spec.verb())) {
            suggestions.addEvents(source, given, visit);
        }
        return suggestions;
    }

    /** The records that a field may name, as far as people know them by name. */
    private static Map<String, String> known(CommandSource source, ValueKind kind, Visit visit) {
        return kind.type() == ValueKind.Type.RECORD
                ? told(
                        source,
                        visit,
                        "record",
                        "list",
                        "--limit=" + MOST,
                        "--",
                        kind.words().get(0))
                : Map.of();
    }

    /** The first column of what a command lists, if that holds names, with what it says of each. */
    private static Map<String, String> told(CommandSource source, Visit visit, String... words) {
        Map<String, String> told = new LinkedHashMap<>();
        source.ask(visit.caller(), List.of(words))
                .table()
                .filter(table -> table.columns().get(0).type() == Column.Type.TEXT)
                .ifPresent(table -> Facts.rows(table)
                        .forEach(row -> told.put(
                                row.text(table.columns().get(0).name()), row.said("summary", visit.locale()))));
        return told;
    }

    private void addEvents(CommandSource source, Parameters given, Visit visit) {
        Map<String, String> fields = new LinkedHashMap<>();
        byField.put(ConditionFields.OPTION, fields);
        String topic = Stream.of("before", "after")
                .flatMap(phase -> given.first(CommandWords.OPTION + phase).stream())
                .findFirst()
                .or(() -> given.first(CommandWords.ARGUMENT + "NAME")
                        .map(name -> Facts.of(source.ask(visit.caller(), List.of("trigger", "show", "--", name)))
                                .text(TOPIC)))
                .orElse("");
        List.of("before", "after").forEach(phase -> byField.put(CommandWords.OPTION + phase, new LinkedHashMap<>()));
        source.ask(visit.caller(), List.of("trigger", "events"))
                .table()
                .map(Facts::rows)
                .orElse(List.of())
                .forEach(kind -> {
                    String told = kind.text(TOPIC);
                    byField.get(CommandWords.OPTION + kind.text("phase"))
                            .put(told, kind.said("summary", visit.locale()));
                    if (told.equals(topic)
                            || (topic.endsWith("*") && told.startsWith(topic.substring(0, topic.length() - 1)))) {
                        kind.texts("fields").forEach(field -> {
                            String[] sample = field.split("\\*?=", 2);
                            fields.put(sample[0], sample[1]);
                        });
                    }
                });
    }

    /**
     * Writes those for a field, if there are any.
     *
     * @param id by which the field names them
     * @return whether there are any
     */
    boolean list(Html html, String field, String id) {
        Map<String, String> values = byField.getOrDefault(field, Map.of());
        if (!values.isEmpty()) {
            html.open("datalist", "id", id);
            values.forEach((value, meaning) -> html.element("option", meaning, "value", value));
            html.close();
        }
        return !values.isEmpty();
    }
}
