package org.tickmark.importer.ofx;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class OfxImporterContractTest extends StatementImporterContract {
    private static final String FOUR = Ofx.transaction("1", "100.00", "<NAME>Ås Bakeri")
            + Ofx.transaction("2", "-20,5")
            + Ofx.transaction("3", "3")
            + Ofx.transaction("4", "-0.125");
    private static final String TOLD = "93860111179 NOK - > 1079.375: 100.00 -20.5 3 -0.125";

    @Override
    protected StatementImporter importer() {
        return new OfxImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("sgml.ofx", Ofx.sgml(FOUR), Charset.forName("windows-1252"))
                        .expecting(TOLD),
                SampleFile.of("xml.ofx", Ofx.xml(FOUR)).expecting(TOLD),
                SampleFile.of("bare.qfx", "\r\n\r\n" + Ofx.bare(FOUR)).expecting(TOLD),
                SampleFile.of("wide.ofx", "\uFEFF" + Ofx.xml(FOUR), StandardCharsets.UTF_16LE)
                        .expecting(TOLD),
                SampleFile.of("empty.ofx", Ofx.sgml("")).expecting("93860111179 NOK - > 1079.375:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        String good = Ofx.transaction("9", "1.00");
        return List.of(
                broken("amount.ofx", Ofx.transaction("1", "$7") + good, "1.00"),
                broken("ambiguous.ofx", Ofx.transaction("1", "1,234") + good, "1.00"),
                broken("missing.ofx", "<STMTTRN><DTPOSTED>20261102<FITID>1</STMTTRN>" + good, "1.00"),
                broken("date.ofx", Ofx.transaction("1", "7.00").replace("20261102", "20260230") + good, "7.00 1.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        String whole = Ofx.sgml("HERE");
        int here = whole.indexOf("HERE");
        return GeneratedFile.of(
                whole.substring(0, here),
                entries,
                number -> Ofx.transaction("R" + number, "1.00"),
                whole.substring(here + "HERE".length()));
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("ofx1", "ofx2");
    }

    private static SampleFile broken(String name, String transactions, String amounts) {
        return SampleFile.of(name, Ofx.sgml(transactions)).expecting("93860111179 NOK - > 1079.375: " + amounts);
    }
}
