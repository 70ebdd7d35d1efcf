package org.tickmark.testkit.file;

import java.io.IOException;
import java.time.LocalDate;

/** Writes camt.053.001.08, ISO 20022. */
final class CamtFile {
    private CamtFile() {}

    static void write(Told told, Out out) throws IOException {
        out.add("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
                <BkToCstmrStmt>
                <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%3$sT23:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>%1$s</Id>%4$s<CreDtTm>%3$sT23:00:00Z</CreDtTm>
                <FrToDt><FrDtTm>%2$sT00:00:00Z</FrDtTm><ToDtTm>%3$sT23:59:59Z</ToDtTm></FrToDt>
                <Acct><Id><IBAN>%5$s</IBAN></Id><Ccy>SEK</Ccy></Acct>
                """.formatted(
                        told.id(),
                        told.first(),
                        told.last(),
                        told.sequence() == 0 ? "" : "<ElctrncSeqNb>" + told.sequence() + "</ElctrncSeqNb>",
                        FileForm.CAMT.account(told.account())));
        balance("OPBD", told.opening(), told.first(), out);
        balance("CLBD", told.closing(), told.last(), out);
        for (long place = 0; place < told.count(); place++) {
            entry(told.payments().apply(place), out);
        }
        out.add("</Stmt>\n</BkToCstmrStmt>\n</Document>\n");
    }

    private static void balance(String type, long cents, LocalDate day, Out out) throws IOException {
        out.add("<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp>");
        amount(cents, out);
        out.add("<Dt><Dt>" + day + "</Dt></Dt></Bal>\n");
    }

    private static void entry(Payment payment, Out out) throws IOException {
        boolean in = payment.cents() > 0;
        String party = in ? "Dbtr" : "Cdtr";
        out.add("<Ntry>");
        amount(payment.cents(), out);
        out.add("<Sts><Cd>BOOK</Cd></Sts>\n<BookgDt><Dt>" + payment.day() + "</Dt></BookgDt><ValDt><Dt>"
                + payment.day());
        out.add("</Dt></ValDt><AcctSvcrRef>B" + payment.reference());
        out.add("</AcctSvcrRef>\n<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + (in ? "RCDT" : "ICDT"));
        out.add("</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>\n<NtryDtls><TxDtls><Refs><EndToEndId>E");
        out.add(payment.reference() + "</EndToEndId></Refs>\n<RltdPties><" + party + "><Pty><Nm>" + payment.party());
        out.add("</Nm></Pty></" + party + "></RltdPties>\n<RmtInf><Ustrd>" + payment.text());
        out.add("</Ustrd><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + payment.reference());
        out.add("</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
    }

    private static void amount(long cents, Out out) throws IOException {
        out.add("<Amt Ccy=\"SEK\">").amount(Math.abs(cents), '.');
        out.add("</Amt><CdtDbtInd>" + (cents < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd>");
    }
}
