package org.tickmark.benchmarks.scheduling;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;

/**
 * Tables in Markdown: the median of the repetitions with the least and the most. There is one table for each kind of store and each
 * case of the workload; what keeps nothing is never compared with what does.
 */
final class Report {
    private final Workload workload;
    /** By the titles of cases. */
    private final Map<String, Map<Contender, List<Figures>>> measured = new TreeMap<>();

    Report(Workload workload) {
        this.workload = workload;
    }

    void add(String title, Contender contender, Figures figures) {
        measured.computeIfAbsent(title, key -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, key -> new ArrayList<>())
                .add(figures);
    }

    void print(String note, PrintStream out) {
        out.println("\n## " + workload + " " + workload.title() + "\n\n" + note);
        for (Database.Store store : Database.Store.values()) {
            measured.forEach((title, rows) -> {
                List<Contender> contenders = rows.keySet().stream()
                        .filter(row -> row.store() == store)
                        .toList();
                if (!contenders.isEmpty()) {
                    out.println("\n### " + store.title() + (title.isEmpty() ? "" : ", " + title) + "\n");
                    table(contenders, rows, out);
                }
            });
        }
    }

    private void table(List<Contender> contenders, Map<Contender, List<Figures>> rows, PrintStream out) {
        Set<String> columns = new LinkedHashSet<>();
        contenders.forEach(row ->
                rows.get(row).forEach(figures -> columns.addAll(figures.values().keySet())));
        List<String> ratios =
                workload.headlines().stream().filter(columns::contains).toList();
        List<String> head = new ArrayList<>(columns);
        ratios.forEach(column -> head.add("× " + column));
        out.println("| engine | " + String.join(" | ", head) + " |");
        out.println("|---|" + "---:|".repeat(head.size()));
        List<Figures> first = rows.get(contenders.get(0));
        contenders.forEach(contender -> out.println(row(contender, rows.get(contender), columns, ratios, first)));
        if (!ratios.isEmpty()) {
            out.println("\n× is the ratio to " + contenders.get(0).title() + ".");
        }
    }

    private static String row(
            Contender contender, List<Figures> all, Set<String> columns, List<String> ratios, List<Figures> first) {
        for (Figures figures : all) {
            if (!figures.refusal().isEmpty()) {
                return "| " + contender.title() + " | no figure: " + figures.refusal() + " |";
            }
        }
        List<String> cells = new ArrayList<>();
        cells.add(contender.title());
        columns.forEach(column -> cells.add(cell(values(all, column))));
        ratios.forEach(column -> cells.add(ratio(values(all, column), values(first, column))));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(List<Double> values) {
        if (values.isEmpty()) {
            return "";
        }
        double least = values.get(0);
        double most = values.get(values.size() - 1);
        return number(median(values)) + (least < most ? " (" + number(least) + " … " + number(most) + ")" : "");
    }

    private static String ratio(List<Double> of, List<Double> to) {
        boolean isThere = !of.isEmpty() && !to.isEmpty() && median(to) > 0;
        return isThere ? number(median(of) / median(to)) : "";
    }

    private static List<Double> values(List<Figures> all, String column) {
        return all.stream()
                .map(figures -> Optional.ofNullable(figures.values().get(column)))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** With an even number of values, the mean of the two in the middle. */
    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static String number(double value) {
        String pattern = Math.abs(value) >= 100 || value == Math.rint(value)
                ? "%,.0f"
                : Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
