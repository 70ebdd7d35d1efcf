package org.tickmark.importer.mt940;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class Mt940ImporterContractTest extends StatementImporterContract {
    private static final String BODY = """
            :20:DAGUTDRAG
            :25:NO9386011117947
            :28C:17/1
            :60F:C261101NOK1000,00
            :61:2611021102C100,NTRFNONREF//MB20261102
            Løype 7
            :86:Innbetaling fra Fjell og Fjord AS
            Gjøvik
            :61:2611021102D20,50NMSCKUNDE 4
            :86:166?00KORTKJØP?20SVWZ+Kaffe?32KAFFEBAR AS
            :61:2611021102RD0,125NCHG
            :62F:C261102NOK1079,625
            """;
    private static final String SUMMARY = "NO9386011117947 NOK 1000.00 > 1079.625: 100 -20.50 0.125";
    private static final String PAGES = """
            :20:DAGUTDRAG
            :25:NO9386011117947
            :28C:17/1
            :60F:D261101NOK1,00
            :61:2611021102D1,00NTRFA
            :62M:D261102NOK2,00
            -
            :20:DAGUTDRAG
            :25:NO9386011117947
            :28C:17/2
            :60M:D261102NOK2,00
            :61:2611021102RC1,00NTRFB
            :62F:D261102NOK3,00
            :64:C261102NOK97,00
            -
            """;
    private static final String REPORT = Mt.REPORT + """
            :61:2611021102C5,00NTRFNONREF
            :86:Forventet
            :61:2611021102ED7,00NTRFNONREF
            :61:2611021102D1,25NTRFNONREF
            :90D:1NOK1,25
            :90C:1NOK5,00
            -
            """;

    @Override
    protected StatementImporter importer() {
        return new Mt940Importer();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("latin.sta", BODY + "-\n", Charset.forName("windows-1252"))
                        .expecting(SUMMARY),
                SampleFile.of("dos.sta", (BODY + "-\n").replace("\n", "\r\n"), Charset.forName("IBM850"))
                        .expecting(SUMMARY),
                SampleFile.of("bare.sta", BODY).expecting(SUMMARY),
                SampleFile.of("swift.fin", "{1:F01FJORNOKKAXXX0000000000}{2:I940FJORNOKKXXXXN}{4:\n" + BODY + "-}\n")
                        .expecting(SUMMARY),
                SampleFile.of("pages.sta", PAGES)
                        .expecting(
                                "NO9386011117947 NOK -1.00 > -2.00: -1.00", "NO9386011117947 NOK -2.00 > -3.00: -1.00"),
                SampleFile.of("report.mt942", REPORT).expecting("NO9386011117947 NOK - > -: 5.00 -1.25"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(
                broken("amount.sta", ":61:2611021102D1O,00NTRFNONREF\n:86:x\n")
                        .expecting("NO9386011117947 NOK 1000.00 > 990.00: -7.00"),
                broken("mark.sta", ":61:2611021102X10,00NTRFNONREF\n")
                        .expecting("NO9386011117947 NOK 1000.00 > 990.00: -7.00"),
                broken("date.sta", ":61:2613021102D3,00NTRFNONREF\n")
                        .expecting("NO9386011117947 NOK 1000.00 > 990.00: -3.00 -7.00"),
                SampleFile.of(
                                "opening.sta",
                                Mt.HEAD.replace("1000,00", "lots") + ":61:2611021102D7,00NTRFNONREF\n" + Mt.END)
                        .expecting("NO9386011117947 - - > 990.00: -7.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of(
                Mt.HEAD,
                entries,
                number -> ":61:2611021102C0,00NTRFNONREF//" + number + "\n:86:Linje " + number + "\n",
                ":62F:C261102NOK1000,00\n-\n");
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("mt940");
    }

    /** Behind a closing balance with all decimals, or totals, a file without envelope may end; and one of many messages behind each of them. */
    @Override
    protected boolean showsCut(SampleFile file, int length) {
        String text = new String(file.bytes(), 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("{1:")) {
            return !text.endsWith("-");
        }
        String message = text.substring(Math.max(0, text.lastIndexOf(":20:")));
        boolean next = text.matches("(?s).*\\n-\\r?\\n?:?2?0?");
        boolean closed = message.matches("(?s).*:62[FM]:[CD][0-9]{6}NOK[0-9]+,[0-9]{2,}(\\r?\\n.*)?");
        boolean totals = message.matches("(?s).*:90D:1NOK1,25(\\n.*)?");
        return !next && !closed && !totals;
    }

    private static SampleFile broken(String name, String field) {
        return SampleFile.of(name, Mt.HEAD + field + ":61:2611021102D7,00NTRFNONREF\n" + Mt.END);
    }
}
