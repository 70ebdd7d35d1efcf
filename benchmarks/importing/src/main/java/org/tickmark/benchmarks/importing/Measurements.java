package org.tickmark.benchmarks.importing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickmark.benchmarks.importing.Options.Measurement;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.benchmarks.kit.Folders;
import org.tickmark.benchmarks.kit.Jvm;
import org.tickmark.benchmarks.kit.Machine;
import org.tickmark.benchmarks.kit.PostgresServer;
import org.tickmark.testkit.file.FileForm;

/** Measures each reader, and each form in each store, in a process of its own, and prints tables. */
final class Measurements {
    private final Options options;
    private final double load;
    private final PrintStream out;
    private final String extent;
    private final String seed;

    Measurements(Options options, double load, PrintStream out) {
        this.options = options;
        this.load = load;
        this.out = out;
        this.extent = options.extent().name();
        this.seed = Long.toString(options.seed());
    }

    void run() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "importing-")
                .toAbsolutePath();
        try {
            Machine machine = new Machine();
            out.println(head());
            if (options.measurements().contains(Measurement.PARSE)) {
                parse();
            }
            if (options.measurements().contains(Measurement.BOOK)) {
                for (Database.Store store : options.stores()) {
                    book(store, folder);
                }
            }
            if (options.measurements().contains(Measurement.LARGE)) {
                large(folder);
            }
            out.println("\n" + machine.steal());
        } finally {
            Folders.remove(folder);
        }
    }

    private String head() throws IOException {
        return String.format(
                Locale.ROOT,
                "# Importing%n%n%s. Seed %s. %s%s",
                Machine.description(
                        com.prowidesoftware.swift.model.mx.MxCamt05300108.class,
                        com.prowidesoftware.swift.model.mt.mt9xx.MT940.class,
                        com.webcohesion.ofx4j.io.AggregateUnmarshaller.class,
                        org.apache.commons.csv.CSVFormat.class,
                        org.h2.Driver.class),
                seed,
                Machine.told(load),
                options.extent() == Extent.QUICK ? " A tenth of everything: not to be published." : "");
    }

    private void parse() throws Exception {
        Table table = new Table("form, reader");
        for (int i = 0; i < options.repetitions(); i++) {
            for (FileForm form : options.forms()) {
                for (Contender contender : Contender.of(form)) {
                    String row = form.name().toLowerCase(Locale.ROOT) + ", " + contender.title();
                    Figures figures =
                            Jvm.measure(Main.class, List.of(Main.PARSE, extent, seed, form.name(), contender.name()));
                    note(row, figures);
                    table.add(row, figures);
                }
            }
        }
        out.println("\n## Reading alone\n");
        table.print(out);
    }

    private void book(Database.Store store, Path folder) throws Exception {
        Table table = new Table("form");
        String version = "";
        try (PostgresServer server =
                store == Database.Store.POSTGRESQL ? PostgresServer.start(folder.resolve("server")) : null) {
            for (FileForm form : options.forms()) {
                Path own = Files.createDirectories(folder.resolve("book-" + store + "-" + form));
                List<Database> databases = databases(own, server);
                Figures figures = Jvm.measure(Main.class, bookWords(form, own, databases));
                if (server != null) {
                    version = " " + server.version();
                    drop(server, databases);
                }
                Folders.remove(own);
                note(store + " " + form, figures);
                table.add(form.name().toLowerCase(Locale.ROOT), figures);
            }
        }
        out.println("\n## From the folder to the books and the archive: " + store.title() + version + "\n");
        table.print(out);
    }

    /** Two for each round, and one round more to warm up. */
    private List<Database> databases(Path folder, PostgresServer server) throws SQLException {
        List<Database> databases = new ArrayList<>();
        for (int i = 0; i < 2 * (options.extent().rounds() + 1); i++) {
            databases.add(
                    server == null
                            ? new Database(Database.Store.H2, Database.H2_FILE + folder.resolve("books-" + i))
                            : server.newDatabase());
        }
        return databases;
    }

    private List<String> bookWords(FileForm form, Path folder, List<Database> databases) {
        List<String> words = new ArrayList<>(List.of(Main.BOOK, extent, seed, form.name(), folder.toString()));
        databases.forEach(database -> words.addAll(List.of(database.store().name(), database.url())));
        return words;
    }

    private static void drop(PostgresServer server, List<Database> databases) throws SQLException {
        for (Database database : databases) {
            server.drop(database);
        }
    }

    private void large(Path folder) throws Exception {
        Path file = folder.resolve("large.xml");
        long payments = LargeRun.generate(file, options.seed(), options.extent().largeBytes());
        List<String> words = List.of(Main.LARGE, extent, seed, file.toString(), Long.toString(payments));
        Table table = new Table("form");
        Figures figures = Jvm.measure(LargeRun.HEAP, Main.class, words);
        note("large", figures);
        table.add("camt", figures);
        out.println("\n## A large file in a small heap\n");
        table.print(out);
        Files.delete(file);
    }

    private static void note(String what, Figures figures) {
        System.err.println(what + ": " + figures);
    }
}
