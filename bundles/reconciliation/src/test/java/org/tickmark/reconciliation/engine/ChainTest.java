package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.reconciliation.engine.Chains.Chain;

/** R9, on what two other groups tie together. */
class ChainTest {
    private static final List<Rule> RULES = List.of(Rows.rule("chain", "first", "payouts", "second", "sales"));

    private final Rows rows = new Rows();

    private Outcome outcome(Chain... chains) {
        Snapshot.Builder builder = Snapshot.builder("SEK");
        rows.entries().forEach(builder::add);
        Chains known = (first, second) ->
                first.equals("payouts") && second.equals("sales") ? Optional.of(List.of(chains)) : Optional.empty();
        return Engine.run(builder.build(), RuleList.of(RULES), Borne.NOTHING, known, CancelToken.NEVER);
    }

    private static Chain chain(String bank, int between, String ledger, boolean whole) {
        return new Chain(
                bank.chars().mapToObj(name -> (long) name).toList(),
                between,
                ledger.chars().mapToObj(name -> (long) name).toList(),
                whole);
    }

    @Test
    void matchesWhatIsTiedTogetherAndHasTheSameSum() {
        rows.row("2026-01-12", "97.00").text("PSP 4711").bank();
        rows.row("2026-01-10", "100.00").text("Order 1").ledger();
        rows.row("2026-03-10", "-3.00").text("Avgift").ledger();
        Outcome outcome = outcome(chain("A", 2, "ab", true));
        assertThat(Rows.text(outcome)).isEqualTo("A-ab");
        assertThat(outcome.evidence(outcome.matches().get(0)))
                .extracting(Object::toString)
                .containsExactly(
                        "2 entries between them: matched with the bank in group payouts, with the ledger in group sales",
                        "1 from the bank and 2 from the ledger have the same sum, 97.00");
    }

    @Test
    void suggestsWhereSomethingBetweenIsOpenOrSumsDiffer() {
        rows.row("2026-01-12", "97.00").text("PSP 4711").bank();
        rows.row("2026-01-10", "90.00").text("Order 1").ledger();
        Outcome outcome = outcome(chain("A", 2, "a", false));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions().get(0).reasons().toString())
                .contains("Not all that lies between them is matched on both sides", "Bank and ledger differ by 7.00");
    }

    @Test
    void leavesWhatIsNotOpenHere() {
        rows.row("2026-01-12", "97.00").bank();
        Outcome outcome = outcome(chain("A", 1, "a", true));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.problems()).isEmpty();
    }

    @Test
    void saysThatAGroupIsNotThere() {
        rows.row("2026-01-12", "97.00").bank();
        List<Rule> rules = List.of(Rows.rule("chain", "first", "payouts", "second", "nowhere"));
        assertThat(rows.outcome(rules).problems()).extracting(Problem::code).containsExactly("rec.rule-failed");
    }
}
