package org.tickmark.testkit.file;

import java.io.IOException;

/** Writes OFX 1.0.2, which is SGML. */
final class OfxFile {
    private OfxFile() {}

    static void write(Told told, Out out) throws IOException {
        out.add("""
                OFXHEADER:100
                DATA:OFXSGML
                VERSION:102
                SECURITY:NONE
                ENCODING:USASCII
                CHARSET:1252
                COMPRESSION:NONE
                OLDFILEUID:NONE
                NEWFILEUID:NONE

                <OFX>
                <SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20270101<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
                <BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>
                <STMTRS><CURDEF>NOK<BANKACCTFROM><BANKID>9386<ACCTID>%s<ACCTTYPE>CHECKING</BANKACCTFROM>
                <BANKTRANLIST>
                """.formatted(FileForm.OFX.account(told.account())));
        out.add("<DTSTART>").day(told.first()).add("<DTEND>").day(told.last()).add("\n");
        for (long place = 0; place < told.count(); place++) {
            Payment payment = told.payments().apply(place);
            out.add("<STMTTRN>\n<TRNTYPE>" + (payment.cents() < 0 ? "DEBIT" : "CREDIT") + "\n<DTPOSTED>");
            out.day(payment.day()).add("120000\n<TRNAMT>").amount(payment.cents(), '.');
            out.add("\n<FITID>B" + payment.reference() + "\n<NAME>" + payment.party() + "\n<MEMO>" + payment.text());
            out.add("\n</STMTTRN>\n");
        }
        out.add("</BANKTRANLIST>\n<LEDGERBAL><BALAMT>").amount(told.closing(), '.');
        out.add("<DTASOF>").day(told.last()).add("</LEDGERBAL>\n</STMTRS></STMTTRNRS></BANKMSGSRSV1>\n</OFX>\n");
    }
}
