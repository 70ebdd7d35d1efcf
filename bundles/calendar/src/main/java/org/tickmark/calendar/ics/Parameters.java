package org.tickmark.calendar.ics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameters of a line, by name in capitals, in order, each with its values as they are meant.
 *
 * <p>Source: RFC 5545 section 3.2, RFC 6868.
 */
final class Parameters {
    private Parameters() {}

    /** Reads what stands between name and value: {@code ;TZID=Europe/Oslo;MEMBER="mailto:a@example.org","mailto:b@example.org"}. */
    static Map<String, List<String>> read(String text) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String one : parts(text, ';')) {
            if (!one.isBlank()) {
                int equals = one.indexOf('=');
                String name =
                        (equals < 0 ? one : one.substring(0, equals)).strip().toUpperCase(Locale.ROOT);
                List<String> values = parameters.computeIfAbsent(name, any -> new ArrayList<>());
                parts(equals < 0 ? "" : one.substring(equals + 1), ',').forEach(value -> values.add(meant(value)));
            }
        }
        return parameters;
    }

    /** Parts of a text, at each such character outside quotation marks. */
    private static List<String> parts(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == at && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String meant(String value) {
        String bare = value.replace("\"", "");
        StringBuilder meant = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            char next = i + 1 < bare.length() ? bare.charAt(i + 1) : ' ';
            boolean isEscape = bare.charAt(i) == '^' && "n^'".indexOf(next) >= 0;
            if (isEscape) {
                meant.append(next == 'n' ? '\n' : next == '^' ? '^' : '"');
                i++;
            } else {
                meant.append(bare.charAt(i));
            }
        }
        return meant.toString();
    }

    /** Writes what {@link #read} reads. */
    static String write(Map<String, List<String>> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, values) -> text.append(';')
                .append(name)
                .append('=')
                .append(values.stream().map(Parameters::written).collect(Collectors.joining(","))));
        return text.toString();
    }

    private static String written(String value) {
        String escaped = value.replace("^", "^^")
                .replace("\r\n", "^n")
                .replace("\n", "^n")
                .replace("\r", "^n")
                .replace("\"", "^'");
        boolean quotes = escaped.chars().anyMatch(c -> c == ',' || c == ';' || c == ':');
        return quotes ? '"' + escaped + '"' : escaped;
    }
}
