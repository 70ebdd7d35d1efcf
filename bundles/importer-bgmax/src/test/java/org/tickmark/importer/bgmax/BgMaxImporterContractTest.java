package org.tickmark.importer.bgmax;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class BgMaxImporterContractTest extends StatementImporterContract {
    private static final String PAYMENTS = BgMax.payment("20", "10010017", "1250.00", 1)
            + BgMax.pad("26Åsöv Rör AB")
            + BgMax.payment("21", "10010017", "250.50", 2)
            + BgMax.payment("20", "", "0.25", 3)
            + BgMax.pad("25Hyra november");
    private static final String FILE =
            BgMax.START + BgMax.SECTION + PAYMENTS + BgMax.deposit("999.75", 3) + BgMax.end(2, 1, 0, 1);
    private static final String TOLD = "55551113 SEK - > -: 1250.00 -250.50 0.25";

    @Override
    protected StatementImporter importer() {
        return BgMax.importer();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("latin.txt", FILE, StandardCharsets.ISO_8859_1).expecting(TOLD),
                SampleFile.of("mac.txt", FILE, Charset.forName("x-MacRoman")).expecting(TOLD),
                SampleFile.of("utf8.txt", "\uFEFF" + FILE).expecting(TOLD),
                SampleFile.of("stripped.txt", FILE.replaceAll(" +\r\n", "\n"), StandardCharsets.ISO_8859_1)
                        .expecting(TOLD),
                SampleFile.of("empty.txt", BgMax.START + BgMax.SECTION + BgMax.end(0, 0, 0, 0))
                        .expecting("55551113 SEK - > -:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        String bad = BgMax.payment("20", "17", "7.00", 1);
        String good = BgMax.payment("20", "18", "1.00", 2) + BgMax.deposit("8.00", 2) + BgMax.end(2, 0, 0, 1);
        return List.of(
                SampleFile.of("amount.txt", BgMax.START + BgMax.SECTION + bad.replace("00700", "O0700") + good)
                        .expecting("55551113 SEK - > -: 1.00"),
                SampleFile.of("day.txt", BgMax.START + BgMax.SECTION + bad + good.replace("20261126", "20261131"))
                        .expecting("55551113 SEK - > -: 7.00 1.00"),
                SampleFile.of("account.txt", BgMax.START + BgMax.SECTION.replace("005555", "OO5555") + bad + good)
                        .expecting("OO55551113 SEK - > -: 7.00 1.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of(
                BgMax.START,
                entries,
                number -> BgMax.SECTION + BgMax.payment("20", "R" + number, "1.00", number) + BgMax.deposit("1.00", 1),
                BgMax.end((int) entries, 0, 0, (int) entries));
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("bgmax");
    }
}
