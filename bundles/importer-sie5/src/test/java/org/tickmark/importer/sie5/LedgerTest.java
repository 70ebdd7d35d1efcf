package org.tickmark.importer.sie5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordingSink;

class LedgerTest {
    private static final String INVOICES = """
            <CustomerInvoices primaryAccountId="1510" name="Kundreskontra">
              <SecondaryAccountRef accountId="1511"/>
              <CustomerInvoice id="17" customerId="K1" invoiceNumber="F-17" ocrNumber="1700003"/>
            </CustomerInvoices>
            <Customers><Customer id="K1" name="Ängö &amp; Co" organizationId="559999-0001"/></Customers>
            """;

    @Test
    void leavesOutRowsThatWereStruckOut() {
        String rows = Sie5.row("1930", "5")
                + Sie5.row("1940", "5", "<Overstrike date=\"2026-11-05\" by=\"N\"/>")
                + Sie5.row("3001", "-5");
        RecordingSink sink = Sie5.read(Sie5.document("Sie", Sie5.journal(Sie5.voucher("1", "2026-11-02", rows))));

        assertThat(sink.summaries()).containsExactly("1930 SEK - > -: 5", "3001 SEK - > -: -5");
        assertThat(sink.codes()).containsExactly("W.struck-out");
    }

    @Test
    void tellsWhatItKnowsOfTheInvoiceThatAnEntryRefersTo() {
        String rows = "<LedgerEntry accountId=\"1511\" amount=\"-9\" text=\"Betalt\" ledgerDate=\"2026-11-05\">"
                + "<ForeignCurrencyAmount amount=\"-0.80\" currency=\"eur\"/>"
                + "<SubdividedAccountObjectReference objectId=\"17\"/></LedgerEntry>"
                + Sie5.row("1930", "9");
        RecordingSink sink =
                Sie5.read(Sie5.document("Sie", INVOICES + Sie5.journal(Sie5.voucher("4", "2026-11-02", rows))));

        ImportedEntry entry = sink.statements().get(0).entries().get(0);
        assertThat(entry.references())
                .containsExactly(
                        new Reference(Reference.Type.INVOICE, "F-17"),
                        new Reference(Reference.Type.CREDITOR, "1700003"));
        assertThat(entry.party()).isEqualTo(new Party("Ängö & Co", "", "", "559999-0001"));
        assertThat(entry.bookingDate()).contains(LocalDate.of(2026, 11, 5));
        assertThat(entry.originalAmount()).contains(new BigDecimal("-0.80"));
        assertThat(entry.originalCurrency()).isEqualTo("EUR");
        assertThat(entry.text()).containsExactly("Betalt", "Prov");
        assertThat(entry.voucher()).isEqualTo("A 4");
        assertThat(sink.statements().get(0).header().owner()).isEqualTo("556677-8899");
    }

    @Test
    void takesTheBalancesOfTheFirstAndTheLastMonthOfThePrimaryYear() {
        assertThat(Sie5.read(Sie5.ledger("")).summaries()).containsExactly("1930 SEK 1000.00 > 1079.375:");
    }

    @Test
    void takesTheEarliestAndTheLatestBalanceWhereNoYearIsNamed() {
        String document = "<Sie><Accounts><Account id=\"1930\">"
                + "<OpeningBalance month=\"2026-02\" amount=\"2\"/><OpeningBalance month=\"2026-01\" amount=\"1\"/>"
                + "<ClosingBalance month=\"2026-01\" amount=\"3\"/><ClosingBalance month=\"2026-02\" amount=\"4\"/>"
                + "</Account></Accounts></Sie>";

        assertThat(Sie5.read(document).summaries()).containsExactly("1930 SEK 1 > 4:");
    }

    @Test
    void tellsThatAVoucherWasCorrectedByAnother() {
        String rows =
                Sie5.row("1930", "5") + Sie5.row("3001", "-5") + "<CorrectedBy journalId=\"B\" journalEntryId=\"7\"/>";
        RecordingSink sink = Sie5.read(Sie5.document("Sie", Sie5.journal(Sie5.voucher("1", "2026-11-02", rows))));

        assertThat(sink.problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("W.corrected", "A 1", "B 7"));
    }

    @Test
    void warnsOfAVoucherThatDoesNotSumToZeroAndRejectsItWhenAsked() {
        String document = Sie5.document(
                "Sie", Sie5.journal(Sie5.voucher("1", "2026-11-02", Sie5.row("1930", "5") + Sie5.row("3001", "-4.9"))));

        assertThat(Sie5.read(document).codes()).containsExactly("E5.voucher");
        assertThat(Sie5.read(document).errors()).isEmpty();
        assertThat(Sie5.read(document.getBytes(StandardCharsets.UTF_8), Map.of("vouchers", "strict"))
                        .errors())
                .extracting(Problem::code)
                .containsExactly("E5.voucher");
    }

    @Test
    void passesOverEmbeddedFilesAndSaysThatASignatureWasNotChecked() {
        String parts = "<Documents><EmbeddedFile id=\"1\">" + "QUJD".repeat(1_000_000) + "</EmbeddedFile></Documents>"
                + "<Signature><SignatureValue>x</SignatureValue></Signature>";

        assertThat(Sie5.read(Sie5.ledger(parts)).codes()).containsExactly("W.signature");
    }

    @Test
    void readsADocumentWithoutContentAsNoStatements() {
        RecordingSink sink = Sie5.read(Sie5.document("SieEntry", ""));

        assertThat(sink.statements()).isEmpty();
        assertThat(sink.codes()).containsExactly("W.no-content");
    }

    @Test
    void refusesAHeadThatComesAfterTheVouchers() {
        String journal = Sie5.journal(Sie5.voucher("1", "2026-11-02", Sie5.row("1930", "0")));
        String late = "<FileInfo><AccountingCurrency currency=\"NOK\"/></FileInfo>";

        Problem problem = catchThrowableOfType(
                        TickmarkException.class, () -> Sie5.read(Sie5.document("Sie", journal + late)))
                .problem();
        assertThat(problem.code()).isEqualTo("E3.order");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(Sie5Importer.class);
    }
}
