package org.tickmark.benchmarks.recurrence;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        List<String> departures = departures();
        if (!departures.isEmpty()) {
            System.err.println("Nothing is measured, as the libraries do not agree:\n" + String.join("\n", departures));
            System.exit(1);
        }
        var length = options.isEmpty() ? Measurements.Length.FULL : Measurements.Length.QUICK;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Report(new Measurements(length), out).print();
    }

    private static List<String> departures() {
        return Arrays.stream(CommonRule.values())
                .flatMap(rule -> Arrays.stream(Clock.values()).map(clock -> Agreement.departure(rule, clock)))
                .flatMap(Optional::stream)
                .toList();
    }
}
