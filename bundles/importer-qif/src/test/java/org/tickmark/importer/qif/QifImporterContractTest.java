package org.tickmark.importer.qif;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class QifImporterContractTest extends StatementImporterContract {
    private static final String FOUR = Qif.bank(
            Qif.record("D11/22/26|T1,100.00|PÅs Bakeri"),
            Qif.record("D11/23/26|T-20.5|MKaffe"),
            Qif.record("D11/24/26|T3"),
            Qif.record("D11/25/26|T-0.125"));
    private static final String TOLD = "- - - > -: 1100.00 -20.5 3 -0.125";

    @Override
    protected StatementImporter importer() {
        return new QifImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("utf8.qif", FOUR).expecting(TOLD),
                SampleFile.of("latin.qif", FOUR.replace("\n", "\r\n"), Charset.forName("windows-1252"))
                        .expecting(TOLD),
                SampleFile.of("comma.qif", Qif.bank(Qif.record("D22.11.2026|T-1.100,50")))
                        .expecting("- - - > -: -1100.50"),
                SampleFile.of("empty.qif", "!Type:CCard\n").expecting("- - - > -:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        String good = Qif.record("D11/25/26|T1.00");
        return List.of(
                SampleFile.of("amount.qif", Qif.bank(Qif.record("D11/24/26|T7 kr"), good))
                        .expecting("- - - > -: 1.00"),
                SampleFile.of("groups.qif", Qif.bank(Qif.record("D11/24/26|T1,00,0.0"), good))
                        .expecting("- - - > -: 1.00"),
                SampleFile.of("order.qif", Qif.bank(Qif.record("D24/11/26|T7.00"), good, good))
                        .expecting("- - - > -: 7.00 1.00 1.00"),
                SampleFile.of("date.qif", Qif.bank(Qif.record("Dsoon|T7.00"), good))
                        .expecting("- - - > -: 7.00 1.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of("!Type:Bank\n", entries, number -> "D11/25/26\nT1.00\nPnumber " + number + "\n^\n", "");
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("qif");
    }

    /** The format has no trailer: a file that ends after a record or a heading may be whole. */
    @Override
    protected boolean showsCut(SampleFile file, int length) {
        String text = new String(file.bytes(), 0, length, StandardCharsets.ISO_8859_1);
        boolean afterRecord =
                text.endsWith("^") || text.endsWith("^\n") || text.endsWith("^\r") || text.endsWith("^\r\n");
        boolean afterHeading =
                text.lastIndexOf('!') == 0 && text.strip().lines().count() == 1 && text.matches("(?s).*[\r\n]");
        return !afterRecord && !afterHeading;
    }
}
