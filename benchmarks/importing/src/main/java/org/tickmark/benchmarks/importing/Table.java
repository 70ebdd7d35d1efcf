package org.tickmark.benchmarks.importing;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tickmark.benchmarks.kit.Figures;

/** A table in Markdown: a row for each thing measured, with the median of its repetitions. */
final class Table {
    private static final int LARGE = 100;

    private final String head;
    private final Map<String, List<Figures>> rows = new LinkedHashMap<>();

    /** @param head title of the first column */
    Table(String head) {
        this.head = head;
    }

    void add(String row, Figures figures) {
        rows.computeIfAbsent(row, key -> new ArrayList<>()).add(figures);
    }

    void print(PrintStream out) {
        Set<String> columns = new LinkedHashSet<>();
        rows.values()
                .forEach(all ->
                        all.forEach(figures -> columns.addAll(figures.values().keySet())));
        out.println("| " + head + " | " + String.join(" | ", columns) + " |");
        out.println("|---|" + "---:|".repeat(columns.size()));
        rows.forEach((title, all) -> out.println(row(title, all, columns)));
    }

    private static String row(String title, List<Figures> all, Set<String> columns) {
        for (Figures figures : all) {
            if (!figures.refusal().isEmpty()) {
                return "| " + title + " | no figure: " + figures.refusal() + " |";
            }
        }
        List<String> cells = new ArrayList<>(List.of(title));
        for (String column : columns) {
            List<Double> values = all.stream()
                    .map(figures -> figures.values().getOrDefault(column, Double.NaN))
                    .sorted()
                    .toList();
            cells.add(number(values.get(values.size() / 2)));
        }
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value >= LARGE || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%.1f", value);
    }
}
