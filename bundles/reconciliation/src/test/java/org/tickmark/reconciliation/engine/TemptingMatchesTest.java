package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that could be taken for a match by something they have in common, and are none by something else. */
class TemptingMatchesTest {
    private final Rows rows = new Rows();

    // documents

    @ParameterizedTest
    @CsvSource({
        "Faktura 1044, Faktura 1051",
        "Fakt.nr 1499, Faktura 1501",
        "Faktura 20260114, Faktura 20260121",
        "Ref: 30512, Faktura 30517",
        "INV-2026-0118, Faktura INV-2026-0121",
        "Faktura 104511 og 104513, Faktura 104512"
    })
    void doesNotPairAnotherInvoiceOfTheSameCustomer(String paid, String posted) {
        rows.row("2026-01-20", "1250.00").party("Granheim Bygg AS").text(paid).bank();
        rows.row("2026-01-19", "1250.00").party("Granheim Bygg AS").text(posted).ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotPairAnotherInvoiceWhoseNumberStandsInTheReferenceField() {
        rows.row("2026-01-20", "1250.00")
                .party("Granheim Bygg AS")
                .text("Faktura 1044")
                .bank();
        rows.row("2026-01-19", "1250.00")
                .party("Granheim Bygg AS")
                .ref("1051")
                .text("Kundefaktura")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotPairAnotherInvoiceByTheAmountAlone() {
        rows.row("2026-01-20", "1719.40").text("Faktura 1044").bank();
        rows.row("2026-01-19", "1719.40")
                .party("Granheim Bygg AS")
                .text("Faktura 1051")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotTakeTheNumberOfTheCustomerForThatOfTheInvoice() {
        rows.row("2026-01-20", "1250.00").text("Kundenr 483512 faktura 1044").bank();
        rows.row("2026-01-19", "1250.00").text("Kundenr 483512 Faktura 1051").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotSumUpUnderTheNumberOfTheCustomerWhatTheInvoiceSpeaksAgainst() {
        rows.row("2026-01-20", "1250.00").text("Kundenr 483512 faktura 1044").bank();
        rows.row("2026-01-19", "1000.00").text("Kundenr 483512 Faktura 1051").ledger();
        rows.row("2026-01-19", "250.00").text("Kundenr 483512 Faktura 1052").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Varekjøp 4321 0703 JERNIA STRØMMEN, Varekjøp 4321 0703 Byggmakker Skøyen",
        "Kjøp 1234 5704 Kiwi Vika, Kjøp 1234 5704 Rema Torshov"
    })
    void doesNotTakeACardAndADateForANumber(String bank, String ledger) {
        rows.row("2026-03-08", "-312.50").text(bank).bank();
        rows.row("2026-03-07", "-312.50").text(ledger).ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotPairTheSameShortNumberOfAnotherParty() {
        rows.row("2026-01-20", "-4000.00")
                .text("Granheim Bygg AS faktura 10447")
                .bank();
        rows.row("2026-01-19", "-4000.00")
                .party("Haukelid Fisk AS")
                .ref("10447")
                .text("Leverandørfaktura")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotPairAnInvoiceThatWasCreditedAndWrittenAnew() {
        rows.row("2026-01-20", "5000.00").text("Faktura 104511").bank();
        rows.row("2026-01-12", "5000.00")
                .party("Granheim Bygg AS")
                .text("Faktura 104511")
                .ledger();
        rows.row("2026-01-13", "-5000.00")
                .party("Granheim Bygg AS")
                .text("Kreditnota 104511")
                .ledger();
        rows.row("2026-01-14", "5000.00")
                .party("Granheim Bygg AS")
                .text("Faktura 104512")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void pairsTheNewInvoiceAndTheOldOneWithItsCreditNote() {
        rows.row("2026-01-20", "5000.00").text("Faktura 104512").bank();
        rows.row("2026-01-12", "5000.00")
                .party("Granheim Bygg AS")
                .text("Faktura 104511")
                .ledger();
        rows.row("2026-01-13", "-5000.00")
                .party("Granheim Bygg AS")
                .text("Kreditnota 104511")
                .ledger();
        rows.row("2026-01-14", "5000.00")
                .party("Granheim Bygg AS")
                .text("Faktura 104512")
                .ledger();
        assertThat(rows.matches()).isEqualTo("-ab A-c");
    }

    @Test
    void doesNotTakeTheCreditNoteOfAnotherInvoiceForAReversal() {
        rows.row("2026-01-12", "5000.00")
                .party("Granheim Bygg AS")
                .text("Faktura 1044")
                .ledger();
        rows.row("2026-01-15", "-5000.00")
                .party("Granheim Bygg AS")
                .text("Kreditnota 1049")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    // periods

    @ParameterizedTest
    @CsvSource({
        "Husleie mars, Husleie februar",
        "1. kvartal, 2. kvartal",
        "Avdrag 3, Avdrag 4",
        "Uke 07, Uke 8",
        "Kontingent 2026, Kontingent 2025"
    })
    void doesNotPairAnotherPeriod(String paid, String posted) {
        rows.row("2026-03-02", "1250.00").party("Granheim Bygg AS").text(paid).bank();
        rows.row("2026-02-27", "1250.00").party("Granheim Bygg AS").text(posted).ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotTakeADateForAPeriod() {
        rows.row("2026-03-02", "1250.00")
                .party("Granheim Bygg AS")
                .text("Betalt 2. mars")
                .bank();
        rows.row("2026-02-27", "1250.00")
                .party("Granheim Bygg AS")
                .text("Husleie februar")
                .ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    // parties

    @ParameterizedTest
    @CsvSource({
        "Granheim Bygg AS, Granheim Byggeri AS",
        "Granheim Byggeri, Granheim Bygg AS",
        "EKELUND MÅLERI AB, Ekelund Målerigross AB",
        "Rognstad Transport AS, Rognstad Transport Nord AS",
        "Rognstad Transport Nord AS, Rognstad Transport AS",
        "Rognstad Transport AS, Nord Rognstad Transport AS"
    })
    void doesNotPairPartiesOfWhichOneBeginsTheOther(String payer, String customer) {
        rows.row("2026-01-20", "2000.00").text(payer).bank();
        rows.row("2026-01-19", "2000.00").party(customer).text("Faktura").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotTakeAKnownPartyForOneCutOff() {
        rows.row("2026-01-20", "2000.00").text("ANDERS BERGLI").bank();
        rows.row("2026-01-19", "2000.00")
                .party("Anders Berglind")
                .text("Faktura")
                .ledger();
        rows.row("2026-01-05", "731.00").party("Anders Bergli").text("Faktura").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotPairByThePartyWhatADayOfItSumsUpTo() {
        rows.row("2026-01-20", "1250.40").text("Granheim Bygg AS").bank();
        rows.row("2026-01-19", "750.15").party("Granheim Bygg AS").text("Kasse").ledger();
        rows.row("2026-01-19", "500.25").party("Granheim Bygg AS").text("Kasse").ledger();
        rows.row("2026-01-21", "1250.40")
                .party("Granheim Bygg AS")
                .text("Faktura")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    /** One deposit in a thousand has the amount of an invoice: the others say that deposits are no payments of invoices. */
    @Test
    void doesNotPairByThePartyWhatHardlyAnyOtherRowSoWordedIsPairedWith() {
        for (int i = 0; i < 300; i++) {
            rows.row("2026-01-20", (1000 + i) + ".40")
                    .text("Innskudd Granheim Bygg AS")
                    .bank();
        }
        rows.row("2026-01-19", "1250.40")
                .party("Granheim Bygg AS")
                .text("Faktura")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void pairsByThePartyWhatOthersSoWordedArePairedWith() {
        for (int i = 0; i < 300; i++) {
            rows.row("2026-01-20", (1000 + i) + ".40")
                    .text("Innbetaling Granheim Bygg AS")
                    .bank();
        }
        for (int i = 0; i < 10; i++) {
            rows.row("2026-01-19", (1000 + i) + ".40")
                    .party("Granheim Bygg AS")
                    .text("Faktura")
                    .ledger();
        }
        assertThat(rows.matches().split(" ")).hasSize(10);
    }

    @Test
    void doesNotPairByThePartyWhatAnotherPaymentNearlyNames() {
        rows.row("2026-02-16", "-1845.00").text("GRANHEIM BYGG AS").bank();
        rows.row("2026-02-19", "-1845.00").ref("107975858").text("Bg").bank();
        rows.row("2026-02-18", "-1845.00")
                .party("Granheim Bygg AS")
                .ref("107975898")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotPairAPaymentThatCouldBeForAnOlderInvoice() {
        rows.row("2026-01-26", "8300.00").text("GRANHEIM BYGG AS").bank();
        rows.row("2026-01-07", "8300.00")
                .party("Granheim Bygg AS")
                .ref("104645")
                .text("Faktura")
                .ledger();
        rows.row("2026-01-23", "8300.00")
                .party("Granheim Bygg AS")
                .ref("104646")
                .text("Faktura")
                .ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void pairsMonthAfterMonthWhereEachIsPaid() {
        for (String month : new String[] {"01", "02", "03"}) {
            rows.row("2026-" + month + "-05", "8300.00")
                    .text("GRANHEIM BYGG AS")
                    .bank();
            rows.row("2026-" + month + "-03", "8300.00")
                    .party("Granheim Bygg AS")
                    .ledger();
        }
        assertThat(rows.matches()).isEqualTo("A-a B-b C-c");
    }

    // amounts

    @Test
    void doesNotPairRoundAmountsThatSayNothing() {
        for (int i = 0; i < 20; i++) {
            rows.row("2026-01-" + (10 + i), 4000 + i * 111 + ".37").bank();
            rows.row("2026-01-" + (10 + i), 4000 + i * 113 + ".41")
                    .text("Kunde")
                    .ledger();
            rows.row("2026-01-" + (10 + i), 7000 + i * 37 + ".19").bank();
            rows.row("2026-01-" + (10 + i), 7000 + i * 37 + ".19").text("Kunde").ledger();
        }
        rows.row("2026-01-28", "5500.00").text("Innbetaling").bank();
        rows.row("2026-01-20", "5500.00").text("Sandvik").ledger();
        assertThat(rows.reason((char) ('A' + 40))).contains("nothing else shows");
    }

    @Test
    void doesNotTakeAWordThatStandsOnManyRowsForAgreement() {
        for (int i = 0; i < 12; i++) {
            rows.row("2026-01-" + (10 + i), 500 + 3 * i + ".00").bank();
            rows.row("2026-01-" + (10 + i), 501 + 3 * i + ".00")
                    .text("Provision " + (char) ('a' + i) + "bcd")
                    .ledger();
        }
        rows.row("2026-01-28", "550.00").text("Provision").bank();
        rows.row("2026-01-20", "550.00").text("Provision Sandvik").ledger();
        assertThat(rows.reason('M')).contains("nothing else shows");
    }
}
