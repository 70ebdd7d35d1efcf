package org.tickmark.importer.saft;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class SaftImporterContractTest extends StatementImporterContract {
    private static final String JOURNAL =
            Saft.journal(Saft.transaction("1", "2026-11-02", Saft.line("1920", "100") + Saft.line("3000", "-100"))
                    + Saft.transaction("2", "2026-11-03", Saft.line("1920", "-20.50") + Saft.line("3000", "20.50"))
                    + Saft.transaction("3", "2026-11-04", Saft.line("1920", "-0.125") + Saft.line("3000", "0.125")));
    private static final String CASH = "1920 NOK 1000.00 > 1079.375: 100 -20.50 -0.125";
    private static final String SALES = "3000 NOK -10 > -89.375: -100 20.50 0.125";

    @Override
    protected StatementImporter importer() {
        return new SaftImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        String latin = Saft.file(JOURNAL).replace("UTF-8", "ISO-8859-1");
        return List.of(
                SampleFile.of("ledger.xml", Saft.file(JOURNAL)).expecting(CASH, SALES),
                SampleFile.of("latin.xml", latin, StandardCharsets.ISO_8859_1).expecting(CASH, SALES),
                SampleFile.of("balances.xml", Saft.file(""))
                        .expecting("1920 NOK 1000.00 > 1079.375:", "3000 NOK -10 > -89.375:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(
                broken(
                        "amount.xml",
                        "2026-11-02",
                        Saft.line("1500", "1,50") + Saft.line("3000", "-5"),
                        "3000 NOK - > -: -5 -7",
                        "1500 NOK - > -: 7"),
                broken(
                        "date.xml",
                        "2026-02-30",
                        Saft.line("1500", "5") + Saft.line("3000", "-5"),
                        "1500 NOK - > -: 5 7",
                        "3000 NOK - > -: -5 -7"),
                broken(
                        "account.xml",
                        "2026-11-02",
                        Saft.line("", "5") + Saft.line("3000", "-5"),
                        "- NOK - > -: 5",
                        "3000 NOK - > -: -5 -7",
                        "1500 NOK - > -: 7"),
                broken(
                        "side.xml",
                        "2026-11-02",
                        "<Line><AccountID>1500</AccountID></Line>" + Saft.line("3000", "-5"),
                        "3000 NOK - > -: -5 -7",
                        "1500 NOK - > -: 7"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        String whole = Saft.file("", Saft.journal(Saft.transaction("1", "2026-11-02", "HERE")));
        int here = whole.indexOf("HERE");
        return GeneratedFile.of(
                whole.substring(0, here),
                entries,
                number -> Saft.line("1920", "0.00", "<Description>linje " + number + "</Description>") + "\n",
                whole.substring(here + "HERE".length()));
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("saft");
    }

    private static SampleFile broken(String name, String date, String lines, String... expected) {
        String good = Saft.transaction("9", "2026-11-09", Saft.line("1500", "7") + Saft.line("3000", "-7"));
        return SampleFile.of(name, Saft.file("", Saft.journal(Saft.transaction("1", date, lines) + good)))
                .expecting(expected);
    }
}
