package org.tickmark.script.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values by name, each written {@code name=value}. */
public final class Pairs {
    private Pairs() {}

    /**
     * Reads pairs.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code script.parameter} if one is none
     */
    public static Map<String, String> read(List<String> pairs) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw Texts.problem("script.parameter", "pair")
                        .found(pair)
                        .expected("name=value")
                        .exception();
            }
            values.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return values;
    }

    /** Writes pairs one a line. */
    static String write(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Reads pairs that stand one a line or, in one line, between semicolons. */
    public static Map<String, String> read(String text) {
        String separator = text.strip().contains("\n") ? "\n" : ";";
        return read(Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .toList());
    }
}
