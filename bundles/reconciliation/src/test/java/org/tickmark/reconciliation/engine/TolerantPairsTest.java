package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.reconciliation.Rule;

/** Rules that let amounts differ: R2. */
class TolerantPairsTest {
    private static final String KIND = "one-one-tolerant";

    private final Rows rows = new Rows();

    private void pair(String paid, String owed) {
        rows.row("2026-01-07", paid).ref("1234574").bank();
        rows.row("2026-01-05", owed).ref("1234574").ledger();
    }

    @Test
    void allowsNothingUnlessARuleSaysHowMuch() {
        pair("999.99", "1000.00");
        assertThat(rows.matches(KIND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "950.00, 1000.00, true",
        "949.99, 1000.00, false",
        "1001.00, 1000.00, true",
        "1001.01, 1000.00, false",
        "-1050.00, -1000.00, true",
        "-1050.01, -1000.00, false",
        "-999.00, -1000.00, true",
        "0.50, -0.50, false"
    })
    void countsTheDifferenceWithItsSign(String paid, String owed, boolean paired) {
        pair(paid, owed);
        assertThat(rows.matches(KIND, "lowest", "-50", "highest", "1")).isEqualTo(paired ? "A-a" : "");
    }

    @Test
    void keepsTheDifferenceAsOneOfTheMatch() {
        pair("985.50", "1000.00");
        Outcome outcome = rows.outcome(List.of(Rows.rule(KIND, "lowest", "-50", "difference", "fee")));
        assertThat(outcome.difference(outcome.matches().get(0))).isEqualByComparingTo(new BigDecimal("-14.50"));
        assertThat(outcome.evidence(outcome.matches().get(0)).toString()).contains("fee -14.50");
    }

    @Test
    void demandsAmountAndShareOrOneOfThem() {
        pair("90.00", "100.00");
        assertThat(rows.matches(KIND, "lowest", "-50", "basis-points", "500")).isEmpty();
        assertThat(rows.matches(KIND, "lowest", "-50", "basis-points", "1000")).isEqualTo("A-a");
        assertThat(rows.matches(KIND, "lowest", "-5", "basis-points", "1000")).isEmpty();
        assertThat(rows.matches(KIND, "lowest", "-5", "basis-points", "1000", "combine", "either"))
                .isEqualTo("A-a");
    }

    @Test
    void leavesAReferenceOpenThatAThirdRowHas() {
        pair("985.00", "1000.00");
        rows.row("2026-01-08", "15.00").ref("1234574").text("rest").bank();
        assertThat(rows.matches(KIND, "lowest", "-50")).isEmpty();
    }

    @Test
    void pairsByThePartyWhereOnlyOneRowIsNear() {
        rows.row("2026-01-07", "985.00").party("Fjordlys Handel AS").bank();
        rows.row("2026-01-05", "1000.00").party("Fjordlys Handel AS").ledger();
        rows.row("2026-01-05", "2000.00").party("Fjordlys Handel AS").ledger();
        assertThat(rows.matches(KIND, "key", "counterparty", "lowest", "-50")).isEqualTo("A-a");
        rows.row("2026-01-06", "1010.00").party("Fjordlys Handel AS").ledger();
        assertThat(rows.matches(KIND, "key", "counterparty", "lowest", "-50")).isEmpty();
    }

    @Test
    void suggestsWhatIsBeyondTheCapOfAMatch() {
        pair("850.00", "1000.00");
        Outcome outcome = rows.outcome(List.of(Rows.rule(KIND, "lowest", "-200")));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions().get(0).reasons().toString()).contains("more than 100.00");
    }

    @Test
    void onlySuggestsOnceARunHasEnoughDifferences() {
        String[] references = {"1234574", "100000199", "123455", "2345676"};
        for (int i = 0; i < references.length; i++) {
            rows.row("2026-01-0" + (i + 1), (1000 + i * 100 - 10 + i) + ".00")
                    .ref(references[i])
                    .bank();
            rows.row("2026-01-01", (1000 + i * 100) + ".00").ref(references[i]).ledger();
        }
        List<Rule> rules = List.of(Rows.rule(KIND, "lowest", "-50", "run-cap", "20"));
        assertThat(rows.matches(rules)).isEqualTo("A-a B-b");
        assertThat(Rows.text(Rows.run(Rows.shuffled(rows.entries(), 5), rules))).isEqualTo("A-a B-b");
        assertThat(rows.outcome(rules).suggestions().toString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2026-01, A-a",
        "month, 2025-12, A-a B-b",
        "quarter, 2026-03, A-a",
        "year, 2026-12, A-a",
        "year, 2025-12, A-a B-b"
    })
    void countsWhatEarlierRunsOfThePeriodHaveBorne(String period, String month, String expected) {
        pair("990.00", "1000.00");
        rows.row("2026-01-08", "490.00").ref("100000199").bank();
        rows.row("2026-01-05", "500.00").ref("100000199").ledger();
        Borne borne = new Borne.Builder()
                .add(KIND, YearMonth.parse(month), new BigDecimal("-15"))
                .add("another", YearMonth.parse(month), new BigDecimal("5000"))
                .build();
        RuleList rules = RuleList.of(List.of(Rows.rule(KIND, "lowest", "-50", "period-cap", "25", "period", period)));
        Outcome outcome = Rows.run(rows.entries(), rules, borne);
        assertThat(Rows.text(outcome)).isEqualTo(expected);
        assertThat(outcome.suggestions().size()).isEqualTo(outcome.matches().size() == 2 ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"lowest, 1", "lowest, -1.00001", "highest, abc", "basis-points, 10001", "combine, neither", "cap, -1"})
    void refusesWhatItDoesNotTake(String parameter, String value) {
        Rule rule = new Rule("x", KIND, Rule.State.AUTOMATIC, Map.of(parameter, value));
        assertThatThrownBy(() -> RuleList.of(List.of(rule)))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining(parameter);
    }
}
