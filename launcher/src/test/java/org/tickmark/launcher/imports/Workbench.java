package org.tickmark.launcher.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.books.BooksService;
import org.tickmark.importer.bai2.Bai2Importer;
import org.tickmark.importer.bgmax.BgMaxImporter;
import org.tickmark.importer.camt.CamtImporter;
import org.tickmark.importer.coda.CodaImporter;
import org.tickmark.importer.csv.CsvImporter;
import org.tickmark.importer.csv.XlsxImporter;
import org.tickmark.importer.mt940.Mt940Importer;
import org.tickmark.importer.ocrgiro.OcrGiroImporter;
import org.tickmark.importer.ofx.OfxImporter;
import org.tickmark.importer.qif.QifImporter;
import org.tickmark.importer.saft.SaftImporter;
import org.tickmark.importer.sie.SieImporter;
import org.tickmark.importer.sie5.Sie5Importer;
import org.tickmark.importers.pipeline.Formats;
import org.tickmark.importers.pipeline.Pipeline;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** The pipeline of the product with every format, and books, on an empty H2 in memory. */
final class Workbench implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2027-01-02T02:00:00Z");

    static final Map<String, StatementImporter> IMPORTERS = Map.ofEntries(
            Map.entry("bai2", new Bai2Importer()),
            Map.entry("bgmax", new BgMaxImporter(Clock.fixed(NOW, ZoneOffset.UTC))),
            Map.entry("camt", new CamtImporter()),
            Map.entry("coda", new CodaImporter()),
            Map.entry("csv", new CsvImporter()),
            Map.entry("mt940", new Mt940Importer()),
            Map.entry("ocr-giro", new OcrGiroImporter()),
            Map.entry("ofx", new OfxImporter()),
            Map.entry("qif", new QifImporter()),
            Map.entry("saft", new SaftImporter()),
            Map.entry("sie4", new SieImporter()),
            Map.entry("sie5", new Sie5Importer()),
            Map.entry("xlsx", new XlsxImporter()));

    static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);

    private final ManualClock clock = ManualClock.at(NOW.toString());
    private final DatabaseFixture database = DatabaseFixture.h2();
    private final Transactions transactions;
    private final BooksService books;
    private final Pipeline pipeline;

    /** @param folder where files lie between reading and booking */
    Workbench(Path folder) {
        database.migrate("org.tickmark.books", BooksService.class);
        transactions = database.migrate("org.tickmark.importers", Pipeline.class);
        books = new BooksService(transactions, new RecordingAudit(), new RecordingEvents(clock), clock);
        Formats formats = new Formats();
        IMPORTERS.forEach((name, importer) -> formats.add(name, "test", importer));
        pipeline = new Pipeline(new Pipeline.Services(
                transactions,
                books,
                new RecordingEvents(clock),
                new RecordingAudit(),
                database.store().newLocks(),
                formats,
                clock,
                folder,
                Duration.ofSeconds(2),
                Limits.USUAL));
    }

    ManualClock clock() {
        return clock;
    }

    Transactions transactions() {
        return transactions;
    }

    BooksService books() {
        return books;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    @Override
    public void close() {
        database.close();
    }
}
