package org.tickmark.benchmarks.calendar;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.benchmarks.kit.Folders;
import org.tickmark.benchmarks.kit.Jvm;
import org.tickmark.benchmarks.kit.Machine;

/** Measures in a process of its own, and prints a table. */
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
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "calendar-")
                .toAbsolutePath();
        try {
            Machine machine = new Machine();
            Figures figures = Jvm.measure(
                    Main.class,
                    List.of(
                            Main.CHILD,
                            Integer.toString(options.series()),
                            Integer.toString(options.asked()),
                            Long.toString(options.seed()),
                            folder.resolve("calendar").toString()));
            out.println(head());
            out.println(figures.refusal().isEmpty() ? table(figures.values()) : "No figures: " + figures.refusal());
            out.println(machine.steal());
        } finally {
            Folders.remove(folder);
        }
    }

    private String head() {
        return String.format(
                Locale.ROOT,
                "# Calendar%n%n%s. %,d series of %,d people over %d years, seed %d. %s%n",
                Machine.description(net.fortuna.ical4j.model.Recur.class, org.h2.Driver.class),
                options.series(),
                new Workload(options.seed(), options.series()).people(),
                Workload.YEARS,
                options.seed(),
                Machine.told(load));
    }

    private static String table(Map<String, Double> values) {
        StringBuilder table = new StringBuilder("| | |\n|---|---:|\n");
        values.forEach((what, value) -> table.append(String.format(Locale.ROOT, "| %s | %.1f |%n", what, value)));
        return table.toString();
    }
}
