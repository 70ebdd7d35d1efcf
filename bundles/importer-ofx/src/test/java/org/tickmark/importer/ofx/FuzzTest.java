package org.tickmark.importer.ofx;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final String TWO = Ofx.transaction("1", "100.00", "<NAME>Ås<MEMO><![CDATA[a]]>")
            + Ofx.transaction("2", "-20,5", "<CURRENCY><CURRATE>2<CURSYM>EUR</CURRENCY>");

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(
                        new OfxImporter(),
                        List.of(
                                SampleFile.of("sgml", Ofx.sgml(TWO)),
                                SampleFile.of("xml", Ofx.xml(TWO)),
                                SampleFile.of("bare", Ofx.bare(TWO))),
                        List.of(
                                "<",
                                ">",
                                "/>",
                                "</",
                                "<!--",
                                "-->",
                                "<![CDATA[",
                                "]]>",
                                "<?x?>",
                                "&#0;",
                                "&#x10FFFF;",
                                "<STMTTRN>",
                                "</STMTTRN>",
                                "<STMTRS>",
                                "</STMTRS>",
                                "<OFX>",
                                "</OFX>",
                                "<ACCTID>1",
                                "<BALAMT>x",
                                "<SEVERITY>ERROR",
                                "<INVSTMTRS>",
                                "\u0000",
                                "\uFEFF"))
                .run(3000);
    }
}
