package org.tickmark.web.screens.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.api.record.Table;
import org.tickmark.kit.json.JsonTexts;
import org.tickmark.web.screens.Facts;

/**
 * The rules of a group as somebody is changing them. Each page keeps it as the text that commands take: JSON, which is YAML as well, with a rule a line.
 *
 * @param rules in the order to be applied
 */
record RuleDraft(List<Entry> rules) {
    /** More rules are not changed here: a page could not hold them. */
    static final int MOST = 100;

    private static final String BEGIN = "{\"rules\":[";
    private static final String END = "]}";
    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String STATE = "state";

    RuleDraft {
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param parameters what it sets of what its kind lets it set
     */
    record Entry(String name, String kind, String state, Map<String, String> parameters) {
        Entry {
            parameters = new TreeMap<>(parameters);
        }

        private String line() {
            Map<String, String> texts = new TreeMap<>(parameters);
            texts.put(NAME, name);
            texts.put(KIND, kind);
            texts.put(STATE, state);
            return JsonTexts.write(texts);
        }

        private static Optional<Entry> read(String line) {
            try {
                Map<String, String> texts = new TreeMap<>(JsonTexts.read(line));
                String name = texts.remove(NAME);
                String kind = texts.remove(KIND);
                String state = texts.remove(STATE);
                return name == null || kind == null || state == null
                        ? Optional.empty()
                        : Optional.of(new Entry(name, kind, state, texts));
            } catch (IllegalArgumentException noRule) {
                return Optional.empty();
            }
        }
    }

    /** The rules that {@code rec rules} lists. */
    static RuleDraft of(Table rules) {
        return new RuleDraft(Facts.rows(rules).stream()
                .limit(MOST)
                .map(rule -> new Entry(
                        rule.text(NAME), rule.text(KIND), rule.text(STATE), parameters(rule.texts("parameters"))))
                .toList());
    }

    private static Map<String, String> parameters(List<String> given) {
        Map<String, String> parameters = new LinkedHashMap<>();
        given.forEach(parameter -> {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, Math.max(0, equals)), parameter.substring(equals + 1));
        });
        return parameters;
    }

    /** What such a text says; a line that is no rule is left out. */
    static RuleDraft read(String text) {
        return new RuleDraft(text.lines()
                .map(line -> line.strip().replaceFirst(",$", ""))
                .filter(line -> !line.equals(BEGIN) && !line.equals(END))
                .limit(MOST)
                .flatMap(line -> Entry.read(line).stream())
                .toList());
    }

    /** The text. */
    String text() {
        return rules.stream().map(Entry::line).collect(Collectors.joining(",\n", BEGIN + "\n", "\n" + END));
    }

    boolean has(int at) {
        return at >= 0 && at < rules.size();
    }

    /** With a rule in another place; the same if there is no such place. */
    RuleDraft moved(int from, int to) {
        if (!has(from) || !has(to)) {
            return this;
        }
        List<Entry> others = new ArrayList<>(rules);
        others.add(to, others.remove(from));
        return new RuleDraft(others);
    }

    RuleDraft without(int at) {
        List<Entry> others = new ArrayList<>(rules);
        if (has(at)) {
            others.remove(at);
        }
        return new RuleDraft(others);
    }

    /** With this rule in the place of another, or behind all. */
    RuleDraft with(int at, Entry rule) {
        List<Entry> others = new ArrayList<>(rules);
        if (has(at)) {
            others.set(at, rule);
        } else if (others.size() < MOST) {
            others.add(rule);
        }
        return new RuleDraft(others);
    }

    /** A name that no rule has yet, after a kind. */
    String freeName(String kind) {
        List<String> taken = rules.stream().map(Entry::name).toList();
        String name = kind;
        for (int number = 2; taken.contains(name); number++) {
            name = kind + "-" + number;
        }
        return name;
    }
}
