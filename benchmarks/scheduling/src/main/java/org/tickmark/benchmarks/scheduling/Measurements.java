package org.tickmark.benchmarks.scheduling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Measures each engine in a process of its own, on an empty database, in an order that changes with each repetition. */
final class Measurements {
    private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");
    private static final long SEED = 1;

    private final Options options;
    private final PrintStream out;
    private int files;

    Measurements(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "scheduling-")
                .toAbsolutePath();
        boolean needsServer =
                options.contenders().stream().anyMatch(contender -> contender.store() == Database.Store.POSTGRESQL);
        try (PostgresServer server = needsServer ? PostgresServer.start(folder) : null) {
            for (Workload workload : options.workloads()) {
                new Report(workload, measured(workload, folder, server)).print(out);
            }
        } finally {
            remove(folder);
        }
    }

    private Map<Contender, List<Figures>> measured(Workload workload, Path folder, PostgresServer server)
            throws Exception {
        Map<Contender, List<Figures>> all = new EnumMap<>(Contender.class);
        List<Contender> order = new ArrayList<>(options.contenders());
        order.removeIf(contender -> !workload.isFor(contender));
        Random random = new Random(SEED);
        for (int i = 0; i < options.repetitions(); i++) {
            Collections.shuffle(order, random);
            for (Contender contender : order) {
                Figures figures = measured(workload, contender, folder, server);
                System.err.println(workload + " " + contender + ": " + figures);
                all.computeIfAbsent(contender, key -> new ArrayList<>()).add(figures);
            }
        }
        return all;
    }

    private Figures measured(Workload workload, Contender contender, Path folder, PostgresServer server)
            throws Exception {
        int size = options.length().of(workload.size(contender));
        return switch (contender.store()) {
            case MEMORY -> child(workload, new Trial(contender, new Database(Database.Store.MEMORY, "-"), 0, size));
            case H2 -> {
                Path own = folder.resolve("h2-" + ++files);
                Database database = new Database(Database.Store.H2, "jdbc:h2:file:" + own.resolve("benchmark"));
                try {
                    yield child(workload, new Trial(contender, database, 0, size));
                } finally {
                    remove(own);
                }
            }
            case POSTGRESQL -> {
                Database database = server.newDatabase();
                try {
                    yield child(workload, new Trial(contender, database, server.processId(), size));
                } finally {
                    server.drop(database);
                }
            }
        };
    }

    private static Figures child(Workload workload, Trial trial) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), Main.CHILD));
        command.add(workload.name());
        command.addAll(trial.words());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } finally {
            process.destroy();
        }
        int status = process.waitFor();
        return Figures.read(lines).orElseGet(() -> Figures.refused("the process ended with status " + status));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
