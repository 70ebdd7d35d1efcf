package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.benchmarks.kit.Folders;
import org.tickmark.benchmarks.kit.Jvm;
import org.tickmark.benchmarks.kit.Machine;
import org.tickmark.benchmarks.kit.PostgresServer;

/** Measures each engine in a process of its own, on an empty database, in an order that changes with each repetition. */
final class Measurements {
    private static final long SEED = 1;
    private final Options options;
    private final double load;
    private final PrintStream out;
    private int files;

    /** One row of a table: an engine, and which of the tables. */
    private record Round(Contender contender, String title, Extent extent) {}

    Measurements(Options options, double load, PrintStream out) {
        this.options = options;
        this.load = load;
        this.out = out;
    }

    void run() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "scheduling-")
                .toAbsolutePath();
        boolean needsServer =
                options.contenders().stream().anyMatch(contender -> contender.store() == Database.Store.POSTGRESQL);
        try (PostgresServer server = needsServer ? PostgresServer.start(folder) : null) {
            out.println(head(server));
            for (Workload workload : options.workloads()) {
                Machine machine = new Machine();
                Report report = measured(workload, folder, server);
                report.print(machine.steal(), out);
            }
        } finally {
            Folders.remove(folder);
        }
    }

    private String head(PostgresServer server) throws Exception {
        String quick = options.length() == Workload.Length.QUICK ? " A tenth of everything: not to be published." : "";
        return String.format(
                Locale.ROOT,
                "# Scheduling%n%n%s%s. Measured %s. %s%s",
                Machine.description(
                        org.h2.Driver.class,
                        org.quartz.Scheduler.class,
                        com.github.kagkarlsson.scheduler.Scheduler.class),
                server == null ? "" : ", PostgreSQL " + server.version(),
                options.repetitions() == 1 ? "once" : options.repetitions() + " times: the median (least … most)",
                Machine.told(load),
                quick);
    }

    private Report measured(Workload workload, Path folder, PostgresServer server) throws Exception {
        Report report = new Report(workload);
        List<Round> order = new ArrayList<>();
        for (Contender contender : options.contenders()) {
            Map<String, Extent> cases = new TreeMap<>(workload.cases(contender, options.length()));
            cases.forEach((title, extent) -> order.add(new Round(contender, title, extent)));
        }
        Random random = new Random(SEED);
        for (int i = 0; i < options.repetitions(); i++) {
            Collections.shuffle(order, random);
            for (Round round : order) {
                Figures figures = measured(workload, round, folder, server);
                System.err.println(workload + " " + round.contender() + " " + round.title() + ": " + figures);
                report.add(round.title(), round.contender(), figures);
            }
        }
        return report;
    }

    private Figures measured(Workload workload, Round round, Path folder, PostgresServer server) throws Exception {
        Path own = Files.createDirectory(folder.resolve("trial-" + ++files));
        Contender contender = round.contender();
        try {
            return switch (contender.store()) {
                case MEMORY -> {
                    Database none = new Database(Database.Store.MEMORY, "-");
                    yield child(workload, new Trial(contender, none, 0, own, round.extent()));
                }
                case H2 -> {
                    Database file = new Database(Database.Store.H2, Database.H2_FILE + own.resolve("benchmark"));
                    yield child(workload, new Trial(contender, file, 0, own, round.extent()));
                }
                case POSTGRESQL -> {
                    Database database = server.newDatabase();
                    try {
                        yield child(workload, new Trial(contender, database, server.processId(), own, round.extent()));
                    } finally {
                        server.drop(database);
                    }
                }
            };
        } finally {
            Folders.remove(own);
        }
    }

    private static Figures child(Workload workload, Trial trial) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Main.CHILD, workload.name()));
        words.addAll(trial.words());
        return Jvm.measure(Main.class, words);
    }
}
