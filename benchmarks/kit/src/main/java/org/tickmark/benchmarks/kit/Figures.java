package org.tickmark.benchmarks.kit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a measurement found; a child process writes it as a line for each.
 *
 * @param values by name, in the order of columns
 * @param refusal why there are none; empty if there are
 */
public record Figures(Map<String, Double> values, String refusal) {
    private static final String MARK = "figure\t";
    private static final String REFUSED = "refused";

    public Figures {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What was found. */
    public static Figures of(Map<String, Double> values) {
        return new Figures(values, "");
    }

    /** Nothing counts. */
    public static Figures refused(String why) {
        return new Figures(Map.of(), why);
    }

    /** The lines that {@link #read} understands. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        values.forEach((name, value) ->
                lines.append(MARK).append(name).append('\t').append(value).append('\n'));
        if (!refusal.isEmpty()) {
            lines.append(MARK).append(REFUSED).append('\t').append(refusal).append('\n');
        }
        return lines.toString();
    }

    /** Reads what a process wrote, between other lines; empty if there is nothing of the kind. */
    public static Optional<Figures> read(Iterable<String> lines) {
        Map<String, Double> values = new LinkedHashMap<>();
        String refusal = "";
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                String[] pair = line.substring(MARK.length()).split("\t", 2);
                if (pair[0].equals(REFUSED)) {
                    refusal = pair[1];
                } else {
                    values.put(pair[0], Double.valueOf(pair[1]));
                }
            }
        }
        return values.isEmpty() && refusal.isEmpty() ? Optional.empty() : Optional.of(new Figures(values, refusal));
    }
}
