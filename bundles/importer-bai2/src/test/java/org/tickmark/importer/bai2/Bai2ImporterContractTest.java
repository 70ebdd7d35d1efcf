package org.tickmark.importer.bai2;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class Bai2ImporterContractTest extends StatementImporterContract {
    private static final String ACCOUNT = """
            03,123456789,,010,100000,,,015,107950,,/
            88,045,90000,,,100,10000,1,,400,2050,1,/
            16,142,10000,Z,BANK1,CUST1,Deposit 10/16 Oslo/
            88,more, text/
            16,475,2050,V,261102,,BANK2,,Check/
            """;
    private static final String FILE = Bai.file(ACCOUNT, "322050");
    private static final String SUMMARY = "123456789 USD 1000.00 > 1079.50: 100.00 -20.50";

    @Override
    protected StatementImporter importer() {
        return new Bai2Importer();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("unix.bai", FILE).expecting(SUMMARY),
                SampleFile.of("one-line.bai", FILE.replace("\n", " ")).expecting(SUMMARY),
                SampleFile.of("dos.bai", FILE.replace("\n", "\r\n"), StandardCharsets.ISO_8859_1)
                        .expecting(SUMMARY),
                SampleFile.of("yen.bai", FILE.replace(",USD,", ",JPY,"))
                        .expecting("123456789 JPY 100000 > 107950: 10000 -2050"),
                SampleFile.of("dinar.bai", FILE.replace("123456789,,", "123456789,KWD,"))
                        .expecting("123456789 KWD 100.000 > 107.950: 10.000 -2.050"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(
                broken("amount.bai", "16,142,1O00,,,,x/\n").expecting("123456789 USD - > -: -7.00"),
                broken("no-amount.bai", "16,142,,,,,x/\n").expecting("123456789 USD - > -: -7.00"),
                broken("type.bai", "16,1x2,1000,,,,x/\n").expecting("123456789 USD - > -: -7.00"),
                broken("date.bai", "16,142,1000,V,261332,,,,x/\n").expecting("123456789 USD - > -: 10.00 -7.00"),
                SampleFile.of("balance.bai", Bai.file("03,123456789,,010,1OO,,/\n16,475,700,,,,y/\n", "700"))
                        .expecting("123456789 USD - > -: -7.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of(
                Bai.FILE + Bai.GROUP + "03,123456789,,/\n",
                entries,
                number -> "16,142,0,,," + number + ",line/\n",
                "49,0," + (entries + 2) + "/\n98,0,1," + (entries + 4) + "/\n99,0,1," + (entries + 6) + "/\n");
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("bai2");
    }

    private static SampleFile broken(String name, String record) {
        return SampleFile.of(name, Bai.file("03,123456789,,/\n" + record + "16,475,700,,,,y/\n", "1700"));
    }
}
