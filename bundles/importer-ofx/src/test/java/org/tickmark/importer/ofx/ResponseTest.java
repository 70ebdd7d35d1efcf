package org.tickmark.importer.ofx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class ResponseTest {
    private static final String ONE = Ofx.transaction("1", "5");

    @Test
    void tellsWhatATransactionSays() {
        ImportedEntry entry = Ofx.entry(Ofx.transaction(
                "F1", "-5.50", "<DTAVAIL>20261103<CHECKNUM>319<REFNUM>R7<NAME>Fjell &amp; Co<MEMO>Kaffe, 2 kopper"));

        assertThat(entry.bookingDate()).contains(LocalDate.of(2026, 11, 2));
        assertThat(entry.valueDate()).contains(LocalDate.of(2026, 11, 3));
        assertThat(entry.bankReference()).isEqualTo("F1");
        assertThat(entry.id()).isEqualTo("F1");
        assertThat(entry.transactionCode()).isEqualTo("OTHER");
        assertThat(entry.party()).isEqualTo(Party.named("Fjell & Co"));
        assertThat(entry.text()).containsExactly("Kaffe, 2 kopper");
        assertThat(entry.references())
                .containsExactly(
                        new Reference(Reference.Type.CUSTOMER, "319"), new Reference(Reference.Type.BANK, "R7"));
        assertThat(entry.position()).isEqualTo("line 16, STMTTRN[1]");
    }

    @Test
    void tellsPeriodAndBalances() {
        RecordedStatement statement = Ofx.read(Ofx.sgml(ONE)).statements().get(0);

        assertThat(statement.header().from()).contains(LocalDate.of(2026, 11, 1));
        assertThat(statement.header().to()).contains(LocalDate.of(2026, 11, 30));
        assertThat(statement.balances())
                .containsExactly(
                        Balance.of(Balance.Kind.CLOSING, new BigDecimal("1079.375"), LocalDate.of(2026, 11, 30)),
                        Balance.of(Balance.Kind.AVAILABLE, new BigDecimal("2079.375"), LocalDate.of(2026, 11, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OFXHEADER:100 DATA:OFXSGML VERSION:102 CHARSET:1252 ",
                "<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?>\n",
                "\uFEFF\n\n",
                "<!-- made by hand -->",
                ""
            })
    void readsAnyHeader(String header) {
        String file = header + Ofx.bare(ONE);

        assertThat(Ofx.read(file).summaries()).containsExactly("93860111179 NOK - > 1079.375: 5");
        assertThat(new OfxImporter().probe(new FileHead("x", file.getBytes(StandardCharsets.UTF_8))))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</BANKTRANLIST>",
                "</STMTTRN>",
                "</BANKACCTFROM>",
                "</LEDGERBAL>",
                "</AVAILBAL>",
                "</STMTRS>",
                "</STMTTRNRS>",
                "</BANKMSGSRSV1>",
                "</STATUS>",
                "</SONRS>"
            })
    void readsOnWhereAnAggregateIsNotClosed(String missing) {
        String file = Ofx.sgml(ONE + Ofx.transaction("2", "6")).replace(missing, "");

        assertThat(Ofx.read(file).summaries()).containsExactly("93860111179 NOK - > 1079.375: 5 6");
    }

    @Test
    void readsTagsOfAnyCaseWithBlanksAndAttributes() {
        String file = Ofx.xml(ONE).replace("<STMTTRN>", "<StmtTrn a=\"b\">").replace("</TRNAMT>", "</trnamt >");

        assertThat(Ofx.read(file).summaries()).containsExactly("93860111179 NOK - > 1079.375: 5");
    }

    @Test
    void takesNoNoticeOfWhatIsInComments() {
        String file = Ofx.sgml("<!-- " + Ofx.transaction("0", "99") + " --> " + ONE);

        assertThat(Ofx.read(file).summaries()).containsExactly("93860111179 NOK - > 1079.375: 5");
    }

    @Test
    void readsTextsWithMarksInThem() {
        assertThat(Ofx.entry(Ofx.transaction("1", "5", "<MEMO><![CDATA[a &amp; <b> ]] c]]>"))
                        .text())
                .containsExactly("a &amp; <b> ]] c");
        assertThat(Ofx.entry(Ofx.transaction("1", "5", "<MEMO>AT&T &#38; 3 < 4 &lt;x&gt; &unknown;"))
                        .text())
                .containsExactly("AT&T & 3 < 4 <x> &unknown;");
    }

    @Test
    void readsCardsAndSeveralAccounts() {
        String bank = Ofx.bare(ONE);
        String card = bank.replace("STMTRS", "CCSTMTRS")
                .replace("STMTTRNRS", "CCSTMTTRNRS")
                .replace("BANKACCTFROM", "CCACCTFROM")
                .replace("93860111179", "NO9386011117947");
        RecordingSink sink = Ofx.read(bank.replace("</OFX>", "") + card.replace("<OFX>", ""));

        assertThat(sink.summaries())
                .containsExactly("93860111179 NOK - > 1079.375: 5", "NO9386011117947 NOK - > 1079.375: 5");
        assertThat(sink.statements().get(1).header().account()).isEqualTo(AccountId.iban("NO9386011117947"));
    }

    @Test
    void takesTheNameOfThePayeeAndTheAccountOfTheOtherSideFromWithin() {
        ImportedEntry entry = Ofx.entry(Ofx.transaction(
                "1",
                "5",
                "<PAYEE><NAME>Fjell AS<CITY>Oslo</PAYEE><BANKACCTTO><BANKID>1<ACCTID>60210712345</BANKACCTTO>"));

        assertThat(entry.party()).isEqualTo(new Party("Fjell AS", "60210712345", "", ""));
        assertThat(Ofx.read(Ofx.sgml(ONE)).statements().get(0).header().account())
                .isEqualTo(AccountId.bban("93860111179"));
    }

    @Test
    void tellsTheCurrencyOfAnAmountThatIsInAnother() {
        assertThat(Ofx.entry(Ofx.transaction("1", "5", "<CURRENCY><CURRATE>11.5<CURSYM>EUR</CURRENCY>"))
                        .currency())
                .isEqualTo("EUR");
        assertThat(Ofx.entry(Ofx.transaction("1", "5", "<ORIGCURRENCY><CURRATE>11.5<CURSYM>EUR</ORIGCURRENCY>"))
                        .currency())
                .isEmpty();
    }

    @Test
    void tellsTransactionsThatAreNotYetBooked() {
        String pending = "<BANKTRANLISTP><DTASOF>20261130<STMTTRNP><TRNTYPE>POS<DTTRAN>20261129<TRNAMT>-7</STMTTRNP>";
        RecordingSink sink = Ofx.read(Ofx.sgml(ONE).replace("<LEDGERBAL>", pending + "</BANKTRANLISTP><LEDGERBAL>"));

        assertThat(sink.statements().get(0).count()).isEqualTo(1);
        assertThat(sink.statements().get(0).entries().get(1).status()).isEqualTo(ImportedEntry.Status.PENDING);
        assertThat(sink.statements().get(0).entries().get(1).bookingDate()).contains(LocalDate.of(2026, 11, 29));
    }

    @Test
    void believesTheBytesBeforeTheHeader() {
        String text = Ofx.sgml(Ofx.transaction("1", "5", "<NAME>Blåbær € 5"));

        assertThat(Ofx.read(text).encoding()).hasValue("UTF-8");
        assertThat(Ofx.read(text.getBytes(Charset.forName("windows-1252"))).encoding())
                .hasValue("windows-1252");
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252")}) {
            assertThat(Ofx.read(text.getBytes(charset))
                            .statements()
                            .get(0)
                            .entries()
                            .get(0)
                            .party()
                            .name())
                    .isEqualTo("Blåbær € 5");
        }
    }

    @Test
    void leavesADateOutThatIsMissing() {
        RecordingSink sink =
                Ofx.read(Ofx.sgml("<STMTTRN><TRNAMT>5<FITID>1</STMTTRN><STMTTRN><DTPOSTED><TRNAMT>6</STMTTRN>"));

        assertThat(sink.summaries()).containsExactly("93860111179 NOK - > 1079.375: 5 6");
        assertThat(sink.statements().get(0).entries())
                .allMatch(entry -> entry.bookingDate().isEmpty());
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void warnsOfATransactionThatCorrectsAnother() {
        assertThat(Ofx.read(Ofx.sgml(Ofx.transaction("2", "5", "<CORRECTFITID>1<CORRECTACTION>REPLACE")))
                        .codes())
                .containsExactly("W.correction");
    }

    @Test
    void refusesADownloadThatFailed() {
        String error = "<STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>No such user</STATUS>";
        String signOn = Ofx.SGML_HEADER + "<OFX><SIGNONMSGSRSV1><SONRS>" + error + "</SONRS></SIGNONMSGSRSV1></OFX>";
        String statement = Ofx.sgml(ONE).replaceFirst("(<TRNUID>1)<STATUS>.*?</STATUS>", "$1" + error);

        assertThat(refusal(signOn).toString()).contains("E3.failed", "15500 No such user");
        assertThat(refusal(statement).code()).isEqualTo("E3.failed");
    }

    @Test
    void takesNoNoticeOfErrorsInOtherAnswers() {
        String other = "<PROFTRNRS><STATUS><CODE>2000<SEVERITY>ERROR</STATUS></PROFTRNRS>";

        assertThat(Ofx.read(Ofx.sgml(ONE).replace("<BANKMSGSRSV1>", other + "<BANKMSGSRSV1>"))
                        .summaries())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', E1.empty",
        "'this is no statement', E2.not-ofx",
        "'<OFX><SONRS></SONRS></OFX>', E3.no-statement",
        "'<OFX><INVSTMTTRNRS><INVSTMTRS><STMTTRN><TRNAMT>1</STMTTRN></INVSTMTRS></INVSTMTTRNRS></OFX>', E2.investment",
        "'<OFX><STMTTRN><TRNAMT>1</STMTTRN></OFX>', E3.outside",
        "'<OFX><STMTRS><CURDEF>NOK</STMTRS>', E3.cut-off",
        "'<OFX><STMTRS><STMTTRN><TRNAMT>1</STMTTRN><CURDEF>NOK</STMTRS></OFX>', E3.order"
    })
    void refusesWhatIsNoStatement(String file, String code) {
        assertThat(refusal(file).code()).isEqualTo(code);
    }

    @Test
    void refusesATextWithoutEndInBoundedMemory() {
        Problem problem = catchThrowableOfType(TickmarkException.class, () -> new OfxImporter()
                        .read(
                                GeneratedFile.of("<OFX><MEMO>", 100_000, number -> "x".repeat(10_000), ""),
                                ReadContext.of("x"),
                                new RecordingSink()))
                .problem();

        assertThat(problem.code()).isEqualTo("E3.length");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(OfxImporter.class);
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> Ofx.read(file))
                .problem();
    }
}
