package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.host.reconciliation.Rule;

/** Rules by which one row is the sum of many: R3, R5 and R6. */
class SumRulesTest {
    private static final String PARTY = "Fjordlys Handel AS";

    private final Rows rows = new Rows();

    private void part(String date, String amount) {
        rows.row(date, amount).party(PARTY).text("Kassa").ledger();
    }

    private void deposit(String date, String amount) {
        rows.row(date, amount).text("Insättning FJORDLYS HANDEL AS").bank();
    }

    // all of a key in the window (R3)

    @Test
    void matchesARowWithAllRowsOfItsReferenceInTheWindow() {
        rows.row("2026-01-07", "700.00").ref("1234574").bank();
        rows.row("2026-01-05", "500.00").ref("1234574").ledger();
        rows.row("2026-01-06", "200.00").ref("1234574").ledger();
        rows.row("2026-03-06", "900.00").ref("1234574").ledger();
        assertThat(rows.matches("one-all")).isEqualTo("A-ab");
    }

    @Test
    void makesNoChoiceAmongTheRowsOfAReference() {
        rows.row("2026-01-07", "700.00").ref("1234574").bank();
        rows.row("2026-01-05", "500.00").ref("1234574").ledger();
        rows.row("2026-01-06", "200.00").ref("1234574").ledger();
        rows.row("2026-01-07", "100.00").ref("1234574").ledger();
        assertThat(rows.matches("one-all")).isEmpty();
    }

    @Test
    void matchesALedgerRowWithAllPaymentsOfItsParty() {
        rows.row("2026-01-06", "300.15").party(PARTY).bank();
        rows.row("2026-01-07", "450.20").party(PARTY).bank();
        rows.row("2026-01-05", "750.35").party(PARTY).ledger();
        assertThat(rows.matches("one-all", "key", "counterparty")).isEqualTo("AB-a");
    }

    @Test
    void leavesOpenWhichOfTwoTotalsASetBelongsTo() {
        rows.row("2026-01-07", "700.00").ref("1234574").text("one").bank();
        rows.row("2026-01-08", "700.00").ref("1234574").text("two").bank();
        rows.row("2026-01-05", "500.00").ref("1234574").ledger();
        rows.row("2026-01-06", "200.00").ref("1234574").ledger();
        assertThat(rows.matches("one-all")).isEmpty();
    }

    @Test
    void doesNotLetSumsRunOver() {
        rows.row("2026-01-07", "0.98").ref("1234574").bank();
        rows.row("2026-01-05", "92233720368547758.07").ref("1234574").ledger();
        rows.row("2026-01-05", "92233720368547758.07")
                .ref("1234574")
                .text("two")
                .ledger();
        rows.row("2026-01-05", "1.00").ref("1234574").ledger();
        assertThat(rows.matches("one-all")).isEmpty();
    }

    // all of a day (R6)

