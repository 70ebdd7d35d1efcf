package org.tickmark.importer.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tickmark.api.importer.Balance;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class BalancesTest {
    @Test
    void opensByTheBookedOpeningBalance() {
        assertThat(summary(credit("PRCD", "1") + credit("OPBD", "2") + credit("CLBD", "3")))
                .isEqualTo("2 > 3");
    }

    @Test
    void opensByThePreviousClosingWhereThereIsNoOpening() {
        assertThat(summary(credit("PRCD", "1") + credit("CLBD", "3"))).isEqualTo("1 > 3");
    }

    @Test
    void opensAndClosesPagesByInterimBalances() {
        assertThat(summary(credit("OPBD", "1") + credit("ITBD", "2"))).isEqualTo("1 > 2");
        assertThat(summary(credit("ITBD", "2") + credit("ITBD", "3"))).isEqualTo("2 > 3");
        assertThat(summary(credit("ITBD", "3") + credit("CLBD", "4"))).isEqualTo("3 > 4");
    }

    @Test
    void provesNothingByASingleInterimBalance() {
        assertThat(summary(credit("ITBD", "3"))).isEqualTo("- > -");
    }

    @Test
    void neverProvesByBalancesThatAreNotBooked() {
        String others = credit("OPAV", "1") + credit("CLAV", "2") + credit("FWAV", "3") + credit("INFO", "4");

        RecordedStatement statement = Reader.statement(Camt.statement(others));

        assertThat(statement.balances())
                .extracting(Balance::kind, Balance::amount)
                .containsExactly(tuple(Balance.Kind.AVAILABLE, new BigDecimal("2")));
    }

    @Test
    void takesADebitBalanceAsNegative() {
        assertThat(summary(Camt.balance("OPBD", "5.00", "DBIT") + credit("CLBD", "0.00")))
                .isEqualTo("-5.00 > 0.00");
    }

    @Test
    void takesABalanceWithoutDirectionAsCreditAndWarnsOnce() {
        RecordingSink sink = Reader.read(
                Camt.statement(Camt.balance("OPBD", "5", "", "NOK") + Camt.balance("CLBD", "6", "", "NOK")));

        assertThat(sink.summaries()).containsExactly("NO9386011117947 NOK 5 > 6:");
        assertThat(sink.codes()).containsExactly("W.balance-direction");
        assertThat(sink.problems().get(0).where()).hasValue("line 4, Stmt[1]/Bal");
    }

    @Test
    void opensByTheFirstDayAndClosesByTheLast() {
        assertThat(summary(
                        onDay("OPBD", "2", 3) + onDay("OPBD", "1", 2) + onDay("CLBD", "8", 3) + onDay("CLBD", "7", 2)))
                .isEqualTo("1 > 8");
    }

    @Test
    void prefersTheBalanceWithoutACreditLine() {
        String withLine = "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt>";
        String line = "<CdtLine><Incl>true</Incl><Amt Ccy=\"NOK\">500</Amt></CdtLine>";
        String including = Camt.balance("CLBD", "508", withLine, "NOK").replace("<Amt", line + "<Amt");

        assertThat(summary(credit("OPBD", "1") + including + credit("CLBD", "8")))
                .isEqualTo("1 > 8");
        assertThat(summary(credit("OPBD", "1") + including)).isEqualTo("1 > 508");
    }

    @Test
    void prefersTheAccountsCurrency() {
        String euro = Camt.balance("CLBD", "9", "<CdtDbtInd>CRDT</CdtDbtInd>", "EUR");

        assertThat(summary(credit("OPBD", "1") + euro + credit("CLBD", "8"))).isEqualTo("1 > 8");

        RecordingSink sink = Reader.read(Camt.statement(credit("OPBD", "1") + euro));
        assertThat(sink.summaries()).containsExactly("NO9386011117947 NOK 1 > 9:");
        assertThat(sink.codes()).containsExactly("W.balance-currency");
    }

    @Test
    void tellsTheDayOfABalance() {
        assertThat(Reader.statement(Camt.statement(onDay("OPBD", "1", 5)))
                        .balances()
                        .get(0)
                        .date())
                .hasValue(LocalDate.of(2026, 11, 5));
    }

    @Test
    void refusesANegativeAmountBesideADirection() {
        RecordingSink sink = Reader.read(Camt.statement(Camt.balance("OPBD", "-5.00", "DBIT")));

        assertThat(sink.codes()).containsExactly("E4.amount");
        assertThat(sink.statements().get(0).opening()).isEmpty();
    }

    private static String credit(String type, String amount) {
        return Camt.balance(type, amount, "CRDT");
    }

    private static String onDay(String type, String amount, int day) {
        return Camt.balance(type, amount, "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-0" + day + "</Dt></Dt>", "NOK");
    }

    private static String summary(String balances) {
        String summary = Reader.statement(Camt.statement(balances)).summary();
        return summary.substring("NO9386011117947 NOK ".length(), summary.length() - 1);
    }
}
