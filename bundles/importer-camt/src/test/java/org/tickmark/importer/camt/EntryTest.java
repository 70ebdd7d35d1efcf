package org.tickmark.importer.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.importer.RecordingSink;

class EntryTest {
    @ParameterizedTest
    @CsvSource({
        "<Sts>BOOK</Sts>, BOOKED",
        "<Sts><Cd>BOOK</Cd></Sts>, BOOKED",
        "<Sts> <Cd> PDNG </Cd> </Sts>, PENDING",
        "<Sts>FUTR</Sts>, PENDING",
        "<Sts>INFO</Sts>, INFO",
        "'', BOOKED"
    })
    void readsTheStatusOfEveryVersion(String element, Status status) {
        assertThat(Reader.entry(Camt.entry("1.00", "CRDT", element)).status()).isEqualTo(status);
    }

    @Test
    void followsTheDirectionAloneInAReversal() {
        ImportedEntry returned = Reader.entry(Camt.entry("7.50", "CRDT", "<RvslInd>true</RvslInd>"));

        assertThat(returned.amount()).isEqualTo(new BigDecimal("7.50"));
        assertThat(returned.reversal()).isTrue();
    }

    @Test
    void readsDatesAndTimesAsTheBankWritesThem() {
        ImportedEntry entry = Reader.entry(Camt.entry(
                "1",
                "DBIT",
                "<BookgDt><DtTm>2026-11-02T23:30:00-05:00</DtTm></BookgDt><ValDt><Dt>2026-11-03+01:00</Dt></ValDt>"));

        assertThat(entry.bookingDate())
                .hasValueSatisfying(date -> assertThat(date).isEqualTo("2026-11-02"));
        assertThat(entry.valueDate())
                .hasValueSatisfying(date -> assertThat(date).isEqualTo("2026-11-03"));
    }

    @Test
    void leavesOutABookingDateThatTheFileDoesNotGive() {
        assertThat(Reader.entry(Camt.entry("1", "DBIT", "")).bookingDate()).isEmpty();
    }

    @Test
    void tellsWhereItStands() {
        RecordingSink sink = Reader.read(Camt.statement(Camt.entry("1", "CRDT") + Camt.entry("2", "CRDT")));

        assertThat(sink.statements().get(0).entries())
                .extracting(ImportedEntry::position)
                .containsExactly("Stmt[1]/Ntry[1]", "Stmt[1]/Ntry[2]");
    }

    @Test
    void joinsBothTransactionCodes() {
        ImportedEntry entry = Reader.entry(Camt.entry(
                "1",
                "CRDT",
                "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>"
                        + "<Prtry><Cd>NTRF+166</Cd><Issr>DK</Issr></Prtry></BkTxCd>"));

        assertThat(entry.transactionCode()).isEqualTo("PMNT/RCDT/ESCT NTRF+166");
    }

