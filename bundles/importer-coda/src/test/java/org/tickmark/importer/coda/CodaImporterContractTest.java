package org.tickmark.importer.coda;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class CodaImporterContractTest extends StatementImporterContract {
    private static final String MOVEMENTS = Coda.movement("00010000", "0000000000100500", 0, "0Factuur 17, café")
            + Coda.record("2200010000", 11, "tweede deel", 64, "E2E-1", 99, "FJORBEBB")
            + Coda.record("2300010000", 11, "BE71096123456769", 45, "EUR", 48, "FJELL BV", 83, "derde")
            + Coda.record("3100010001", 40, "1", 41, "001FJELL BV")
            + Coda.record("3200010001", 11, "STRAAT 1")
            + Coda.movement("00020000", "1000000000020250", 1, "0")
            + Coda.movement("00020001", "1000000000020000", 5, "1101123456789002")
            + Coda.movement("00020002", "1000000000000250", 5, "0")
            + Coda.movement("00030000", "1000000000000125", 3, "0kosten");
    private static final String FILE = Coda.file(MOVEMENTS, "0000000001080125", "000000000020375", "000000000100500");
    private static final String SUMMARY = "BE68539007547034 EUR 1000.000 > 1080.125: 100.500 -20.250 -0.125";

    @Override
    protected StatementImporter importer() {
        return new CodaImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("utf8.cod", FILE).expecting(SUMMARY),
                SampleFile.of("dos.cod", FILE.replace("\n", "\r\n"), Charset.forName("IBM850"))
                        .expecting(SUMMARY),
                SampleFile.of("unended.cod", FILE.stripTrailing(), Charset.forName("windows-1252"))
                        .expecting(SUMMARY),
                SampleFile.of("empty.cod", Coda.file("", "0000000001000000", "000000000000000", "000000000000000"))
                        .expecting("BE68539007547034 EUR 1000.000 > 1000.000:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(
                broken("amount.cod", Coda.movement("00010000", "00000000001O0500", 0, "0"))
                        .expecting("BE68539007547034 EUR 1000.000 > 1010.000: 10.000"),
                broken("sign.cod", Coda.movement("00010000", "2000000000100500", 0, "0"))
                        .expecting("BE68539007547034 EUR 1000.000 > 1010.000: 10.000"),
                broken("type.cod", Coda.movement("00010000", "0000000000100500", 4, "0"))
                        .expecting("BE68539007547034 EUR 1000.000 > 1010.000: 10.000"),
                broken(
                                "date.cod",
                                Coda.movement("00010000", "0000000000100500", 0, "0")
                                        .replace("021126", "311126"))
                        .expecting("BE68539007547034 EUR 1000.000 > 1010.000: 100.500 10.000"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        String record = Coda.movement("00010000", "0000000000000000", 0, "0regel");
        long records = entries + 2;
        return GeneratedFile.of(
                Coda.HEADER + Coda.OPENING,
                entries,
                number -> record,
                Coda.closing("BE68539007547034", "0000000001000000")
                        + Coda.trailer((int) records, "000000000000000", "000000000000000"));
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("coda");
    }

    /** Behind the trailer nothing more is needed but the end of its line. */
    @Override
    protected boolean showsCut(SampleFile file, int length) {
        return !new String(file.bytes(), 0, length, StandardCharsets.ISO_8859_1)
                .stripTrailing()
                .endsWith(" 2");
    }

    private static SampleFile broken(String name, String movement) {
        String good = Coda.movement("00020000", "0000000000010000", 0, "0");
        return SampleFile.of(
                name, Coda.file(movement + good, "0000000001010000", "000000000000000", "000000000010000"));
    }
}
