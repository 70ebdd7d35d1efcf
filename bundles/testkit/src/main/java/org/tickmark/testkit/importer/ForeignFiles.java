package org.tickmark.testkit.importer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Beginnings of files in many formats, and of files in none, for an importer to refuse. All are invented. */
public final class ForeignFiles {
    private static final List<SampleFile> ALL =
            Stream.concat(texts(), binaries()).toList();

    private ForeignFiles() {}

    /** One file of each format, named by it. */
    public static List<SampleFile> all() {
        return ALL;
    }

    /**
     * One file of each format but these.
     *
     * @throws IllegalArgumentException if there is no file of that name
     */
    public static List<SampleFile> except(String... names) {
        Set<String> own = Set.of(names);
        List<SampleFile> others =
                ALL.stream().filter(file -> !own.contains(file.name())).toList();
        if (others.size() != ALL.size() - own.size()) {
            throw new IllegalArgumentException("Foreign files " + own + ": expected names among " + ALL);
        }
        return others;
    }

    private static Stream<SampleFile> texts() {
        return Stream.of(
                text("empty", ""),
                text("blank", " \r\n\t\r\n"),
                text("prose", "Dear customer,\n\nplease find your statement attached.\n"),
                text(
                        "html",
                        "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body>#FLAGGA</body></html>\n"),
                text("json", "{\"account\": \"SE4550000000058398257466\", \"entries\": [{\"amount\": 1.00}]}\n"),
                text("csv", "Bokföringsdag;Belopp;Rubrik;Saldo\n2026-11-02;-120,00;Hyra;4 880,00\n"),
                text("pipe", "PIPE|SE4550000000058398257466|SEK|100.00|90.00\n2026-11-02|-10.00|||Fee\nEND|1\n"),
                text("camt.052", camt("052", "BkToCstmrAcctRpt", "Rpt")),
                text("camt.053", camt("053", "BkToCstmrStmt", "Stmt")),
                text("camt.054", camt("054", "BkToCstmrDbtCdtNtfctn", "Ntfctn")),
                text("pain.001", document("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "CstmrCdtTrfInitn")),
                text("pain.002", document("urn:iso:std:iso:20022:tech:xsd:pain.002.001.10", "CstmrPmtStsRpt")),
                text(
                        "saft",
                        "<?xml version=\"1.0\"?>\n<AuditFile xmlns=\"urn:StandardAuditFile-Taxation-Financial:NO\"><Header/></AuditFile>"),
                text("sie5", "<?xml version=\"1.0\"?>\n<Sie xmlns=\"http://www.sie.se/sie5\"><FileInfo/></Sie>"),
                text("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>BkToCstmrStmt</text></svg>"),
                text(
                        "sie4",
                        "#FLAGGA 0\r\n#FORMAT PC8\r\n#SIETYP 4\r\n#PROGRAM \"Prov\" 1.0\r\n#FNAMN \"Fjord AB\"\r\n"),
                text(
                        "mt940",
                        ":20:STARTUMSE\r\n:25:NO9386011117947\r\n:28C:00001/001\r\n:60F:C261101NOK100,00\r\n-\r\n"),
                text("ofx1", "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n\r\n<OFX><SIGNONMSGSRSV1>"),
                text("ofx2", "<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n<OFX></OFX>"),
                text("qif", "!Type:Bank\nD11/02'26\nT-10.00\nPFee\n^\n"),
                text("bai2", "01,122099999,123456789,261102,0200,1,80,1,2/\n99,0,1,2/\n"),
                text("bgmax", pad("01BGMAX               0120261102173035010331P") + "\r\n"),
                text("ocr-giro", "NY000010" + "0".repeat(72) + "\n"),
                text("coda", pad("0000002112600005        00099999  FJORD NV") + "\n"));
    }

    private static Stream<SampleFile> binaries() {
        byte[] noise = new byte[4096];
        new Random(20_261_122).nextBytes(noise);
        byte[] zeros = new byte[512];
        byte[] high = new byte[256];
        Arrays.fill(high, (byte) 0xFF);
        return Stream.of(
                SampleFile.of("noise", noise),
                SampleFile.of("zeros", zeros),
                SampleFile.of("high", high),
                SampleFile.of("pdf", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n", StandardCharsets.ISO_8859_1),
                SampleFile.of(
                        "zip",
                        "PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000camt.053.xml",
                        StandardCharsets.ISO_8859_1),
                SampleFile.of("gzip", "\u001f\u008b\u0008\u0000\u0000\u0000", StandardCharsets.ISO_8859_1));
    }

    private static SampleFile text(String name, String content) {
        return SampleFile.of(name, content);
    }

    private static String camt(String number, String message, String part) {
        return document(
                "urn:iso:std:iso:20022:tech:xsd:camt." + number + ".001.08", message + "><" + part + "/></" + message);
    }

    private static String document(String namespace, String message) {
        String element = message.contains("/") ? "<" + message + ">" : "<" + message + "/>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + namespace + "\">" + element
                + "</Document>\n";
    }

    private static String pad(String record) {
        return record + " ".repeat(128 - record.length());
    }
}
