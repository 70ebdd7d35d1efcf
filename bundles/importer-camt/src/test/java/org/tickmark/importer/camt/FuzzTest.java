package org.tickmark.importer.camt;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final int USUAL = 2000;

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/>",
            "&",
            "&amp;",
            "&#0;",
            "<![CDATA[",
            "<!--",
            "<?x?>",
            "<!DOCTYPE a>",
            "<Ntry>",
            "</Ntry>",
            "<Ntry/>",
            "<NtryDtls><TxDtls>",
            "</TxDtls></NtryDtls>",
            "<TxDtls><Amt Ccy=\"EUR\">1</Amt></TxDtls>",
            "<Amt>1</Amt>",
            "<Amt Ccy=\"NOK\">1e9</Amt>",
            "<Amt Ccy=\"\">-1</Amt>",
            "<CdtDbtInd>DBIT</CdtDbtInd>",
            "<RvslInd>true</RvslInd>",
            "<Sts>PDNG</Sts>",
            "<Sts><Cd>INFO</Cd></Sts>",
            "<BookgDt><DtTm>2026-11-02T00:00:00+01:00</DtTm></BookgDt>",
            "<Dt>2026-13-45</Dt>",
            "<Bal>",
            "<Bal><Tp><CdOrPrtry><Cd>ITBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"NOK\">1</Amt></Bal>",
            "<TxsSummry><TtlNtries><NbOfNtries>9</NbOfNtries><Sum>1</Sum></TtlNtries></TxsSummry>",
            "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>",
            "<Acct><Id><Othr><Id>5555-1111</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm></Othr></Id></Acct>",
            "<Btch><PmtInfId>P</PmtInfId></Btch>",
            "<RmtInf><Strd><CdtrRefInf><Ref>1</Ref></CdtrRefInf></Strd></RmtInf>",
            "</Stmt><Stmt><Id>S2</Id>",
            "99999999999999999999999999999999999999999",
            "camt.052",
            "\u0000",
            "€",
            "xmlns=\"\"");

    @Test
    void readsOrRefusesWhateverComes() {
        List<SampleFile> files = new ArrayList<>(new CamtImporterContractTest().validFiles());
        files.add(SampleFile.of("made", FileForm.CAMT.bytes(Told.made(1, 1, 3))));
        ImporterFuzz.of(new CamtImporter(), files, PIECES).run(USUAL);
    }
}
