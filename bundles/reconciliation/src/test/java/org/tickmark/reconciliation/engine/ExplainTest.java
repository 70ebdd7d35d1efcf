package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.host.reconciliation.Rule;

/** Rules that say what rows are that only the bank knows of: R8. */
class ExplainTest {
    private static final Rule FEES = new Rule(
            "fees",
            "explain",
            Rule.State.AUTOMATIC,
            Map.of("words", "bankavgift, pris enligt", "account", "6570", "most", "-0.01"));

    private final Rows rows = new Rows();

    private String reason(char row, Rule... rules) {
        Outcome outcome = rows.outcome(List.of(rules));
        for (int i = 0; i < outcome.rows().size(); i++) {
            if (outcome.rows().id(i) == row) {
                return outcome.isOpen(i) ? outcome.reason(i).toString() : "matched";
            }
        }
        throw new IllegalArgumentException("row " + row);
    }

    @ParameterizedTest
    @CsvSource({
        "-49.00, BANKAVGIFT januari, true",
        "-49.00, Pris enligt avtal, true",
        "49.00, Bankavgift åter, false",
        "-49.00, Hyra, false"
    })
    void saysWhatARowIsAndLeavesItOpen(String amount, String text, boolean explained) {
        rows.row("2026-01-31", amount).text(text).bank();
        assertThat(reason('A', FEES).equals("Rule fees takes it for a fee: still to be booked on account 6570"))
                .isEqualTo(explained);
        assertThat(rows.outcome(List.of(FEES)).matches()).isEmpty();
    }

    @Test
    void saysNothingWhereTheLedgerHasTheAmountAlready() {
        rows.row("2026-01-31", "-49.00").text("Bankavgift januari").bank();
        rows.row("2026-01-31", "-49.00").ledger();
        assertThat(reason('A', FEES)).doesNotContain("takes it for");
    }

    @Test
    void aRuleAfterItMayStillMatchTheRow() {
        rows.row("2026-01-31", "-49.00").text("Bankavgift 1234574").bank();
        rows.row("2026-01-25", "-30.00").ref("1234574").ledger();
        rows.row("2026-01-25", "-19.00").ref("1234574").ledger();
        Rule sum = Rows.rule("key-zero");
        assertThat(reason('A', FEES, sum)).isEqualTo("matched");
    }

    @Test
    void theFirstRuleThatKnowsARowHasTheWord() {
        rows.row("2026-01-31", "-49.00").text("Bankavgift och ränta").bank();
        Rule interest =
                new Rule("interest", "explain", Rule.State.AUTOMATIC, Map.of("words", "ranta", "as", "interest"));
        assertThat(reason('A', interest, FEES))
                .isEqualTo("Rule interest takes it for interest: it is still to be booked");
        assertThat(reason('A', FEES, interest)).contains("6570");
    }

    @Test
    void knowsNoRowWithoutWords() {
        rows.row("2026-01-31", "-49.00").text("Bankavgift").bank();
        assertThat(reason('A', Rows.rule("explain"))).doesNotContain("takes it for");
    }

    @Test
    void explainsTheLedgersRowsNever() {
        rows.row("2026-01-31", "-49.00").text("Bankavgift").ledger();
        assertThat(reason('a', FEES)).doesNotContain("takes it for");
    }
}
