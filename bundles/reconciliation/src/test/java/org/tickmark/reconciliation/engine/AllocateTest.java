package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules by which a payment pays the oldest first: R7. */
class AllocateTest {
    private static final String PARTY = "Fjordlys Handel AS";
    private static final String KIND = "allocate";

    private final Rows rows = new Rows();

    private void owed(String date, String amount, String invoice) {
        rows.row(date, amount).party(PARTY).text("Faktura " + invoice).ledger();
    }

    private void paid(String date, String amount) {
        rows.row(date, amount).party(PARTY).text("Innbetaling").bank();
    }

    private Outcome outcome() {
        return rows.outcome(List.of(Rows.rule(KIND)));
    }

    @Test
    void matchesAPaymentThatIsTheSumOfTheOldest() {
        owed("2026-01-02", "300.00", "1044");
        owed("2026-01-03", "200.00", "1051");
        owed("2026-01-04", "150.00", "1060");
        paid("2026-01-07", "500.00");
        Outcome outcome = outcome();
        assertThat(Rows.text(outcome)).isEqualTo("A-ab");
        assertThat(outcome.evidence(outcome.matches().get(0)).toString())
                .contains("have the same sum, 500.00", "the rule takes the oldest");
    }

    @Test
    void paysOneAfterTheOther() {
        owed("2026-01-02", "300.00", "1044");
        owed("2026-01-03", "200.00", "1051");
        owed("2026-01-04", "150.00", "1060");
        owed("2026-01-05", "50.00", "1071");
        paid("2026-01-07", "500.00");
        paid("2026-01-08", "200.00");
        assertThat(rows.matches(KIND)).isEqualTo("A-ab B-cd");
    }

    @Test
    void suggestsWhereTheLastIsPaidInPartAndGoesNoFurther() {
        owed("2026-01-02", "300.00", "1044");
        owed("2026-01-03", "200.00", "1051");
        owed("2026-01-04", "150.00", "1060");
        owed("2026-01-05", "50.00", "1071");
        paid("2026-01-07", "450.00");
        paid("2026-01-08", "200.00");
        Outcome outcome = outcome();
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions().get(0).reasons().toString())
                .contains("It pays 2 entries, the oldest first", "pays the last of them in part: 50.00 is left");
        assertThat(outcome.suggestions())
                .filteredOn(found -> found.reasons().toString().contains("oldest first"))
                .hasSize(1);
    }

    @Test
    void suggestsWhereSomethingIsLeft() {
        owed("2026-01-02", "300.00", "1044");
        owed("2026-01-03", "200.00", "1051");
        paid("2026-01-07", "520.00");
        assertThat(rows.matches(KIND)).isEmpty();
        assertThat(outcome().suggestions().get(0).reasons().toString())
                .contains("more than all of them: 20.00 is left");
    }

    @Test
    void paysNothingOfTheOtherSignOrThatItsNumberSpeaksAgainst() {
        owed("2026-01-02", "-300.00", "1040");
        owed("2026-01-02", "300.00", "1044");
        owed("2026-01-03", "200.00", "1051");
        rows.row("2026-01-07", "500.00").party(PARTY).text("Faktura 1099").bank();
        assertThat(rows.matches(KIND)).isEmpty();
        paid("2026-01-08", "500.00");
        assertThat(rows.matches(KIND)).isEqualTo("B-bc");
    }

    @Test
    void isTheSameInAnyOrderOfRows() {
        for (int i = 0; i < 30; i++) {
            owed("2026-01-" + String.format("%02d", 1 + i % 9), (100 + i * 7 % 40) + ".00", "10" + (40 + 3 * i));
        }
        for (int i = 0; i < 12; i++) {
            paid("2026-01-" + (10 + i % 3), (200 + i * 11 % 90) + ".00");
        }
        String expected = Rows.text(outcome());
        for (int seed = 0; seed < 10; seed++) {
            assertThat(Rows.text(Rows.run(Rows.shuffled(rows.entries(), seed), List.of(Rows.rule(KIND)))))
                    .isEqualTo(expected);
        }
    }
}