    @Test
    void takesOverWhatItsOnlyTransactionTells() {
        ImportedEntry entry = Reader.entry(Camt.entry(
                "120.00", "CRDT", "<NtryRef>N1</NtryRef>" + "<NtryDtls><Btch><PmtInfId>B1</PmtInfId></Btch>" + """
                        <TxDtls>
                          <Refs><AcctSvcrRef>A1</AcctSvcrRef><InstrId>NOTPROVIDED</InstrId><EndToEndId>E1</EndToEndId>
                            <UETR>8a562c67-ca16-48ba-b074-65581be6f001</UETR><TxId>T1</TxId>
                            <Prtry><Tp>X</Tp><Ref>P1</Ref></Prtry></Refs>
                          <AmtDtls><InstdAmt><Amt Ccy="EUR">10.55</Amt></InstdAmt></AmtDtls>
                          <RltdPties>
                            <Dbtr><Pty><Nm>Fjord &amp; Bygg AS</Nm><Id><OrgId><Othr><Id>998877665</Id></Othr></OrgId></Id></Pty></Dbtr>
                            <DbtrAcct><Id><IBAN>NO57 8601 1117 948</IBAN></Id></DbtrAcct>
                          </RltdPties>
                          <RltdAgts><DbtrAgt><FinInstnId><BICFI>FJORNO22</BICFI></FinInstnId></DbtrAgt></RltdAgts>
                          <RmtInf>
                            <Ustrd>Faktura 17</Ustrd><Ustrd>Takk</Ustrd>
                            <Strd>
                              <RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>17</Nb></RfrdDocInf>
                              <CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>RF18539007547034</Ref></CdtrRefInf>
                              <AddtlRmtInf>ekstra</AddtlRmtInf>
                            </Strd>
                          </RmtInf>
                          <AddtlTxInf>betaling</AddtlTxInf>
                        </TxDtls></NtryDtls><AddtlNtryInf>innbetaling</AddtlNtryInf>
                        """));

        assertThat(entry.id()).isEqualTo("N1");
        assertThat(entry.bankReference()).isEqualTo("A1");
        assertThat(entry.references())
                .containsExactly(
                        new Reference(Reference.Type.BANK, "N1"),
                        new Reference(Reference.Type.BATCH, "B1"),
                        new Reference(Reference.Type.END_TO_END, "E1"),
                        new Reference(Reference.Type.END_TO_END, "8a562c67-ca16-48ba-b074-65581be6f001"),
                        new Reference(Reference.Type.BANK, "T1"),
                        new Reference(Reference.Type.BANK, "P1"),
                        new Reference(Reference.Type.INVOICE, "17"),
                        new Reference(Reference.Type.CREDITOR, "RF18539007547034"));
        assertThat(entry.party()).isEqualTo(new Party("Fjord & Bygg AS", "NO5786011117948", "FJORNO22", "998877665"));
        assertThat(entry.text()).containsExactly("Faktura 17", "Takk", "ekstra", "betaling", "innbetaling");
        assertThat(entry.originalAmount()).hasValue(new BigDecimal("10.55"));
        assertThat(entry.originalCurrency()).isEqualTo("EUR");
        assertThat(entry.details()).isEmpty();
    }

    @Test
    void namesAnEntryByTheBanksReferenceWhereItHasNoneOfItsOwn() {
        assertThat(Reader.entry(Camt.entry("1.00", "CRDT", "<AcctSvcrRef>A1</AcctSvcrRef>"))
                        .id())
                .isEqualTo("A1");
    }

    @Test
    void tellsSeveralTransactionsAsDetailsInBothDirections() {
        ImportedEntry entry = Reader.entry(Camt.entry(
                "70.00",
                "CRDT",
                "<NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><Amt Ccy=\"NOK\">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>"
                        + "<TxDtls><Amt Ccy=\"NOK\">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls></NtryDtls>"));

        assertThat(entry.details())
                .extracting(detail -> detail.amount().toPlainString())
                .containsExactly("100.00", "-30.00");
        assertThat(entry.details().get(0).references()).containsExactly(new Reference(Reference.Type.END_TO_END, "E1"));
        assertThat(entry.references()).isEmpty();
    }

    @Test
    void readsAmountsOfDetailsWhereOlderVersionsPutThem() {
        ImportedEntry entry =
                Reader.entry(Camt.entry("5.00", "DBIT", "<NtryDtls>" + older("2.00") + older("3.00") + "</NtryDtls>"));

        assertThat(entry.details())
                .extracting(detail -> detail.amount().toPlainString())
                .containsExactly("-2.00", "-3.00");
    }

