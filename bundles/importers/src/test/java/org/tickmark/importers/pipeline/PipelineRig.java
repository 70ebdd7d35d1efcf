package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Limits;
import org.tickmark.books.BooksService;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** A pipeline with folders, books of one account and files of a small format, on either database. */
abstract class PipelineRig {
    static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);

    static final String HEAD = "LINES NO9386011117947 NOK 2026-11-02 ";
    static final String GOOD = HEAD + "100.00 150.50\n75.50 Kari\n-25.00 gebyr\n";
    static final String OTHER_DAY = "LINES NO9386011117947 NOK 2026-11-03 150.50 160.50\n10.00 Ola\n";

    @TempDir
    Path folder;

    final ManualClock clock = ManualClock.at("2026-11-04T08:00:00Z");
    final Formats formats = new Formats();
    Path source;
    Path archive;
    Books books;
    Whole whole = Whole.SETTLED;

    /** The database of the subclass, with the tables of books and importers. */
    abstract Transactions transactions();

    @BeforeEach
    void setUpFjord() throws IOException {
        transactions().inTransaction(tx -> {
            for (String table : List.of(
                    "entry_detail",
                    "entry_source",
                    "entry",
                    "statement_source",
                    "statement",
                    "account",
                    "unit",
                    "import_file")) {
                Sql.on(tx.connection(), "DELETE FROM " + table).update();
            }
            return null;
        });
        source = Files.createDirectory(folder.resolve("in"));
        archive = Files.createDirectory(folder.resolve("archive"));
        formats.add("lines", "test", new LineImporter());
        books = books(transactions());
        books.save(CALLER, new Unit("fjord", "Fjord Eiendom AS", "", "NOK"));
        saveBank();
    }

    ImportRun run() {
        return run(transactions(), false, CancelToken.NEVER);
    }

    ImportRun run(List<String> accounts) {
        return new Pipeline(services(transactions(), new RecordingEvents(clock)))
                .run(CALLER, List.of(work(accounts)), false, Progress.NONE, CancelToken.NEVER);
    }

    ImportRun run(Transactions transactions, boolean dryRun, CancelToken cancel) {
        return new Pipeline(services(transactions, new RecordingEvents(clock)))
                .run(CALLER, List.of(work()), dryRun, Progress.NONE, cancel);
    }

    Pipeline.Services services(Transactions transactions, RecordingEvents events) {
        Locks free = (name, patience, cancel) -> Optional.of(() -> {});
        return new Pipeline.Services(
                transactions,
                books(transactions),
                events,
                new RecordingAudit(),
                free,
                formats,
                clock,
                folder,
                Duration.ofSeconds(2),
                Limits.USUAL);
    }

    Books books(Transactions transactions) {
        return new BooksService(transactions, new RecordingAudit(), new RecordingEvents(clock), clock);
    }

    void saveBank() {
        books.save(
                CALLER,
                new Account(0, "fjord", "bank", Account.Side.BANK, AccountId.iban("NO9386011117947"), "NOK", "Bank"));
    }

    Pipeline.Work work() {
        return work(List.of());
    }

    Pipeline.Work work(List<String> accounts) {
        ImportDefinition definition = new ImportDefinition(
                "bank",
                "fjord",
                Optional.empty(),
                accounts,
                source.toString(),
                "*",
                archive.toString(),
                true,
                Strictness.USUAL,
                Map.of(),
                List.of(),
                whole);
        return new Pipeline.Work(definition, source, archive);
    }

    void put(String name, String content) throws IOException {
        Files.writeString(source.resolve(name), content);
        Files.setLastModifiedTime(
                source.resolve(name), FileTime.from(clock.instant().minus(Duration.ofMinutes(1))));
    }

    static FileOutcome one(ImportRun run) {
        assertThat(run.files()).hasSize(1);
        return run.files().get(0);
    }

    List<String> amounts() {
        return transactions()
                .reading(tx ->
                        Sql.on(tx.connection(), "SELECT amount FROM entry").list(row -> row.amount("amount")).stream()
                                .sorted()
                                .map(BigDecimal::toPlainString)
                                .toList());
    }

    List<String> column(String query) {
        return transactions().reading(tx -> Sql.on(tx.connection(), query).list(row -> row.text("value_text")));
    }

    /** The files below a folder, by their path in it; the work folder is empty unless a run was cut off. */
    static List<String> files(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> top.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
