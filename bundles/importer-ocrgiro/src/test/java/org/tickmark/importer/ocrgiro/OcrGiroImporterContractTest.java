package org.tickmark.importer.ocrgiro;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class OcrGiroImporterContractTest extends StatementImporterContract {
    private static final String PAYMENTS = OcrGiro.payment(1, "1250.00", "0010017")
            + OcrGiro.payment(2, "-250.50", "")
            + OcrGiro.text(2, "Tilbake for Ås")
            + OcrGiro.payment(3, "0.25", "0010025");
    private static final String FILE = OcrGiro.START + OcrGiro.ASSIGNMENT + PAYMENTS + OcrGiro.end(3, 7, "999.75");
    private static final String TOLD = "12345678903 NOK - > -: 1250.00 -250.50 0.25";

    @Override
    protected StatementImporter importer() {
        return new OcrGiroImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("latin.txt", FILE, StandardCharsets.ISO_8859_1).expecting(TOLD),
                SampleFile.of("utf8.txt", FILE).expecting(TOLD),
                SampleFile.of("unix.txt", FILE.replace("\r\n", "\n").strip()).expecting(TOLD),
                SampleFile.of("empty.txt", OcrGiro.START + OcrGiro.ASSIGNMENT + OcrGiro.end(0, 0, "0"))
                        .expecting("12345678903 NOK - > -:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        String records = OcrGiro.START
                + OcrGiro.ASSIGNMENT
                + OcrGiro.payment(1, "7.00", "")
                + OcrGiro.payment(2, "1.00", "")
                + OcrGiro.end(2, 4, "8.00");
        return List.of(
                SampleFile.of("amount.txt", records.replaceFirst("0000700", "O000700"))
                        .expecting("12345678903 NOK - > -: 1.00"),
                SampleFile.of("day.txt", records.replaceFirst("261126010", "311126010"))
                        .expecting("12345678903 NOK - > -: 7.00 1.00"),
                SampleFile.of("account.txt", records.replaceFirst("12345678903", "1234567890X"))
                        .expecting("1234567890X NOK - > -: 7.00 1.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of(
                OcrGiro.START + OcrGiro.ASSIGNMENT,
                entries,
                number -> OcrGiro.payment((int) number, "1.00", "0010017"),
                OcrGiro.end(entries, 2 * entries, entries + ".00"));
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("ocr-giro");
    }
}
