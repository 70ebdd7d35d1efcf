package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.StatementHeader.Kind;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234,56          | 1234.56",
                "1.234,56         | 1234.56",
                "1 234,56         | 1234.56",
                "1\u00a0234,56    | 1234.56",
                "1\u2009234,56    | 1234.56",
                "1\u202f234\u202f567,8 | 1234567.8",
                "1'234,56         | 1234.56",
                "-1234,56         | -1234.56",
                "\u22121234,56    | -1234.56",
                "\u20131234,56    | -1234.56",
                "1234,56-         | -1234.56",
                "- 1234,56        | -1234.56",
                "+5,00            | 5.00",
                "(1.234,50)       | -1234.50",
                "€ 12,00          | 12.00",
                "-€12,00          | -12.00",
                "12,00 €          | 12.00",
                "12,00 kr         | 12.00",
                "kr. 12,00        | 12.00",
                "12,00kr.         | 12.00",
                "NOK -7,00        | -7.00",
                "7,00 SEK         | 7.00",
                "100,00 DR        | -100.00",
                "100,00 CR        | 100.00",
                "12               | 12",
                "12,              | 12",
                ",5               | 0.5",
                "0,00001          | 0.00001",
                "123456789012345678901234567890,12 | 123456789012345678901234567890.12"
            })
    void readsAnAmountWithADecimalComma(String text, String amount) {
        AmountCell cell = new AmountCell();

        assertThat(cell.read(text)).isTrue();
        assertThat(cell.value(',', true))
                .hasValueSatisfying(value -> assertThat(value.toPlainString()).isEqualTo(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,50.00", "1.50", "12.34.56", "1 23,00", "1,2,3", "1.2345,00", "12 34"})
    void refusesMarksWhereTheyMayNotStand(String text) {
        AmountCell cell = new AmountCell();

        assertThat(cell.read(text)).isTrue();
        assertThat(cell.value(',', true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "-", "1x2", "12,00 apples", "2026-11-02", "kr", ".", "12 Inc.", "1e5", "NaN", "0x1F"})
    void takesNothingElseForAnAmount(String text) {
        assertThat(new AmountCell().read(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.50         | point",
                "1,50         | comma",
                "1.234,5      | comma",
                "1,234.5      | point",
                "1.234.567    | comma",
                "1234.560     | point",
                "0.500        | point",
                "1 234.567    | point",
                "12 1.234 0,5 | comma"
            })
    void decidesTheDecimalMarkByWhatTheAmountsShow(String amounts, String word) {
        assertThat(Csv.howRead(table(amounts))).contains("decimal=" + word);
    }

    @Test
    void refusesToGuessBetweenTwoMarks() {
        Problem problem = Csv.refusal("Date;Amount\n2026-11-02;1.234\n");

        assertThat(problem.code()).isEqualTo("E4.decimal-mark");
        assertThat(problem.found()).hasValue("1.234");
        assertThat(Csv.statement("Date;Amount\n2026-11-02;1.234\n", "decimal=comma")
                        .sum())
                .isEqualByComparingTo("1234");
    }

    @Test
    void knowsTheMarkOfABankWhereItsAmountsDoNotShowIt() {
        assertThat(Csv.statement("""
                        Bokföringsdatum;Valutadatum;Verifikationsnummer;Text;Belopp;Saldo
                        2026-11-02;2026-11-02;5490990004;x;-500.000;814.160
                        """).sum()).isEqualByComparingTo("-500");
    }

    @Test
    void takesInvertedAmountsTheOtherWayRound() {
        assertThat(Csv.statement("Date;Amount\n2026-11-02;10,00\n", "sign=inverted")
                        .sum())
                .isEqualByComparingTo("-10");
    }

    @ParameterizedTest
    @CsvSource({
        "Debit;Credit,  5.00;, -5.00, bank",
        "Debit;Credit,  ;5.00, 5.00, bank",
        "Debit;Credit,  5.00;, 5.00, ledger",
        "Debit;Credit,  ;5.00, -5.00, ledger",
        "Debit;Credit,  -5.00;, -5.00, bank",
        "Paid out;Paid in, 5.00;, -5.00, bank",
        "Paid out;Paid in, 5.00;, -5.00, ledger",
        "Ut fra konto;Inn på konto, 5.00;0.00, -5.00, bank",
        "Amount;D/C, 5.00;D, -5.00, bank",
        "Amount;D/C, -5.00;C, 5.00, bank",
        "Amount;D/C, 5.00;D, 5.00, ledger",
        "Bedrag;Af Bij, 5.00;Af, -5.00, bank",
        "Betrag;Soll/Haben, 5.00;S, -5.00, bank",
        "Beløp;Inn/ut, 5.00;Inn, 5.00, bank"
    })
    void signsAmountsByColumnOrFlag(String names, String cells, String amount, String side) {
        assertThat(Csv.statement("Date;" + names + "\n2026-11-02;" + cells + "\n", "side=" + side)
                        .entries()
                        .get(0)
                        .amount()
                        .toPlainString())
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "LEDGER, Date;Text;Debit;Credit, 2026-11-02;a;5.00;, 5.00",
        "STATEMENT, Date;Text;Debit;Credit, 2026-11-02;a;5.00;, -5.00",
        "STATEMENT, Date;Voucher;Debit;Credit, 2026-11-02;17;5.00;, -5.00"
    })
    void takesTheSideThatTheFileIsForWhereNothingIsSet(Kind kind, String names, String cells, String amount) {
        String table = names + "\n" + cells + "\n";

        assertThat(Csv.statement(kind, table).entries().get(0).amount()).isEqualByComparingTo(amount);
        assertThat(Csv.statement(kind, table, "side=ledger").entries().get(0).amount())
                .isEqualByComparingTo("5.00");
    }

    @Test
    void turnsTheSideWhereTheBalanceHoldsOnlySo() {
        String table = """
                Date;Text;Debit;Credit;Balance
                2026-11-02;a;100.00;;1100.00
                2026-11-03;b;;50.00;1050.00
                2026-11-04;c;;25.00;1025.00
                """;

        assertThat(Csv.howRead(table)).contains("side=ledger");
        assertThat(Csv.statement(Kind.STATEMENT, table).summary())
                .isEqualTo(Csv.statement(table).summary());
        assertThat(Csv.statement(table).summary()).isEqualTo("- - 1000.00 > 1025.00: 100.00 -50.00 -25.00");
    }

    @Test
    void turnsTheSignWhereTheBalanceHoldsOnlySo() {
        String table = """
                Date;Text;Amount;Balance
                2026-11-02;shop;50.00;-50.00
                2026-11-03;shop;30.00;-80.00
                2026-11-04;paid;-80.00;0.00
                """;

        assertThat(Csv.howRead(table)).contains("sign=inverted");
        assertThat(Csv.statement(table).summary()).isEqualTo("- - 0.00 > 0.00: -50.00 -30.00 80.00");
    }

    private static String table(String amounts) {
        StringBuilder table = new StringBuilder("Date;Amount\n");
        for (String amount : amounts.strip().replace("1 234", "1\u00a0234").split(" ", -1)) {
            table.append("2026-11-02;").append(amount).append('\n');
        }
        return table.toString();
    }
}
