package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.importer.Reference;

class DefaultRulesTest {
    private final Rows rows = new Rows();

    // references

    @Test
    void pairsRowsWithTheSameReferenceInAFieldAndInText() {
        rows.row("2026-01-07", "1250.00").ref("1234574").bank();
        rows.row("2026-01-05", "1250.00").text("Inbetalning OCR 1234574").ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void readsAReferenceWrittenInGroupsOrWithZerosInFront() {
        rows.row("2026-01-07", "1250.00").text("Ref 1234 574").bank();
        rows.row("2026-01-05", "1250.00").ref("0001234574").ledger();
        assertThat(rows.matches("one-one", "key", "typed-reference")).isEqualTo("A-a");
    }

    @Test
    void readsAReferenceWithAWordGluedToItsFront() {
        rows.row("2026-01-07", "1250.00").text("OCR1234574").bank();
        rows.row("2026-01-05", "1250.00").ref("1234574").ledger();
        assertThat(rows.matches("one-one", "key", "typed-reference")).isEqualTo("A-a");
    }

    @Test
    void findsTheFinnishReferenceInsideTheInternationalOne() {
        rows.row("2026-01-07", "90.00").ref("RF34 1234 561").bank();
        rows.row("2026-01-05", "90.00").ref("1234561").ledger();
        assertThat(rows.matches("one-one", "key", "typed-reference")).isEqualTo("A-a");
    }

    @Test
    void neverGluesDigitsAcrossLetters() {
        rows.row("2026-01-07", "90.00").text("a34bc3xxx1 Alm").bank();
        rows.row("2026-01-05", "90.00").text("cxxx343y1 Berg").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void takesTheReferenceBeforeTheDate() {
        rows.row("2026-01-07", "500.00").ref("1234574").bank();
        rows.row("2026-01-07", "500.00").ref("100000199").ledger();
        rows.row("2026-01-01", "500.00").ref("1234574").ledger();
        assertThat(rows.matches()).isEqualTo("A-b");
    }

    @Test
    void leavesTheSameReferenceWithTwoCandidatesOpen() {
        rows.row("2026-01-07", "500.00").ref("1234574").bank();
        rows.row("2026-01-05", "500.00").ref("1234574").text("one").ledger();
        rows.row("2026-01-06", "500.00").ref("1234574").text("two").ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('A')).contains("difference -500.00");
    }

    @Test
    void doesNotTakeADateInTheTextForAReference() {
        rows.row("2026-01-20", "75.00").text("Kvitto 20260118 Alm").bank();
        rows.row("2026-01-19", "75.00").text("Kvitto 20260118 Berg").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotTakeTheAmountInTheTextForAReference() {
        rows.row("2026-01-20", "1234.57").text("Alm 123457").bank();
        rows.row("2026-01-19", "1234.57").text("Berg 123457").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void needsMoreThanANumberThatStandsOnManyRows() {
        for (int day = 10; day < 19; day++) {
            rows.row("2026-01-" + day, day + ".00")
                    .text("Swish 1231231237 kund" + (char) ('a' + day))
                    .bank();
        }
        rows.row("2026-01-19", "12.00").text("1231231237 Bergqvist").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void pairsByAShortNumberThatAWordSaysIsAnInvoices() {
        rows.row("2026-01-20", "1250.00").text("Betaling faktura nr. 1044").bank();
        rows.row("2026-01-19", "1250.00").ref("1044").party("Granheim Bygg AS").ledger();
        rows.row("2026-01-20", "1250.00").text("fakt 1045").bank();
        rows.row("2026-01-19", "1250.00")
                .text("Faktura 1045")
                .party("Haukelid Fisk AS")
                .ledger();
        assertThat(rows.matches()).isEqualTo("A-a B-b");
    }

    @Test
    void takesANumberLikeADateForANumberWhereAWordSaysSo() {
        rows.row("2026-01-28", "1250.00").text("Faktura 20260123").bank();
        rows.row("2026-01-26", "1250.00")
                .text("Faktura 20260123")
                .party("Granheim Bygg AS")
                .ledger();
        rows.row("2026-01-26", "1250.00")
                .text("Faktura 20260124")
                .party("Haukelid Fisk AS")
                .ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void takesTheReferenceForCertainThoughTheTextsNameOtherDocuments() {
        rows.row("2026-01-20", "1250.00").text("KID 000100000199").bank();
        rows.row("2026-01-19", "1250.00").ref("100000199").text("Ref: 30512").ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    // sums

    @Test
    void matchesPartPaymentsByTheirReference() {
        rows.row("2026-01-05", "400.00").ref("1234574").bank();
        rows.row("2026-01-09", "600.00").ref("1234574").bank();
        rows.row("2026-01-04", "1000.00").ref("1234574").ledger();
        assertThat(rows.matches()).isEqualTo("AB-a");
    }

    @Test
    void matchesADepositByItsBatchNumber() {
        rows.row("2026-01-05", "600.00").text("Insättning batch B-220118").bank();
        rows.row("2026-01-04", "100.00").text("B-220118 Alm").ledger();
        rows.row("2026-01-04", "200.00").text("B-220118 Berg").ledger();
        rows.row("2026-01-04", "300.00").text("B-220118 Ceder").ledger();
        assertThat(rows.matches()).isEqualTo("A-abc");
    }

    @Test
    void saysByHowMuchTheRowsOfAReferenceDiffer() {
        rows.row("2026-01-05", "400.00").ref("1234574").bank();
        rows.row("2026-01-04", "1000.00").ref("1234574").ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('a'))
                .isEqualTo("Number 1234574 sums to 400.00 in the bank and 1,000.00 in the ledger: difference -600.00");
    }

    @Test
    void keepsTheMonthsOfACustomersReferenceApart() {
        rows.row("2026-01-05", "500.00").ref("1234574").bank();
        rows.row("2026-02-05", "500.00").ref("1234574").bank();
        rows.row("2026-01-03", "500.00").ref("1234574").ledger();
        rows.row("2026-02-03", "500.00").ref("1234574").ledger();
        assertThat(rows.matches()).isEqualTo("A-a B-b");
    }

    @Test
    void takesEachReferenceBeforeTheNumberOfTheirBatch() {
        rows.row("2026-01-05", "100.00").ref("1234574").text("Batch 777001").bank();
        rows.row("2026-01-05", "200.00").ref("100000199").text("Batch 777001").bank();
        rows.row("2026-01-04", "100.00").ref("1234574").text("Batch 777001").ledger();
        rows.row("2026-01-04", "200.00").ref("100000199").text("Batch 777001").ledger();
        assertThat(rows.matches()).isEqualTo("A-a B-b");
    }

    // alike rows

    @Test
    void pairsAsManyAlikeRowsInTheirOrder() {
        for (int i = 0; i < 2; i++) {
            rows.row("2026-01-05", "49.00").party("Café Ek").bank();
            rows.row("2026-01-05", "49.00").party("Café Ek").ledger();
        }
        assertThat(rows.matches("one-one", "key", "counterparty", "ambiguity", "exchangeable"))
                .isEqualTo("A-a B-b");
    }

    @Test
    void suspectsADoublePostingWhereOneSideHasMore() {
        rows.row("2026-01-05", "49.00").ref("1234574").bank();
        rows.row("2026-01-05", "49.00").ref("1234574").ledger();
        rows.row("2026-01-05", "49.00").ref("1234574").ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('a')).contains("possible double posting");
        assertThat(rows.reason('A')).contains("possible double posting");
    }

    @Test
    void doesNotCountTheBanksOwnNumberAsADifference() {
        rows.row("2026-01-05", "49.00")
                .party("Café Ek AB")
                .bankReference("BX100001")
                .bank();
        rows.row("2026-01-05", "49.00")
                .party("Café Ek AB")
                .bankReference("BX100002")
                .bank();
        rows.row("2026-01-05", "49.00").party("Café Ek AB").ledger();
        rows.row("2026-01-05", "49.00").party("Café Ek AB").ledger();
        assertThat(rows.matches()).isEqualTo("A-a B-b");
    }

    // counterparties

    @Test
    void pairsByANameThatTheBankCutOff() {
        rows.row("2026-01-07", "500.00").text("ANDERSSON BY").bank();
        rows.row("2026-01-05", "500.00")
                .party("Andersson Bygg AB")
                .text("Kundfaktura")
                .ledger();
        rows.row("2026-01-06", "500.00")
                .party("Lindqvist Rör")
                .text("Kundfaktura")
                .ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void pairsByANameInWhichLettersWereWrittenAsTwo() {
        rows.row("2026-01-07", "500.00").text("OESTBY AASEN ROER").bank();
        rows.row("2026-01-05", "500.00").party("Østby Åsen Rør AS").ledger();
        assertThat(rows.matches("one-one", "key", "counterparty")).isEqualTo("A-a");
    }

    @Test
    void pairsByANameBehindWhichTheBankSaysMore() {
        rows.row("2026-01-07", "500.00").text("GRANHEIM BYGG AS OSLO").bank();
        rows.row("2026-01-05", "500.00").party("Granheim Bygg AS").ledger();
        assertThat(rows.matches("one-one", "key", "counterparty")).isEqualTo("A-a");
    }

    @Test
    void takesAPaymentThatNamesSeveralInvoicesForTheirSum() {
        rows.row("2026-03-05", "9300.00")
                .text("Haukelid Fisk AS Faktura 20409 og 20410")
                .bank();
        rows.row("2026-03-04", "5200.00").text("Haukelid Fisk AS faktura 20409").ledger();
        rows.row("2026-03-04", "4100.00").text("Haukelid Fisk AS faktura 20410").ledger();
        assertThat(rows.matches()).isEqualTo("A-ba");
        assertThat(rows.outcome().evidence(rows.outcome().matches().get(0)).toString())
                .contains("20409", "20410", "9,300.00");
    }

    @Test
    void takesALedgerRowThatNamesSeveralPaymentsForTheirSum() {
        rows.row("2026-03-05", "5200.00").ref("20409").bank();
        rows.row("2026-03-05", "4100.00").ref("20410").bank();
        rows.row("2026-03-04", "9300.00").text("Faktura 20409, 20410").ledger();
        assertThat(rows.matches()).isEqualTo("BA-a");
    }

    @Test
    void leavesAPaymentOpenThatIsNotTheSumOfTheInvoicesItNames() {
        rows.row("2026-03-05", "9300.00")
                .text("Faktura 20409 og 20410 og 20411")
                .bank();
        rows.row("2026-03-04", "5200.00").text("Faktura 20409").ledger();
        rows.row("2026-03-04", "4100.00").text("Faktura 20410").ledger();
        rows.row("2026-03-04", "700.00").text("Faktura 20411").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void leavesPaymentsOpenThatNameTheSameInvoice() {
        rows.row("2026-03-05", "9300.00").text("Faktura 20409 og 20410").bank();
        rows.row("2026-03-06", "1000.00").text("Faktura 20410").bank();
        rows.row("2026-03-04", "5200.00").text("Faktura 20409").ledger();
        rows.row("2026-03-04", "4100.00").text("Faktura 20410").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void pairsByANameBeforeWhichTheLedgerSaysWhatWasBought() {
        rows.row("2026-01-07", "-500.00").party("Drömbro Bensin").bank();
        rows.row("2026-01-05", "-500.00").text("Drivmedel, Drömbro Bensin").ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void takesTheBanksNumberOfTheEntryForNoDocumentOfThePayers() {
        rows.row("2026-01-07", "-500.00")
                .ref(Reference.Type.BANK, "108")
                .party("Drömbro Bensin")
                .text("Faktura")
                .bank();
        rows.row("2026-01-05", "-500.00")
                .party("Drömbro Bensin")
                .text("Faktura 4411")
                .ledger();
        rows.row("2026-01-07", "-700.00").ref(Reference.Type.BANK, "109").bank();
        rows.row("2026-01-05", "-700.00")
                .ref(Reference.Type.INVOICE, "109")
                .party("Haukelid Fisk AS")
                .ledger();
        rows.row("2026-01-08", "-700.00")
                .ref(Reference.Type.INVOICE, "110")
                .party("Granheim Bygg AS")
                .ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void countsNoPartOfAYearAmongTheWords() {
        rows.row("2026-03-13", "-21004.00")
                .text("Skatteetaten arbeidsgiveravgift")
                .bank();
        rows.row("2026-03-12", "-21004.00").text("Arbeidsgiveravgift termin 1").ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void pairsByTheAccountOfTheOtherParty() {
        rows.row("2026-01-07", "500.00").account("5050-1055").text("Bg").bank();
        rows.row("2026-01-05", "500.00").account("50501055").party("Elverket").ledger();
        assertThat(rows.matches("one-one", "key", "counterparty")).isEqualTo("A-a");
    }

    @Test
    void doesNotPairTheSamePartyWithAnotherReference() {
        rows.row("2026-01-07", "500.00")
                .ref("1234574")
                .party("Elverket Norrvik")
                .bank();
        rows.row("2026-01-05", "500.00")
                .ref("100000199")
                .party("Elverket Norrvik")
                .ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('A')).contains("other references or texts");
    }

    @Test
    void doesNotPairTheNextNumberOfTheSameSeries() {
        rows.row("2026-01-07", "500.00").text("Elverket Norrvik INV-2026-118").bank();
        rows.row("2026-01-05", "500.00").text("Elverket Norrvik INV-2026-127").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    // amounts

    @Test
    void pairsAnAmountThatIsAloneInTheWindowWhereTextsAreSilent() {
        rows.row("2026-01-07", "1719.40").bank();
        rows.row("2026-01-05", "1719.40").text("Berg").ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void doesNotPairAnAmountWhereTextsDisagree() {
        rows.row("2026-01-07", "1719.40").text("Alm").bank();
        rows.row("2026-01-05", "1719.40").text("Berg").ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('A'))
                .isEqualTo(
                        "The entry of 2026-01-05 with the same amount has other references or texts, or is of another"
                                + " currency");
    }

    @Test
    void doesNotPairAnAmountThatComesAgainNearby() {
        rows.row("2026-01-07", "100.00").bank();
        rows.row("2026-01-05", "100.00").ledger();
        rows.row("2026-01-29", "100.00").ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('A')).contains("nothing else shows");
    }

    @Test
    void saysHowManyCandidatesThereAre() {
        rows.row("2026-01-07", "100.00").bank();
        rows.row("2026-01-05", "100.00").text("x").ledger();
        rows.row("2026-01-06", "100.00").text("y").ledger();
        rows.row("2026-01-07", "100.00").text("z").ledger();
        assertThat(rows.reason('A')).startsWith("3 entries could be meant");
        assertThat(rows.reason('a')).isEqualTo("The entry of 2026-01-07 with the same amount could go with 3 entries");
    }

    @Test
    void pairsTheBankFromThreeDaysBeforeToTenDaysAfterTheLedger() {
        rows.row("2026-01-07", "10.00").text("Elverket").bank();
        rows.row("2026-01-10", "10.00").text("Elverket").ledger();
        rows.row("2026-01-07", "20.00").text("Elverket").bank();
        rows.row("2026-01-11", "20.00").text("Elverket").ledger();
        rows.row("2026-01-20", "30.00").text("Elverket").bank();
        rows.row("2026-01-10", "30.00").text("Elverket").ledger();
        rows.row("2026-01-21", "40.00").text("Elverket").bank();
        rows.row("2026-01-10", "40.00").text("Elverket").ledger();
        assertThat(rows.matches()).isEqualTo("A-a C-c");
        assertThat(rows.reason('D'))
                .isEqualTo("No open counterpart with 40.00 in the window; the nearest is of 2026-01-10, 11 days away");
    }

    // reversals

    @Test
    void pairsAnEntryWithItsReversal() {
        rows.row("2026-01-05", "980.00").text("Faktura 100118 Alm").ledger();
        rows.row("2026-01-08", "-980.00").text("Makulering faktura 100118 Alm").ledger();
        assertThat(rows.matches()).isEqualTo("-ab");
    }

    @Test
    void leavesAnEntryToItsCounterpartOnTheOtherSide() {
        rows.row("2026-01-05", "980.00").ref("1234574").bank();
        rows.row("2026-01-20", "-980.00").ref("1234574").text("Retur").bank();
        rows.row("2026-01-05", "980.00").ref("1234574").ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    void doesNotTakeTwoOppositeEntriesOfAPartyForAReversal() {
        rows.row("2026-01-05", "980.00").party("Alm Service").text("Hyra").ledger();
        rows.row("2026-01-08", "-980.00").party("Alm Service").text("Material").ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotTakeTwoOppositeEntriesOfAPartyWithTheSameTextForAReversal() {
        rows.row("2026-01-19", "-471.00")
                .party("Ronmarlov Konsult")
                .text("Kassa")
                .ledger();
        rows.row("2026-02-09", "471.00")
                .party("Ronmarlov Konsult")
                .text("Kassa")
                .ledger();
        rows.row("2026-01-16", "1007.39").text("Avräkning S1003920").bank();
        rows.row("2026-01-22", "-1007.39").text("Avräkning S1019618").bank();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotTakeANumberInTextsForAReversal() {
        rows.row("2026-01-05", "-50000.00").text("Overføring 1234 56 78903").bank();
        rows.row("2026-01-19", "50000.00").text("Overføring 1234 56 78903").bank();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotTakeAReversalForThatOfALaterEntry() {
        rows.row("2026-01-05", "500.00").party("Alm Service").text("Retur").bank();
        rows.row("2026-01-07", "-500.00").party("Alm Service").text("Material").bank();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void pairsAVoidByItsReferenceThoughTheOtherSideHasTheAmount() {
        rows.row("2026-01-05", "198.00").text("Insättning").bank();
        rows.row("2026-01-05", "198.00").ref("1234574").text("Faktura").ledger();
        rows.row("2026-01-06", "-198.00").ref("1234574").text("Makulering").ledger();
        assertThat(rows.matches()).isEqualTo("-ab");
    }

    @Test
    void pairsAVoidByItsReferenceThoughThePartyHasOtherEntriesOfTheAmount() {
        rows.row("2026-01-05", "198.00")
                .party("Granheim Bygg AS")
                .text("Faktura")
                .ledger();
        rows.row("2026-01-05", "198.00")
                .party("Granheim Bygg AS")
                .ref("1234574")
                .text("Faktura")
                .ledger();
        rows.row("2026-01-06", "-198.00")
                .party("Granheim Bygg AS")
                .ref("1234574")
                .text("Makulering")
                .ledger();
        assertThat(rows.matches()).isEqualTo("-bc");
    }

    // damaged references

    @Test
    void namesANearMissButDoesNotMatchIt() {
        rows.row("2026-01-07", "815.00").ref("1234584").bank();
        rows.row("2026-01-05", "815.00").ref("1234574").ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('A'))
                .isEqualTo(
                        "The number 1234584 is nearly 1234574 of an entry with the same amount on 2026-01-05: possibly damaged");
    }
}
