package org.tickmark.benchmarks.scripting;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.benchmarks.kit.Jvm;
import org.tickmark.benchmarks.kit.Machine;

/** Measures in a process of its own, and prints two tables. */
final class Report {
    private final Options options;
    private final double load;
    private final PrintStream out;

    Report(Options options, double load, PrintStream out) {
        this.options = options;
        this.load = load;
        this.out = out;
    }

    void print() throws IOException, InterruptedException {
        Machine machine = new Machine();
        Figures figures = Jvm.measure(
                Main.class, List.of(Main.CHILD, Integer.toString(options.part()), Integer.toString(options.rounds())));
        out.println(head());
        out.println(figures.refusal().isEmpty() ? tables(figures.values()) : "No figures: " + figures.refusal());
        out.println(machine.steal());
    }

    private String head() {
        return String.format(
                Locale.ROOT,
                "# Scripting%n%n%s. Median of %d rounds after as many. %s%n",
                Machine.description(org.mozilla.javascript.Context.class, groovy.lang.GroovyShell.class),
                options.rounds(),
                Machine.told(load));
    }

    private static String tables(Map<String, Double> values) {
        StringBuilder text = new StringBuilder();
        text.append("| ms | Tickmark | Rhino, interpreted | Rhino, compiled | Groovy |\n|---|---:|---:|---:|---:|\n");
        for (Work work : Work.values()) {
            text.append("| ").append(work.name().toLowerCase(Locale.ROOT));
            for (Contender contender : Contender.values()) {
                text.append(String.format(Locale.ROOT, " | %.2f", values.get(Measuring.key(work, contender))));
            }
            text.append(" |\n");
        }
        text.append("\n| | |\n|---|---:|\n");
        values.forEach((what, value) -> {
            if (what.contains("trace")) {
                text.append(String.format(Locale.ROOT, "| %s | %.2f |%n", what.toLowerCase(Locale.ROOT), value));
            }
        });
        return text.toString();
    }
}
