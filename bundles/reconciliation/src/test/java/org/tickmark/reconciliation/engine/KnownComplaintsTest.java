package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.host.reconciliation.Rule;

/**
 * What users of other programs complained of, as far as it is for the engine to do better: each case bears the number of the report that told it, and
 * says what ours does with such rows.
 */
class KnownComplaintsTest {
    private static final String OCR = "1234574";
    private static final String PARTY = "Fjordlys Handel AS";

    private final Rows rows = new Rows();

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 100})
    @DisplayName(
            "frappe/erpnext#28955, #46644, OCA/account-reconcile#675, firefly-iii#11396, bucketwise#17: cents from binary floats")
    void sumsOfTenthsAreExact(int parts) {
        rows.row("2026-01-07", parts / 10 + "." + parts % 10 + "0").ref(OCR).bank();
        for (int i = 0; i < parts; i++) {
            rows.row("2026-01-05", "0.10").ref(OCR).text("part " + i).ledger();
        }
        assertThat(rows.outcome().matches()).hasSize(1);
    }

    @Test
    @DisplayName("frappe/erpnext#28955: one cent is a difference, also in a very large sum")
    void oneCentOfManyMillionsIsADifference() {
        rows.row("2026-01-07", "90071992547409.93").ref(OCR).bank();
        rows.row("2026-01-05", "90071992547409.92").ref(OCR).ledger();
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    @DisplayName("frappe/erpnext#54823, #33986: one payment for several invoices")
    void onePaymentPaysSeveralInvoices() {
        rows.row("2026-01-07", "1500.00")
                .party(PARTY)
                .text("Faktura 1044, 1051")
                .bank();
        rows.row("2026-01-02", "1000.00").party(PARTY).text("Faktura 1044").ledger();
        rows.row("2026-01-03", "500.00").party(PARTY).text("Faktura 1051").ledger();
        assertThat(rows.matches()).isEqualTo("A-ab");
    }

    @Test
    @DisplayName("actualbudget/actual#6737: a part of a split was matched where the whole was meant")
    void doesNotTakeAPartForTheWhole() {
        rows.row("2026-01-07", "500.00").ref(OCR).bank();
        rows.row("2026-01-08", "500.00").ref(OCR).text("rest").bank();
        rows.row("2026-01-05", "1000.00").ref(OCR).ledger();
        rows.row("2026-01-05", "500.00").party("Someone Else Ltd").ledger();
        assertThat(rows.matches()).isEqualTo("AB-a");
    }

    @Test
    @DisplayName("frappe/erpnext#46725: an equal amount was matched though the reference was another")
    void anEqualAmountWithAnotherReferenceIsNoMatch() {
        rows.row("2026-01-07", "1000.00").ref(OCR).bank();
        rows.row("2026-01-05", "1000.00").ref("100000199").ledger();
        assertThat(rows.matches()).isEmpty();
        rows.row("2026-01-04", "1000.00").ref(OCR).ledger();
        assertThat(rows.matches()).isEqualTo("A-b");
    }

    @Test
    @DisplayName("odoo/odoo#9177: the wrong one of two equal invoices was paid")
    void neitherOfTwoEqualInvoicesIsPaidUnlessItsNumberIsSaid() {
        rows.row("2026-01-02", "1000.00").party(PARTY).text("Faktura 1044").ledger();
        rows.row("2026-01-03", "1000.00").party(PARTY).text("Faktura 1051").ledger();
        rows.row("2026-01-07", "1000.00").party(PARTY).bank();
        assertThat(rows.matches()).isEmpty();
        rows.row("2026-01-08", "1000.00").party(PARTY).text("Faktura 1051").bank();
        assertThat(rows.matches()).contains("B-b");
    }

    @Test
    @DisplayName("actualbudget/actual#5354, #5627: equal payments week after week")
    void equalPaymentsOfSeveralWeeksStayApart() {
        for (int week = 0; week < 4; week++) {
            rows.row("2026-01-" + String.format("%02d", 2 + 7 * week), "250.00")
                    .party(PARTY)
                    .text("Vecka " + (1 + week))
                    .ledger();
            rows.row("2026-01-" + String.format("%02d", 3 + 7 * week), "250.00")
                    .party(PARTY)
                    .text("Vecka " + (1 + week))
                    .bank();
        }
        assertThat(rows.matches()).isEqualTo("A-a B-b C-c D-d");
    }

    @Test
    @DisplayName("OCA/account-reconcile#753, odoo/odoo#112874: digits were joined across letters")
    void digitsAreNotJoinedAcrossLetters() {
        rows.row("2026-01-07", "1000.00").text("a34bc3xxx1").bank();
        rows.row("2026-01-05", "1000.00").text("cxxx343y1").ledger();
        rows.row("2026-01-05", "1000.00").ref("3431").ledger();
        assertThat(rows.matches("one-one", "key", "captured")).isEmpty();
    }

    @Test
    @DisplayName("odoo/odoo#61584, #35650: nothing was matched without a partner")
    void aReferenceIsEnoughWithoutAParty() {
        rows.row("2026-01-07", "1000.00").text("OCR " + OCR).bank();
        rows.row("2026-01-05", "1000.00").ref(OCR).ledger();
        assertThat(rows.matches()).isEqualTo("A-a");
    }

    @Test
    @DisplayName("beancount/beangulp#179, Gnucash/gnucash#717: two incoming rows were matched to one ledger row")
    void aLedgerRowIsNeverMatchedTwice() {
        rows.row("2026-01-07", "1000.00").ref(OCR).bank();
        rows.row("2026-01-08", "1000.00").ref(OCR).bank();
        rows.row("2026-01-05", "1000.00").ref(OCR).ledger();
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.matches("one-one", "ambiguity", "oldest-first")).isEqualTo("A-a");
    }

    @ParameterizedTest
    @CsvSource({"10, ''", "40, A-a"})
    @DisplayName("Gnucash/gnucash#935, #963: a card is settled on the 5th of the next month, 35 days later")
    void windowsAreAsWideAsARuleSays(String after, String expected) {
        rows.row("2026-02-05", "1000.00").ref(OCR).bank();
        rows.row("2026-01-01", "1000.00").ref(OCR).ledger();
        assertThat(rows.matches("one-one", "after", after)).isEqualTo(expected);
    }

    @Test
    @DisplayName(
            "alyf-de/banking#106, frappe/erpnext#51159, OCA/account-reconcile#711, #988: small differences, such as where one-cent coins are gone")
    void aSmallDifferenceIsBorneWhereARuleSaysSoAndIsToldThen() {
        rows.row("2026-01-07", "99.98").ref(OCR).bank();
        rows.row("2026-01-05", "100.00").ref(OCR).ledger();
        assertThat(rows.matches()).as("by default").isEmpty();
        Outcome outcome = rows.outcome(
                List.of(Rows.rule("one-one-tolerant", "lowest", "-0.02", "highest", "0.02", "difference", "rounding")));
        assertThat(Rows.text(outcome)).isEqualTo("A-a");
        assertThat(outcome.evidence(outcome.matches().get(0)).toString()).contains("rounding -0.02");
    }

    @Test
    @DisplayName("odoo/documentation#13604, #17715: a general tolerance of three per cent")
    void noRuleToleratesAnythingUnlessItSaysSo() {
        rows.row("2026-01-07", "97.01").ref(OCR).bank();
        rows.row("2026-01-05", "100.00").ref(OCR).ledger();
        for (String kind : Kinds.own()) {
            assertThat(rows.matches(kind)).as(kind).isEmpty();
        }
    }

    @Test
    @DisplayName("frappe/erpnext#36448: five equal instalments of a loan")
    void rowsThatNobodyCouldTellApartArePairedInTheirOrder() {
        for (int i = 0; i < 5; i++) {
            rows.row("2026-01-07", "1200.00").ref(OCR).text("Avdrag Fjordlys").bank();
            rows.row("2026-01-05", "1200.00").ref(OCR).text("Avdrag Fjordlys").ledger();
        }
        Outcome outcome = rows.outcome();
        assertThat(Rows.text(outcome)).isEqualTo("A-a B-b C-c D-d E-e");
        assertThat(outcome.evidence(outcome.matches().get(0)).toString()).contains("5 entries on each side are alike");
    }

    @Test
    @DisplayName("jbms/beancount-import#22, #261: nobody could say why rows were matched or not")
    void everyMatchAndEveryOpenRowSaysWhy() {
        rows.row("2026-01-07", "1000.00").ref(OCR).bank();
        rows.row("2026-01-05", "1000.00").ref(OCR).ledger();
        rows.row("2026-01-07", "70.00").bank();
        Outcome outcome = rows.outcome();
        assertThat(outcome.evidence(outcome.matches().get(0))).hasSizeGreaterThan(1);
        assertThat(rows.reason('B')).contains("No open counterpart with 70.00");
    }

    @Test
    @DisplayName("odoo/odoo#203327: the rules could no longer be tuned")
    void rulesAreAppliedAsTheyAreWrittenAndInTheirOrder() {
        rows.row("2026-01-07", "1000.00").ref(OCR).party(PARTY).bank();
        rows.row("2026-01-05", "1000.00").ref(OCR).party(PARTY).ledger();
        Rule byParty = new Rule("own", "one-one", Rule.State.AUTOMATIC, Map.of("key", "counterparty"));
        Outcome outcome = rows.outcome(List.of(byParty, Rows.rule("one-one")));
        assertThat(outcome.ruleCounts().get(0).matches()).isEqualTo(1);
    }
}
