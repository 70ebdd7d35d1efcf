package org.tickmark.benchmarks.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.importer.Limits;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.benchmarks.kit.TickmarkStore;
import org.tickmark.books.BooksService;
import org.tickmark.importers.pipeline.Formats;
import org.tickmark.importers.pipeline.Pipeline;
import org.tickmark.platform.database.Store;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/**
 * Carries a file from its folder into the books and the archive, as the product does, and then puts the same rows into another, empty
 * database by bare JDBC; both again and again, each time into databases of their own.
 */
final class BookRun {
    private static final Caller CALLER = Caller.os("benchmark", Locale.ENGLISH);
    private static final String UNIT = "fjord";
    private static final Map<String, Class<?>> BUNDLES =
            Map.of("org.tickmark.books", BooksService.class, "org.tickmark.importers", Pipeline.class);

    private final FileForm form;
    private final Told told;
    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    private final List<Long> pipeline = new ArrayList<>();
    private final List<Long> bare = new ArrayList<>();
    private long fileBytes;
    private long databaseBytes;

    private BookRun(FileForm form, Told told, Path folder) {
        this.form = form;
        this.told = told;
        this.folder = folder;
    }

    /**
     * Measures.
     *
     * @param payments how many
     * @param databases two for each round, the first round to warm up
     */
    static Figures measure(FileForm form, long seed, long payments, Path folder, List<Database> databases)
            throws Exception {
        BookRun run = new BookRun(form, Told.made(seed, 1, payments), folder);
        for (int i = 0; i < databases.size(); i += 2) {
            run.round(databases.get(i), databases.get(i + 1));
        }
        return run.figures();
    }

    private void round(Database ours, Database empty) throws Exception {
        Ceiling ceiling;
        try (Store store = TickmarkStore.open(ours, clock, BUNDLES)) {
            pipeline.add(book(store));
            ceiling = Ceiling.of(store.transactions());
        }
        databaseBytes = ours.bytes();
        try (Store store = TickmarkStore.open(empty, clock, BUNDLES)) {
            bare.add(ceiling.insertNanos(store.transactions()));
        }
    }

    private long book(Store store) throws IOException {
        BooksService books =
                new BooksService(store.transactions(), new RecordingAudit(), new RecordingEvents(clock), clock);
        books.save(CALLER, new Unit(UNIT, "Fjord", "", form.currency()));
        Account.Side side = form.isLedger() ? Account.Side.LEDGER : Account.Side.BANK;
        books.save(CALLER, new Account(0, UNIT, "bank", side, form.account(1), form.currency(), "Bank"));
        Pipeline.Work work = work();
        Pipeline carrying = pipeline(store, books);
        long start = System.nanoTime();
        ImportRun run = carrying.run(CALLER, List.of(work), false, Progress.NONE, CancelToken.NEVER);
        long nanos = System.nanoTime() - start;
        requireBooked(run);
        return nanos;
    }

    /** A ledger is followed on the bank's account alone, as a reconciliation needs it. */
    private void requireBooked(ImportRun run) {
        FileOutcome outcome = run.files().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file was taken: " + run.failures()));
        if (outcome.result() != FileOutcome.Result.IMPORTED || outcome.entries() != told.count()) {
            throw new IllegalStateException("expected " + told.count() + " entries, found " + outcome);
        }
    }

    /** A folder with the file in it, as if it had lain there for a minute. */
    private Pipeline.Work work() throws IOException {
        Path source = Files.createTempDirectory(folder, "in");
        Path file = source.resolve("file." + form.extension());
        Files.write(file, form.bytes(told));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofMinutes(1))));
        fileBytes = Files.size(file);
        Path archive = Files.createTempDirectory(folder, "archive");
        ImportDefinition definition = new ImportDefinition(
                "bank",
                UNIT,
                Optional.empty(),
                List.of("bank"),
                source.toString(),
                "*",
                archive.toString(),
                true,
                Strictness.USUAL,
                Readers.options(form),
                List.of(),
                ImportDefinition.Whole.SETTLED);
        return new Pipeline.Work(definition, source, archive);
    }

    private Pipeline pipeline(Store store, BooksService books) {
        Formats formats = new Formats();
        for (FileForm each : FileForm.values()) {
            formats.add(each.name(), "benchmark", Readers.importer(each));
        }
        return new Pipeline(new Pipeline.Services(
                store.transactions(),
                books,
                new RecordingEvents(clock),
                new RecordingAudit(),
                store.newLocks(),
                formats,
                clock,
                folder,
                Duration.ofSeconds(2),
                Limits.USUAL));
    }

    private Figures figures() {
        double ours = told.count() / seconds(pipeline);
        double most = told.count() / seconds(bare);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("entries", (double) told.count());
        figures.put("MB", fileBytes / 1e6);
        figures.put("entries/s", ours);
        figures.put("MB/s", fileBytes / 1e6 / seconds(pipeline));
        figures.put("bare JDBC, rows of entries/s", most);
        figures.put("of bare JDBC, %", 100 * ours / most);
        figures.put("database, MB", databaseBytes / 1e6);
        figures.put("bytes an entry", (double) databaseBytes / told.count());
        return Figures.of(figures);
    }

    /** The median of all rounds but the first. */
    private static double seconds(List<Long> nanos) {
        List<Long> counted = new ArrayList<>(nanos.subList(1, nanos.size()));
        Collections.sort(counted);
        return counted.get(counted.size() / 2) / 1e9;
    }
}
