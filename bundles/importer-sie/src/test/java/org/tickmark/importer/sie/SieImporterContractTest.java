package org.tickmark.importer.sie;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class SieImporterContractTest extends StatementImporterContract {
    private static final String LEDGER = Sie.HEAD + """
            #KONTO 1930 "Företagskonto"
            #KONTO 3001 "Försäljning"
            #IB 0 1930 1000.00
            #UB 0 1930 1079.375
            #RES 0 3001 -79.375
            #VER A 1 20261102 "Försäljning"
            {
            #TRANS 1930 {} 100
            #TRANS 3001 {"1" "10"} -100
            }
            #VER "B" "7" 20261103 "Återbetalning"
            {
            #TRANS 1930 {} -20.50 20261104 "kund 17"
            #TRANS 3001 {} 20.50
            }
            #VER "" "" 20261104
            {
            #TRANS 1930 {} -0.125
            #TRANS 3001 {} 0.125
            }
            """;
    private static final String CASH = "1930 SEK 1000.00 > 1079.375: 100 -20.50 -0.125";
    private static final String SALES = "3001 SEK - > -79.375: -100 20.50 0.125";

    @Override
    protected StatementImporter importer() {
        return new SieImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("pc8.se", LEDGER, Charset.forName("IBM437")).expecting(CASH, SALES),
                SampleFile.of("utf8.se", LEDGER, StandardCharsets.UTF_8).expecting(CASH, SALES),
                SampleFile.of("dos.se", LEDGER.replace("\n", "\r\n")).expecting(CASH, SALES),
                SampleFile.of("balances.se", Sie.HEAD + "#IB 0 1930 1000.00\n#UB 0 1930 1079.375\n")
                        .expecting("1930 SEK 1000.00 > 1079.375:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(
                broken("amount.si", "#VER A 1 20261102\n{\n#TRANS 1930 {} 1,50\n#TRANS 3001 {} -5\n}\n"),
                broken("date.si", Sie.voucher("A 1 2026-11-02", "5").replace("#TRANS 1930 {} 5\n", "")),
                broken("balance.si", "#UB 0 1930 ten\n#VER A 1 20261102\n{\n#TRANS 3001 {} -5\n}\n"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of(
                Sie.HEAD + "#VER A 1 20261102\n{\n",
                entries,
                number -> "#TRANS 1930 {} 0.00 20261102 \"rad " + number + "\"\n",
                "}\n");
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("sie4");
    }

    /** The format has no trailer: a file that ends after a voucher, or after a line outside of vouchers, may be whole. */
    @Override
    protected boolean showsCut(SampleFile file, int length) {
        String text = new String(file.bytes(), 0, length, StandardCharsets.ISO_8859_1);
        boolean inVoucher = text.lastIndexOf("#VER") > text.lastIndexOf('}');
        boolean afterLine = text.endsWith("\n") || text.endsWith("\r") || text.endsWith("}");
        boolean holdsSomething = text.contains("#IB");
        return inVoucher || !afterLine || !holdsSomething;
    }

    private static SampleFile broken(String name, String records) {
        return SampleFile.of(name, Sie.HEAD + records + Sie.voucher("A 2 20261103", "7"))
                .expecting("3001 SEK - > -: -5 -7", "1930 SEK - > -: 7");
    }
}
