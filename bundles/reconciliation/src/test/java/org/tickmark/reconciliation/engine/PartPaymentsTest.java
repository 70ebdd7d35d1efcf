package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;

/** R7 where it may leave rests open. */
class PartPaymentsTest {
    private static final String PARTY = "Alm Bygg AB";

    private final Rows rows = new Rows();

    private void owed(String date, String amount) {
        rows.row(date, amount).party(PARTY).text("Faktura").ledger();
    }

    private void paid(String date, String amount) {
        rows.row(date, amount).party(PARTY).text("Innbetaling").bank();
    }

    private Outcome outcome() {
        return rows.outcome(rules());
    }

    private static List<Rule> rules() {
        return List.of(Rows.rule("allocate", "parts", "match"));
    }

    /** The matches with the share of each row, such as {@code A500.00-a300.00b200.00}. */
    private static List<String> shares(Outcome outcome) {
        List<String> texts = new ArrayList<>();
        for (Found match : outcome.matches()) {
            StringBuilder bank = new StringBuilder();
            StringBuilder ledger = new StringBuilder();
            for (int i = 0; i < match.size(); i++) {
                (outcome.rows().side(match.row(i)) == Side.BANK ? bank : ledger)
                        .append((char) outcome.rows().id(match.row(i)))
                        .append(outcome.share(match, i));
            }
            texts.add(bank + "-" + ledger);
        }
        return texts;
    }

    @Test
    void leavesTheRestOfTheLastOneOpen() {
        owed("2026-01-02", "300.00");
        owed("2026-01-03", "200.00");
        owed("2026-01-04", "150.00");
        paid("2026-01-07", "450.00");
        Outcome outcome = outcome();
        assertThat(shares(outcome)).containsExactly("A450.00-a300.00b150.00");
        assertThat(outcome.difference(outcome.matches().get(0))).isEqualByComparingTo("0");
        assertThat(outcome.amount(outcome.matches().get(0))).isEqualByComparingTo("450.00");
        assertThat(outcome.openSum(Side.LEDGER)).isEqualByComparingTo("200.00");
        assertThat(outcome.openRows(Side.LEDGER)).isEqualTo(2);
        assertThat(outcome.openRows(Side.BANK)).isZero();
        assertThat(outcome.evidence(outcome.matches().get(0)).toString())
                .contains("Of 200.00 a part is paid, 150.00; the rest stays open", "the rule takes the oldest");
    }

    @Test
    void paysTheRestWithTheNextPayment() {
        owed("2026-01-02", "300.00");
        owed("2026-01-03", "200.00");
        paid("2026-01-07", "350.00");
        paid("2026-01-08", "100.00");
        paid("2026-01-09", "50.00");
        Outcome outcome = outcome();
        assertThat(shares(outcome))
                .containsExactlyInAnyOrder("A350.00-a300.00b50.00", "B100.00-b100.00", "C50.00-b50.00");
        assertThat(outcome.openSum(Side.LEDGER)).isEqualByComparingTo("0");
        assertThat(outcome.openRows(Side.LEDGER)).isZero();
    }

    @Test
    void leavesTheRestOfAPaymentOpenThatIsMoreThanAllOfThem() {
        owed("2026-01-02", "300.00");
        paid("2026-01-07", "350.00");
        Outcome outcome = outcome();
        assertThat(shares(outcome)).containsExactly("A300.00-a300.00");
        assertThat(outcome.openSum(Side.BANK)).isEqualByComparingTo("50.00");
        assertThat(outcome.openRows(Side.BANK)).isEqualTo(1);
        assertThat(outcome.evidence(outcome.matches().get(0)).toString())
                .contains("Of the payment of 350.00 a part, 300.00; the rest stays open");
    }

    @Test
    void paysBackWhatWasOwedTheOtherWay() {
        owed("2026-01-02", "-300.00");
        paid("2026-01-07", "-100.00");
        Outcome outcome = outcome();
        assertThat(shares(outcome)).containsExactly("A-100.00-a-100.00");
        assertThat(outcome.openSum(Side.LEDGER)).isEqualByComparingTo("-200.00");
    }

    @Test
    void sumsStayExactInAnyOrderOfRows() {
        for (int i = 0; i < 30; i++) {
            owed("2026-01-" + String.format("%02d", 1 + i % 9), (100 + i * 7 % 40) + ".25");
        }
        for (int i = 0; i < 12; i++) {
            paid("2026-01-" + (10 + i % 3), (200 + i * 11 % 90) + ".10");
        }
        Outcome first = outcome();
        List<String> expected = shares(first).stream().sorted().toList();
        assertThat(first.matches())
                .allSatisfy(match -> assertThat(first.difference(match)).isEqualByComparingTo("0"));
        assertThat(matched(first, Side.BANK).add(first.openSum(Side.BANK)))
                .isEqualByComparingTo(total(first, Side.BANK));
        assertThat(matched(first, Side.LEDGER).add(first.openSum(Side.LEDGER)))
                .isEqualByComparingTo(total(first, Side.LEDGER));
        for (int seed = 0; seed < 5; seed++) {
            Outcome again = Rows.run(Rows.shuffled(rows.entries(), seed), rules());
            assertThat(shares(again).stream().sorted()).isEqualTo(expected);
        }
    }

    private static BigDecimal matched(Outcome outcome, Side side) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Found match : outcome.matches()) {
            for (int i = 0; i < match.size(); i++) {
                sum = outcome.rows().side(match.row(i)) == side ? sum.add(outcome.share(match, i)) : sum;
            }
        }
        return sum;
    }

    private static BigDecimal total(Outcome outcome, Side side) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < outcome.rows().size(); row++) {
            sum = outcome.rows().side(row) == side ? sum.add(outcome.rows().amount(row)) : sum;
        }
        return sum;
    }
}
