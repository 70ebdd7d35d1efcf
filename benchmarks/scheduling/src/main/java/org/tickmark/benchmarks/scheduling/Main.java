package org.tickmark.benchmarks.scheduling;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Measures all engines and prints tables, or one of them as a child process of that. */
public final class Main {
    /** First word of the command line of a child. */
    static final String CHILD = "--child";

    private Main() {}

    /** Carries out a command line. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> line = Arrays.asList(words);
        if (!line.isEmpty() && line.get(0).equals(CHILD)) {
            Trial trial = Trial.read(line.subList(2, line.size()));
            out.print(Workload.valueOf(line.get(1)).measure(trial).lines());
            // Engines leave threads behind that are none of our concern.
            System.exit(0);
        }
        Options options;
        try {
            options = Options.read(line);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        new Measurements(options, out).run();
    }
}
