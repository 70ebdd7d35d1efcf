package org.tickmark.importer.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.RecordingSink;

class RefusalTest {
    private static final String VALID = Camt.statement(Camt.balances("1", "2") + Camt.entry("1", "CRDT"));

    @Test
    void saysWhereAFieldCannotBeReadAndWhatWasExpected() {
        Problem problem = Reader.read(Camt.statement("\n" + Camt.entry("1", "CRDT") + Camt.entry("1,50", "CRDT")))
                .errors()
                .get(0);

        assertThat(problem.text(Locale.ENGLISH))
                .isEqualTo("line 6, Stmt[1]/Ntry[2]/Amt: The amount cannot be read. Found: 1,50; expected: 1234.56."
                        + " Ask the bank for a corrected file.");
    }

    @Test
    void namesTheElementThatIsMissing() {
        Problem problem = Reader.read(Camt.statement("<Ntry><Amt Ccy=\"NOK\">1</Amt></Ntry>"))
                .errors()
                .get(0);

        assertThat(problem.code()).isEqualTo("E4.missing");
        assertThat(problem.where()).hasValue("line 4, Stmt[1]/Ntry[1]");
        assertThat(problem.expected()).hasValue("CdtDbtInd");
    }

    @Test
    void saysLineAndColumnOfXmlThatIsNotWellFormed() {
        Problem problem = refusal(VALID.replace("</Ntry>", "</Nrty>"));

        assertThat(problem.code()).isEqualTo("E3.xml");
        assertThat(problem.where())
                .hasValueSatisfying(place -> assertThat(place).startsWith("line 6, column "));
    }

    @Test
    void saysThatAFileIsCutOff() {
        Problem problem = refusal(VALID.substring(0, VALID.indexOf("</Ntry>")));

        assertThat(problem.code()).isEqualTo("E3.cut-off");
        assertThat(problem.where())
                .hasValueSatisfying(place -> assertThat(place).endsWith("Stmt[1]/Ntry[1]"));
        assertThat(problem.expected()).hasValue("</Document>");
    }

    @Test
    void refusesOtherXmlByNamingItsRoot() {
        Problem problem = refusal("<Invoice><Amount>1</Amount></Invoice>");

        assertThat(problem.code()).isEqualTo("E2.not-camt");
        assertThat(problem.found()).hasValue("Invoice");
    }

    @Test
    void refusesAnEmptyFileAsUnreadable() {
        assertThat(refusal("").code()).isEqualTo("E1.empty");
        assertThat(refusal(" \r\n").code()).isEqualTo("E1.empty");
    }

    @Test
    void refusesAMessageWithoutStatement() {
        assertThat(refusal(Camt.document("BkToCstmrStmt", "")).code()).isEqualTo("E3.no-statement");
    }

    @Test
    void refusesBytesThatAreNotInTheEncodingDeclared() {
        byte[] latin = Camt.statement(Camt.entry("1", "CRDT", "<AddtlNtryInf>Avgift på lån</AddtlNtryInf>"))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(latin, Limits.USUAL).code()).isEqualTo("E3.encoding");
    }

    @Test
    void refusesAnEncodingThatDoesNotExist() {
        Problem problem = refusal(VALID.replace("UTF-8", "X-NONE-SUCH"));

        assertThat(problem.code()).isEqualTo("E3.encoding");
        assertThat(problem.found()).hasValue("X-NONE-SUCH");
    }

    @Test
    void believesTheBytesBeforeTheDeclaration() {
        assertThat(Reader.read(VALID.replace("UTF-8", "UTF-16")).encoding()).hasValue("UTF-8");
        assertThat(Reader.read("\uFEFF" + VALID.replace("UTF-8", "ISO-8859-1")).encoding())
                .hasValue("UTF-8");
        byte[] wide = VALID.getBytes(StandardCharsets.UTF_16LE);
        assertThat(Reader.read(wide, Limits.USUAL, Map.of()).encoding()).hasValue("UTF-16LE");
    }

    @Test
    void readsAnyEncodingThatTheFileDeclares() {
        for (String name : new String[] {"UTF-16", "ISO-8859-15", "windows-1252"}) {
            String document = Camt.statement(Camt.entry("1", "CRDT", "<AddtlNtryInf>på lån</AddtlNtryInf>"))
                    .replace("UTF-8", name);

            byte[] bytes = document.getBytes(Charset.forName(name));
            RecordingSink sink = Reader.read(bytes, Limits.USUAL, Map.of());

            assertThat(sink.statements().get(0).entries().get(0).text()).containsExactly("på lån");
            assertThat(sink.encoding())
                    .hasValueSatisfying(told -> assertThat(told).startsWith(name.substring(0, 3)));
            assertThat(new CamtImporter().probe(new FileHead("x", bytes))).isPositive();
        }
    }

    @Test
    void a15_refusesADocumentTypeDeclarationAndFetchesNothing() {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>";

        assertThat(refusal(VALID.replaceFirst("\\?>", "?>" + bomb)).code()).isEqualTo("E3.dtd");
    }

    @Test
    void a15_refusesElementsNestedTooDeep() {
        String deep = Camt.statement("<A>".repeat(100) + "</A>".repeat(100));

        assertThat(refusal(deep).code()).isEqualTo("E3.depth");
    }

    @Test
    void a15_refusesTextsThatAreTooLong() {
        Limits tight = new Limits(1 << 30, 1000, 1000, 64);
        String text = Camt.entry("1", "CRDT", "<AddtlNtryInf>" + "x".repeat(1001) + "</AddtlNtryInf>");

        assertThat(refusal(Camt.statement(text).getBytes(StandardCharsets.UTF_8), tight)
                        .code())
                .isEqualTo("E3.length");
    }

    @Test
    void readsTextsInManyPieces() {
        String many = "&lt;".repeat(5000) + "<![CDATA[&]]>";

        assertThat(Reader.entry(Camt.entry("1", "CRDT", "<AddtlNtryInf>" + many + "</AddtlNtryInf>"))
                        .text())
                .containsExactly("<".repeat(5000) + "&");
    }

    @Test
    @Timeout(120)
    void a15_refusesCommentsAttributesAndEntriesWithoutEndInBoundedMemory() {
        String text = "x".repeat(10_000);
        assertThat(refusal(GeneratedFile.of("<a><!--", 100_000, number -> text, "--></a>"))
                        .code())
                .isEqualTo("E3.length");
        assertThat(refusal(GeneratedFile.of("<a b=\"", 100_000, number -> text, "\"/>"))
                        .code())
                .isEqualTo("E3.length");
        String head = Camt.statement("HERE").replaceFirst("(?s)HERE.*", "<Ntry><NtryDtls>");
        assertThat(refusal(GeneratedFile.of(
                                head, 1_000_000, number -> "<TxDtls><AddtlTxInf>x</AddtlTxInf></TxDtls>", ""))
                        .code())
                .isEqualTo("E3.entry-size");
    }

    @Test
    void letsOutWhatTheStreamThrows() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThatThrownBy(() -> new CamtImporter().read(broken, ReadContext.of("x"), new RecordingSink()))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(CamtImporter.class);
    }

    private static Problem refusal(String document) {
        return refusal(document.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    }

    private static Problem refusal(byte[] document, Limits limits) {
        return catchThrowableOfType(TickmarkException.class, () -> Reader.read(document, limits, Map.of()))
                .problem();
    }

    private static Problem refusal(InputStream document) {
        return catchThrowableOfType(TickmarkException.class, () -> new CamtImporter()
                        .read(document, ReadContext.of("x"), new RecordingSink()))
                .problem();
    }
}
