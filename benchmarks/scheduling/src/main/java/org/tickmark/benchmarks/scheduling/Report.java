package org.tickmark.benchmarks.scheduling;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tables in Markdown: the median of the repetitions with the least and the most, one table for each kind of store. */
final class Report {
    private final Workload workload;
    private final Map<Contender, List<Figures>> measured;

    Report(Workload workload, Map<Contender, List<Figures>> measured) {
        this.workload = workload;
        this.measured = measured;
    }

    void print(PrintStream out) {
        out.println("\n## " + workload + " " + workload.title());
        for (Database.Store store : Database.Store.values()) {
            List<Contender> rows = measured.keySet().stream()
                    .filter(row -> row.store() == store)
                    .toList();
            if (!rows.isEmpty()) {
                table(store, rows, out);
            }
        }
    }

    private void table(Database.Store store, List<Contender> rows, PrintStream out) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> measured.get(row)
                .forEach(figures -> columns.addAll(figures.values().keySet())));
        out.println("\n### " + store + "\n");
        out.println(
                "| engine | " + String.join(" | ", columns) + " | " + workload.headline() + ", ratio to the first |");
        out.println("|---|" + "---:|".repeat(columns.size() + 1));
        rows.forEach(row -> out.println(row(row, columns, rows.get(0))));
    }

    private String row(Contender contender, Set<String> columns, Contender first) {
        List<Figures> all = measured.get(contender);
        for (Figures figures : all) {
            if (!figures.refusal().isEmpty()) {
                return "| " + contender.title() + " | no figure: " + figures.refusal() + " |";
            }
        }
        List<String> cells = new ArrayList<>();
        cells.add(contender.title());
        for (String column : columns) {
            List<Double> values = values(all, column);
            String range = values.size() > 1 && !values.get(0).equals(values.get(values.size() - 1))
                    ? " (" + number(values.get(0)) + " … " + number(values.get(values.size() - 1)) + ")"
                    : "";
            cells.add(values.isEmpty() ? "" : number(median(values)) + range);
        }
        cells.add(ratio(all, measured.get(first)));
        return "| " + String.join(" | ", cells) + " |";
    }

    private String ratio(List<Figures> of, List<Figures> to) {
        List<Double> own = values(of, workload.headline());
        List<Double> others = values(to, workload.headline());
        return own.isEmpty() || others.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.3f", median(own) / median(others));
    }

    private static List<Double> values(List<Figures> all, String column) {
        return all.stream()
                .map(figures -> figures.values().get(column))
                .filter(value -> value != null)
                .sorted()
                .toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String number(double value) {
        String pattern = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
