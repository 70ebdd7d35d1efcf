package org.tickmark.importer.ofx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads files for tests; accounts and parties are invented. */
final class Ofx {
    static final String SGML_HEADER = """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            SECURITY:NONE
            ENCODING:USASCII
            CHARSET:1252
            COMPRESSION:NONE
            OLDFILEUID:NONE
            NEWFILEUID:NONE

            """;
    static final String XML_HEADER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
            """;
    static final String SIGN_ON = "<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>"
            + "<DTSERVER>20261130<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\n";

    private Ofx() {}

    /** OFX 1: no element is closed. */
    static String sgml(String transactions) {
        return SGML_HEADER + bare(transactions);
    }

    /** OFX 2: every element is closed. */
    static String xml(String transactions) {
        return XML_HEADER + bare(transactions).replaceAll("<([A-Z]+)>([^<\\r\\n]+)", "<$1>$2</$1>");
    }

    /** A response of one account without a header. */
    static String bare(String transactions) {
        return "<OFX>\n" + SIGN_ON + "<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>\n"
                + "<STMTRS><CURDEF>NOK<BANKACCTFROM><BANKID>9386<ACCTID>93860111179<ACCTTYPE>CHECKING</BANKACCTFROM>\n"
                + "<BANKTRANLIST><DTSTART>20261101<DTEND>20261130\n" + transactions + "</BANKTRANLIST>\n"
                + "<LEDGERBAL><BALAMT>1079.375<DTASOF>20261130</LEDGERBAL>\n"
                + "<AVAILBAL><BALAMT>2079.375<DTASOF>20261130</AVAILBAL>\n"
                + "</STMTRS></STMTTRNRS></BANKMSGSRSV1>\n</OFX>\n";
    }

    /** A transaction. */
    static String transaction(String id, String amount) {
        return transaction(id, amount, "");
    }

    /** A transaction with more in it. */
    static String transaction(String id, String amount, String more) {
        return "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20261102120000<TRNAMT>" + amount + "<FITID>" + id + more
                + "</STMTTRN>\n";
    }

    static RecordingSink read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    static RecordingSink read(byte[] file) {
        RecordingSink sink = new RecordingSink();
        try {
            new OfxImporter().read(new ByteArrayInputStream(file), ReadContext.of("test.ofx"), sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    /** The only entry of a response with this transaction. */
    static ImportedEntry entry(String transaction) {
        return read(sgml(transaction)).statements().get(0).entries().get(0);
    }
}