    @Test
    void matchesADepositWithAllThatAPartyHasOfOneDay() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "817.25");
        part("2026-01-05", "402.10");
        part("2026-01-06", "3310.40");
        deposit("2026-01-07", "2453.85");
        assertThat(rows.matches("day-total")).isEqualTo("A-cba");
        assertThat(rows.outcome(List.of(Rows.rule("day-total"))).evidence(firstMatch("day-total")))
                .extracting(Object::toString)
                .anyMatch(text -> text.contains("2026-01-05"));
    }

    @Test
    void takesOnlyThoseOfADayThatSayTheSame() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "817.25");
        rows.row("2026-01-05", "99.90").party(PARTY).text("Faktura").ref("1044").ledger();
        deposit("2026-01-07", "2051.75");
        assertThat(rows.matches("day-total")).isEqualTo("A-ba");
    }

    @Test
    void leavesADepositOpenThatCouldBeTheTotalOfTwoDays() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "817.25");
        part("2026-01-06", "1200.00");
        part("2026-01-06", "851.75");
        deposit("2026-01-07", "2051.75");
        assertThat(rows.matches("day-total")).isEmpty();
    }

    @Test
    void leavesADepositOpenThatASingleRowCouldBeToo() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "817.25");
        part("2026-01-06", "2051.75");
        deposit("2026-01-07", "2051.75");
        assertThat(rows.matches("day-total")).isEmpty();
    }

    @Test
    void leavesTheTotalOfRoundAmountsOpenWhereItProvesLittle() {
        for (int day = 10; day < 16; day++) {
            part("2026-01-" + day, (day - 9) + "000.00");
            part("2026-01-" + day, (day - 7) + "000.00");
        }
        deposit("2026-01-20", "10000.00");
        assertThat(rows.matches("day-total")).isEmpty();
        assertThat(rows.matches("day-total", "odds", "0")).isEqualTo("A-gh");
    }

    @Test
    void leavesOpenWhatAPaymentInAndOneOutOfADayComeToByChance() {
        part("2026-01-05", "1299.00");
        part("2026-01-05", "-301.00");
        deposit("2026-01-07", "998.00");
        assertThat(rows.matches("day-total")).isEmpty();
        assertThat(rows.matches("day-total", "odds", "0")).isEqualTo("A-ba");
    }

    @Test
    void matchesADepositLessWhatWasPaidBackWhereTheSumIsNoAccident() {
        part("2026-01-05", "1299.37");
        part("2026-01-05", "-300.12");
        deposit("2026-01-07", "999.25");
        assertThat(rows.matches("day-total")).isEqualTo("A-ba");
    }

    // some of a party (R5)

    @Test
    void matchesADepositWithTheOnlyRowsOfADayThatHaveItsSum() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "817.25");
        part("2026-01-05", "402.10");
        part("2026-01-05", "77.77");
        deposit("2026-01-07", "1636.60");
        assertThat(rows.matches("one-subset")).isEqualTo("A-ca");
    }

    @Test
    void matchesTheOtherWayRound() {
        rows.row("2026-01-06", "300.15").party(PARTY).bank();
        rows.row("2026-01-06", "450.20").party(PARTY).bank();
        rows.row("2026-01-06", "811.35").party(PARTY).bank();
        rows.row("2026-01-05", "750.35").party(PARTY).ledger();
        assertThat(rows.matches("one-subset")).isEqualTo("AB-a");
    }

    @Test
    void addsRowsOfSeveralDaysOnlyWhereARuleSaysSo() {
        part("2026-01-05", "1234.50");
        part("2026-01-06", "817.25");
        part("2026-01-06", "402.10");
        deposit("2026-01-07", "1636.60");
        assertThat(rows.matches("one-subset")).isEmpty();
        assertThat(rows.matches("one-subset", "from", "window")).isEqualTo("A-ac");
    }

    @Test
    void leavesADepositOpenThatTwoSetsHaveTheSumOf() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "402.10");
        part("2026-01-05", "1000.30");
        part("2026-01-05", "636.30");
        deposit("2026-01-07", "1636.60");
        assertThat(rows.matches("one-subset")).isEmpty();
        assertThat(rows.suggestions()).isEqualTo("A1:dc A2:ba");
        assertThat(reasons()).contains("Other entries have this sum too").doesNotContain("No other entries");
    }

    @Test
    void leavesTwoDepositsOpenThatNeedTheSameRow() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "402.10");
        part("2026-01-05", "77.77");
        deposit("2026-01-07", "1636.60");
        deposit("2026-01-07", "479.87");
        assertThat(rows.matches("one-subset")).isEmpty();
    }

    @Test
    void leavesADepositOpenOfWhichARowIsMissing() {
        part("2026-01-05", "1234.50");
        part("2026-01-05", "402.10");
        deposit("2026-01-07", "1799.99");
        assertThat(rows.matches()).isEmpty();
    }

    @Test
    void doesNotAddUpWhatReferencesSpeakAgainst() {
        rows.row("2026-01-05", "1234.50").party(PARTY).text("Faktura 1044").ledger();
        rows.row("2026-01-05", "402.10").party(PARTY).text("Faktura 1045").ledger();
        rows.row("2026-01-07", "1636.60").party(PARTY).text("Faktura 1047").bank();
        assertThat(rows.matches("one-subset")).isEmpty();
        assertThat(rows.matches("day-total")).isEmpty();
        assertThat(rows.matches("one-all", "key", "counterparty")).isEmpty();
    }

    @Test
    void suggestsASumThatMayBeAnAccident() {
        Random random = new Random(3);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 24; i++) {
            BigDecimal amount = new BigDecimal(100 + random.nextInt(900)).setScale(2);
            part("2026-01-05", amount.toPlainString());
            sum = i < 3 ? sum.add(amount) : sum;
        }
        deposit("2026-01-07", sum.toPlainString());
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.suggestions()).isNotEmpty();
    }

    @Test
    void saysSoWhereThereAreTooManySums() {
        for (int i = 0; i < 61; i++) {
            part("2026-01-05", (100 + i) + ".17");
        }
        deposit("2026-01-07", "4999.13");
        assertThat(rows.matches()).isEmpty();
        assertThat(rows.reason('A')).contains("So many entries");
    }

    @Test
    void saysSoWhereTheChoicesRunOut() {
        for (int i = 0; i < 20; i++) {
            part("2026-01-05", (1000 + i * i) + "." + (11 + i));
        }
        deposit("2026-01-07", "3015.39");
        Outcome outcome = rows.outcome(List.of(Rows.rule("one-subset", "choices", "40", "odds", "0")));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.reason(0).toString()).contains("So many entries");
    }

    // whatever order

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfRowsChangesNothing(long seed) {
        Random random = new Random(seed);
        for (int day = 10; day < 20; day++) {
            for (int deposit = 0; deposit < 3; deposit++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int i = 0; i <= random.nextInt(3); i++) {
                    BigDecimal amount = BigDecimal.valueOf(100 + random.nextInt(300_000), 2);
                    part("2026-01-" + day, amount.toPlainString());
                    sum = sum.add(amount);
                }
                deposit("2026-01-" + (day + 1), sum.toPlainString());
            }
        }
        List<Rule> sums =
                List.of(Rows.rule("one-subset"), Rows.rule("day-total"), Rows.rule("one-all", "key", "counterparty"));
        String expected = Rows.text(rows.outcome(sums));
        assertThat(expected).isNotEmpty();
        assertThat(Rows.text(Rows.run(Rows.shuffled(rows.entries(), seed), sums)))
                .isEqualTo(expected);
    }

    // bounds

    @Test
    void endsSoonWhereVeryManySumsAreEqual() {
        for (int i = 1; i <= 60; i++) {
            part("2026-01-05", i + "000.00");
        }
        deposit("2026-01-07", "400000.00");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(rows.matches()).isEmpty());
    }

    private Found firstMatch(String kind) {
        return rows.outcome(List.of(Rows.rule(kind))).matches().get(0);
    }

    private String reasons() {
        return rows.outcome().suggestions().get(0).reasons().toString();
    }
}
