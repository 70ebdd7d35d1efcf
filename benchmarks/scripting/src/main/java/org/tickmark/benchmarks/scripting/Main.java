package org.tickmark.benchmarks.scripting;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;

/** Measures scripts and prints tables, or does that as a child process. */
public final class Main {
    /** First word of the command line of the child process. */
    static final String CHILD = "--child";

    private Main() {}

    /** Carries out a command line. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> line = Arrays.asList(words);
        if (!line.isEmpty() && line.get(0).equals(CHILD)) {
            out.print(Measuring.figures(Integer.parseInt(line.get(1)), Integer.parseInt(line.get(2)))
                    .lines());
            System.exit(0);
        }
        System.exit(CommandLine.measure(
                Options.USAGE, () -> Options.read(line), Options::noise, (options, load) -> new Report(
                                options, load, out)
                        .print()));
    }
}
