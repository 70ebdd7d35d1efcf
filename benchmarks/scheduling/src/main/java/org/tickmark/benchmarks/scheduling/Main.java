package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;

/** Measures all engines and prints tables, or does a part of that as a child process. */
public final class Main {
    /** First word of the command line of a process that measures one engine once. */
    static final String CHILD = "--child";

    private Main() {}

    /** Carries out a command line. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> line = Arrays.asList(words);
        switch (line.isEmpty() ? "" : line.get(0)) {
            case CHILD -> {
                endWithInput();
                Trial trial = Trial.read(line.subList(2, line.size()));
                out.print(Workload.valueOf(line.get(1)).measure(trial).lines());
                // Engines leave threads behind that are none of our concern.
                System.exit(0);
            }
            case NodeLoop.NODE -> {
                new NodeLoop(Trial.read(line.subList(1, line.size())), out).run(System.in);
                System.exit(0);
            }
            default -> System.exit(measure(line, out));
        }
    }

    /** Ends this process when the one that started it has ended. */
    private static void endWithInput() {
        Thread thread = new Thread(
                () -> {
                    try {
                        System.in.transferTo(PrintStream.nullOutputStream());
                    } catch (IOException e) {
                        // It has ended as well.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "end-with-input");
        thread.setDaemon(true);
        thread.start();
    }

    private static int measure(List<String> line, PrintStream out) throws Exception {
        return CommandLine.measure(
                Options.USAGE, () -> Options.read(line), Options::noise, (options, load) -> new Measurements(
                                options, load, out)
                        .run());
    }
}
