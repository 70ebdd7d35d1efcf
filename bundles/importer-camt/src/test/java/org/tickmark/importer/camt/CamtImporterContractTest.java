package org.tickmark.importer.camt;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class CamtImporterContractTest extends StatementImporterContract {
    private static final String FIRST = Camt.entry("100.00", "CRDT");

    @Override
    protected StatementImporter importer() {
        return new CamtImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        String entries = FIRST + Camt.entry("20.5", "DBIT") + Camt.entry("3", "CRDT") + Camt.entry("0.125", "DBIT");
        String statement = Camt.statement(Camt.balances("1000.00", "1082.375") + entries);
        return List.of(
                SampleFile.of("four.xml", statement)
                        .expecting("NO9386011117947 NOK 1000.00 > 1082.375: 100.00 -20.5 3 -0.125"),
                SampleFile.of("latin.xml", statement.replace("UTF-8", "ISO-8859-1"), StandardCharsets.ISO_8859_1)
                        .expecting("NO9386011117947 NOK 1000.00 > 1082.375: 100.00 -20.5 3 -0.125"),
                SampleFile.of("empty.xml", Camt.statement(Camt.balances("5.00", "5.00")))
                        .expecting("NO9386011117947 NOK 5.00 > 5.00:"),
                SampleFile.of("notice.xml", Camt.message("BkToCstmrDbtCdtNtfctn", "Ntfctn", FIRST))
                        .expecting("NO9386011117947 NOK - > -: 100.00"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        String good = Camt.entry("1.00", "CRDT");
        return List.of(
                broken("amount.xml", Camt.entry("1,00", "CRDT") + good, "1.00"),
                broken("direction.xml", Camt.entry("7.00", "CREDIT") + good, "1.00"),
                broken("missing.xml", "<Ntry><CdtDbtInd>CRDT</CdtDbtInd></Ntry>" + good, "1.00"),
                broken("status.xml", Camt.entry("7.00", "CRDT", "<Sts>MAYBE</Sts>") + good, "1.00"),
                broken(
                        "date.xml",
                        Camt.entry("7.00", "CRDT", "<BookgDt><Dt>2026-02-30</Dt></BookgDt>") + good,
                        "7.00 1.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        String whole = Camt.statement(Camt.balances("0.00", entries + ".00") + "HERE");
        int here = whole.indexOf("HERE");
        return GeneratedFile.of(
                whole.substring(0, here),
                entries,
                number -> Camt.entry("1.00", "CRDT", "<AcctSvcrRef>R" + number + "</AcctSvcrRef>"),
                whole.substring(here + "HERE".length()));
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("camt.052", "camt.053", "camt.054");
    }

    private static SampleFile broken(String name, String entries, String amounts) {
        return SampleFile.of(name, Camt.statement(Camt.balances("10.00", "18.00") + entries))
                .expecting("NO9386011117947 NOK 10.00 > 18.00: " + amounts);
    }
}
