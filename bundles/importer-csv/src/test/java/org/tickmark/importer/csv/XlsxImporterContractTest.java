package org.tickmark.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.importer.csv.xlsx.BookWriter;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class XlsxImporterContractTest extends StatementImporterContract {
    private static final String OWN = "'text|'booking_date|'amount|'currency";
    private static final String BANK = "'Bokföringsdag|'Belopp|'Avsändare|'Mottagare|'Namn|'Rubrik|'Saldo|'Valuta";

    @TempDir
    private Path folder;

    @Override
    protected StatementImporter importer() {
        return new XlsxImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                book(
                                "own.xlsx",
                                OWN,
                                "'Kaffe|@46328|100.00|'SEK",
                                "'Lön|@46328|-20.5|'SEK",
                                "\"Ränta|'2026-11-04|-0.125|'SEK")
                        .expecting("- SEK - > -: 100.00 -20.5 -0.125"),
                book(
                                "bank.xlsx",
                                BANK,
                                "@46330|-20.5|'39 60 12-3|'5050-1055|'Skatteverket|'Skatt|1079.5|'SEK",
                                "@46328|100|'|'39 60 12-3|'Kund|'Faktura|1100|'SEK")
                        .expecting("396012-3 SEK 1000 > 1079.5: -20.5 100"),
                book("empty.xlsx", OWN).expecting("- - - > -:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(
                broken("amount.xlsx", "'a|@46328|'1,00x|'SEK"),
                broken("no-amount.xlsx", "'a|@46328||'SEK"),
                broken("date.xlsx", "'a|'2026-13-02|1|'SEK"),
                broken("serial.xlsx", "'a|46328|1|'SEK"),
                broken("no-day.xlsx", "'a|@60|1|'SEK"),
                broken("failed.xlsx", "'a|@46328|< t=\"e\"><v>#N/A</v>|'SEK"),
                broken("uncalculated.xlsx", "'a|@46328|=|'SEK"),
                broken("currency.xlsx", "'a|@46328|1|'Krone"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        try {
            Path file = Files.createTempFile(folder, "many", ".xlsx");
            BookWriter.write(Files.newOutputStream(file), "booking_date|amount|text", entries);
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleFile broken(String name, String row) {
        return book(name, OWN, "'x|@46328|5|'SEK", row, "'y|@46329|1|'SEK").expecting("- SEK - > -: 5 1");
    }

    private static SampleFile book(String name, String... rows) {
        return SampleFile.of(name, new BookWriter().sheet("Konto", rows).bytes());
    }
}
