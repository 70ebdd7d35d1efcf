package org.tickmark.benchmarks.importing;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.testkit.file.FileForm;

/** Measures all readers and prints tables, or does a part of that as a child process. */
public final class Main {
    /** First words of the command lines of child processes. */
    static final String PARSE = "--child-parse";

    static final String BOOK = "--child-book";
    static final String LARGE = "--child-large";

    private static final int OWN_WORDS = 5;

    private Main() {}

    /** Carries out a command line. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> line = Arrays.asList(words);
        switch (line.isEmpty() ? "" : line.get(0)) {
            case PARSE, BOOK, LARGE -> {
                out.print(child(line).lines());
                System.exit(0);
            }
            default -> System.exit(measure(line, out));
        }
    }

    /** Does what one of the processes is there for. */
    static Figures child(List<String> line) throws Exception {
        Extent extent = Extent.valueOf(line.get(1));
        long seed = Long.parseLong(line.get(2));
        return switch (line.get(0)) {
            case PARSE -> ParseRun.measure(FileForm.valueOf(line.get(3)), Contender.valueOf(line.get(4)), seed, extent);
            case BOOK ->
                BookRun.measure(
                        FileForm.valueOf(line.get(3)),
                        seed,
                        extent.booked(),
                        Path.of(line.get(4)),
                        databases(line.subList(OWN_WORDS, line.size())));
            default -> LargeRun.measure(Path.of(line.get(3)), seed, Long.parseLong(line.get(4)));
        };
    }

    private static List<Database> databases(List<String> words) {
        List<Database> databases = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 2) {
            databases.add(new Database(Database.Store.valueOf(words.get(i)), words.get(i + 1)));
        }
        return databases;
    }

    private static int measure(List<String> line, PrintStream out) throws Exception {
        return CommandLine.measure(
                Options.USAGE, () -> Options.read(line), Options::noise, (options, load) -> new Measurements(
                                options, load, out)
                        .run());
    }
}
