package org.tickmark.benchmarks.workbench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;

/** Stores much, asks for every page, and prints a table. */
public final class Main {
    private Main() {}

    /** Carries out a command line. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> line = List.of(words);
        System.exit(CommandLine.measure(
                Options.USAGE, () -> Options.read(line), Options::noise, (options, load) -> new Measurements(
                                options, load, out)
                        .run()));
    }
}