    @Test
    void keepsReferencesOfADetailWithoutAnAmountInTheEntrysCurrency() {
        RecordingSink sink = Reader.read(
                Camt.statement(
                        Camt.entry(
                                "5.00",
                                "CRDT",
                                "<NtryDtls>" + older("5.00")
                                        + "<TxDtls><Refs><EndToEndId>E9</EndToEndId></Refs><Amt Ccy=\"CHF\">1</Amt></TxDtls></NtryDtls>")));

        ImportedEntry entry = sink.statements().get(0).entries().get(0);
        assertThat(entry.details()).hasSize(1);
        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.END_TO_END, "E9"));
        assertThat(sink.codes()).containsExactly("W.detail-amount");
    }

    @Test
    void dropsDetailsWhenToldTo() {
        String entries = Camt.entry("5.00", "CRDT", "<NtryDtls>" + older("2.00") + older("3.00") + "</NtryDtls>")
                + Camt.entry("1.00", "CRDT", "<NtryDtls><TxDtls><AddtlTxInf>one</AddtlTxInf></TxDtls></NtryDtls>");

        RecordingSink sink = Reader.read(
                Camt.statement(entries).getBytes(StandardCharsets.UTF_8),
                Limits.USUAL,
                Map.of(CamtImporter.DETAILS, CamtImporter.DROP));

        assertThat(sink.statements().get(0).entries().get(0).details()).isEmpty();
        assertThat(sink.statements().get(0).entries().get(1).text()).containsExactly("one");
    }

    @ParameterizedTest
    @CsvSource({
        // who pays what comes in, who is paid what goes out
        "CRDT, false, DE01, DE02, payer",
        "DBIT, false, DE01, DE02, payee",
        // the account itself is never the other side
        "CRDT, false, NO9386011117947, DE02, payee",
        "DBIT, false, DE01, NO9386011117947, payer",
        // in a reversal the roles are those of what is reversed
        "CRDT, true, NO9386011117947, DE02, payee",
        "DBIT, true, DE01, NO9386011117947, payer"
    })
    void findsTheOtherSide(
            String direction, boolean reversal, String debtorAccount, String creditorAccount, String expected) {
        ImportedEntry entry = Reader.entry(Camt.entry(
                "1",
                direction,
                "<RvslInd>" + reversal + "</RvslInd><NtryDtls><TxDtls><RltdPties>"
                        + side("Dbtr", "payer", debtorAccount) + side("Cdtr", "payee", creditorAccount)
                        + "</RltdPties></TxDtls></NtryDtls>"));

        assertThat(entry.party().name()).isEqualTo(expected);
    }

    @Test
    void takesTheOtherRoleWhenNobodyIsNamedInTheLikelyOne() {
        ImportedEntry entry = Reader.entry(Camt.entry(
                "1",
                "CRDT",
                "<NtryDtls><TxDtls><RltdPties>" + side("Cdtr", "someone", "DE02")
                        + "</RltdPties></TxDtls></NtryDtls>"));

        assertThat(entry.party().name()).isEqualTo("someone");
    }

    @Test
    void namesTheUltimatePartyWhereTheDirectOneHasNoName() {
        ImportedEntry entry = Reader.entry(Camt.entry(
                "1",
                "CRDT",
                "<NtryDtls><TxDtls><RltdPties><UltmtDbtr><Nm>Havn</Nm></UltmtDbtr></RltdPties></TxDtls></NtryDtls>"));

        assertThat(entry.party()).isEqualTo(Party.named("Havn"));
    }

    @Test
    void marksTheCurrencyOfAnEntryThatIsNotTheStatements() {
        String foreign = "<Ntry><Amt Ccy=\"SEK\">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>";

        assertThat(Reader.entry(foreign).currency()).isEqualTo("SEK");
        assertThat(Reader.entry(Camt.entry("9.00", "CRDT")).currency()).isEmpty();
    }

    @Test
    void refusesAnAmountThatABigDecimalWouldTake() {
        assertThat(Reader.read(Camt.statement(Camt.entry("1e9", "CRDT"))).codes())
                .containsExactly("E4.amount");
        assertThat(Reader.read(Camt.statement(Camt.entry("9".repeat(41), "CRDT")))
                        .codes())
                .containsExactly("E4.amount");
    }

    private static String older(String amount) {
        return "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"NOK\">" + amount + "</Amt></TxAmt></AmtDtls></TxDtls>";
    }

    private static String side(String role, String name, String account) {
        return "<" + role + "><Nm>" + name + "</Nm></" + role + "><" + role + "Acct><Id><IBAN>" + account
                + "</IBAN></Id></" + role + "Acct>";
    }
}
