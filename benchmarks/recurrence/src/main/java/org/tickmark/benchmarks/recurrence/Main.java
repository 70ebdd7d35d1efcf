package org.tickmark.benchmarks.recurrence;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures all libraries on all rules and prints tables. */
public final class Main {
    private static final String USAGE = "java -jar recurrence.jar [--quick]";

    private Main() {}

    /** Carries out a command line. */
    public static void main(String[] words) throws RunnerException {
        List<String> options = List.of(words);
        if (!options.isEmpty() && !options.equals(List.of("--quick"))) {
            System.err.println("Found " + String.join(" ", options) + ", expected nothing or --quick.\n\n" + USAGE);
            System.exit(2);
        }
        var length = options.isEmpty() ? Measurements.Length.FULL : Measurements.Length.QUICK;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Report(new Measurements(length), out).print();
    }
}
