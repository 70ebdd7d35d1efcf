package org.tickmark.benchmarks.calendar;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;

/** Measures the calendar and prints a table, or does that as a child process. */
public final class Main {
    /** First word of the command line of the child process. */
    static final String CHILD = "--child";

    private static final int FILE = 4;

    private Main() {}

    /** Carries out a command line. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> line = Arrays.asList(words);
        if (!line.isEmpty() && line.get(0).equals(CHILD)) {
            Workload workload = new Workload(Long.parseLong(line.get(3)), Integer.parseInt(line.get(1)));
            out.print(Measuring.figures(workload, Integer.parseInt(line.get(2)), Path.of(line.get(FILE)))
                    .lines());
            System.exit(0);
        }
        System.exit(CommandLine.measure(
                Options.USAGE, () -> Options.read(line), Options::noise, (options, load) -> new Report(
                                options, load, out)
                        .print()));
    }
}
