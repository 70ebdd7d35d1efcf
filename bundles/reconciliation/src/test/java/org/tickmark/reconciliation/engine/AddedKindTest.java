package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.api.rule.RuleRun;

/** What a plugin's kind of rule may do, and what becomes of one that does otherwise. */
class AddedKindTest {
    private static final List<Message> WHY = List.of(Message.translated("because", "fordi", "därför"));
    private static final Rule ADDED = new Rule("special", "added", Rule.State.AUTOMATIC, Map.of());
    private static final List<Rule> ADDED_AND_AMOUNT = List.of(ADDED, Rows.rule("one-one", "key", "captured"));

    private final Rows rows = new Rows();

    @BeforeEach
    void addThreePairs() {
        for (int i = 0; i < 3; i++) {
            rows.row("2026-01-0" + (7 + i), (100 + i) + ".00")
                    .text("Faktura 1234" + i)
                    .bank();
            rows.row("2026-01-05", (100 + i) + ".00").text("Faktura 1234" + i).ledger();
        }
    }

    /** What a kind does. */
    @FunctionalInterface
    interface Deed {
        void on(RuleRun run) throws Exception;
    }

    private record Doing(Deed deed) implements RuleKind {
        @Override
        public Message summary() {
            return Message.verbatim("Does something");
        }

        @Override
        public List<RuleParameter> parameters() {
            return List.of(RuleParameter.number("most", 5, 1, 9, Message.verbatim("how many")));
        }

        @Override
        public void match(RuleRun run) throws Exception {
            deed.on(run);
        }
    }

    private static AddedKinds adding(Deed deed) {
        return name -> name.equals("added") ? Optional.of(new Doing(deed)) : Optional.empty();
    }

    private Outcome outcome(List<Rule> rules, Deed deed) {
        return Rows.run(rows.entries(), RuleList.of(rules, adding(deed)), Borne.NOTHING);
    }

    private static OpenRow row(RuleRun run, OpenRow.Side side, String amount) {
        return run.rows().stream()
                .filter(row ->
                        row.side() == side && row.amount().toPlainString().equals(amount))
                .findFirst()
                .orElseThrow();
    }

    private static List<OpenRow> pair(RuleRun run, String amount) {
        return List.of(row(run, OpenRow.Side.LEDGER, amount), row(run, OpenRow.Side.BANK, amount));
    }

    @Test
    void seesWhatIsOpenAndMatches() {
        List<OpenRow> seen = new ArrayList<>();
        Outcome outcome = outcome(ADDED_AND_AMOUNT, run -> {
            seen.addAll(run.rows());
            assertThat(run.parameters()).isEqualTo(Map.of("most", "5"));
            assertThat(run.currency()).isEqualTo("SEK");
            run.match(pair(run, "101.00"), WHY);
        });
        assertThat(Rows.text(outcome)).isEqualTo("A-a B-b C-c");
        assertThat(outcome.matches().get(0).rule()).isZero();
        assertThat(outcome.evidence(outcome.matches().get(0)).get(0).text(Locale.forLanguageTag("sv")))
                .isEqualTo("därför");
        assertThat(seen).hasSize(6).extracting(OpenRow::number).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(seen.get(0).text()).isEqualTo("Faktura 12340");
        assertThat(seen.get(5).side()).isEqualTo(OpenRow.Side.LEDGER);
    }

    @Test
    void seesNothingThatARuleBeforeItMatched() {
        List<OpenRow> seen = new ArrayList<>();
        outcome(List.of(ADDED_AND_AMOUNT.get(1), ADDED), run -> seen.addAll(run.rows()));
        assertThat(seen).isEmpty();
    }

    @Test
    void keepsItsReasonsAsTextInEveryLanguage() {
        Outcome outcome = outcome(List.of(ADDED), run -> run.match(pair(run, "101.00"), WHY));
        String kept = EvidenceText.write(outcome.evidence(outcome.matches().get(0)));
        assertThat(EvidenceText.read(kept, "SEK").get(0).text(Locale.forLanguageTag("nb")))
                .isEqualTo("fordi");
    }

    @Test
    void suggestsWhateverTheSums() {
        Outcome outcome = outcome(
                List.of(ADDED),
                run -> run.suggest(
                        List.of(row(run, OpenRow.Side.BANK, "100.00"), row(run, OpenRow.Side.LEDGER, "102.00")),
                        WHY,
                        Message.verbatim("not sure")));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions())
                .extracting(found -> found.reasons().toString())
                .contains("[because, not sure]");
    }

    @Test
    void onlySuggestsWhereTheRuleSaysSo() {
        Rule suggesting = new Rule("special", "added", Rule.State.SUGGEST, Map.of());
        Outcome outcome = outcome(List.of(suggesting), run -> run.match(pair(run, "101.00"), WHY));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions().toString()).isNotEmpty();
        assertThat(outcome.suggestions().stream().map(found -> found.reasons().toString()))
                .anyMatch(reasons -> reasons.contains("Rule special only suggests"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void failsAloneIfItDoesWhatItMustNot(String what, String told, Deed deed) {
        Outcome outcome = outcome(ADDED_AND_AMOUNT, run -> {
            run.match(pair(run, "102.00"), WHY);
            deed.on(run);
        });
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("rec.rule-failed");
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.where()).contains("special");
            assertThat(problem.toString()).contains(told);
        });
        assertThat(outcome.matches())
                .as("what the other rule matched")
                .hasSize(3)
                .allMatch(match -> match.rule() == 1);
        assertThat(outcome.suggestions()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("throws", "no coffee left", run -> {
                    throw new IllegalStateException("no coffee left");
                }),
                fault("fails with a problem of its own", "no milk left", run -> {
                    throw org.tickmark.api.Problem.error("rec.rule-failed", Message.verbatim("no milk left"))
                            .exception();
                }),
                fault(
                        "matches what does not sum up",
                        "RK-04",
                        run -> run.match(
                                List.of(row(run, OpenRow.Side.BANK, "100.00"), row(run, OpenRow.Side.LEDGER, "101.00")),
                                WHY)),
                fault("swallows that it was refused", "RK-04", run -> {
                    try {
                        run.match(List.of(run.rows().get(0)), WHY);
                    } catch (IllegalArgumentException e) {
                        run.match(pair(run, "101.00"), WHY);
                    }
                }),
                fault("matches a row twice", "two matches", run -> run.match(pair(run, "102.00"), WHY)),
                fault(
                        "names a row twice",
                        "a row twice",
                        run -> run.match(List.of(run.rows().get(0), run.rows().get(0)), WHY)),
                fault("makes a row up", "none of this run", run -> {
                    OpenRow bank = run.rows().get(0);
                    OpenRow made = new OpenRow(
                            5,
                            OpenRow.Side.LEDGER,
                            bank.bookingDate(),
                            Optional.empty(),
                            bank.amount(),
                            List.of(),
                            "",
                            "",
                            "",
                            "made up");
                    run.match(List.of(bank, made), WHY);
                }),
                fault("gives no reason", "RK-06", run -> run.match(pair(run, "101.00"), List.of())),
                fault("says nothing", "RK-06", run -> run.match(pair(run, "101.00"), List.of(Message.verbatim(" ")))),
                fault("suggests without end", "suggestions a row", run -> {
                    for (int i = 0; i <= 30; i++) {
                        run.suggest(pair(run, "101.00"), WHY, Message.verbatim("?"));
                    }
                }));
    }

    private static Arguments fault(String what, String told, Deed deed) {
        return Arguments.of(what, told, deed);
    }

    @Test
    void takesNothingAfterItHasEnded() {
        List<RuleRun> kept = new ArrayList<>();
        Outcome outcome = outcome(List.of(ADDED), kept::add);
        assertThatThrownBy(() -> kept.get(0).match(pair(kept.get(0), "101.00"), WHY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ended");
        assertThat(outcome.matches()).isEmpty();
    }

    @Test
    void waitsWhileItsKindIsAway() {
        Outcome outcome = Rows.run(rows.entries(), RuleList.of(ADDED_AND_AMOUNT, AddedKinds.NONE), Borne.NOTHING);
        assertThat(Rows.text(outcome)).isEqualTo("A-a B-b C-c");
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("rec.rule-waits");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.where()).contains("special");
        });
    }

    @Test
    void isRefusedAParameterThatItDoesNotTakeAndFailsAloneIfItCameToThat() {
        Rule wrong = new Rule("special", "added", Rule.State.AUTOMATIC, Map.of("most", "10"));
        RuleList rules = RuleList.of(List.of(wrong, ADDED_AND_AMOUNT.get(1)), adding(run -> {}));
        assertThatThrownBy(rules::requireValid)
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("most")
                .hasMessageContaining("1..9")
                .hasMessageContaining("how many");
        Outcome outcome = Rows.run(rows.entries(), rules, Borne.NOTHING);
        assertThat(outcome.problems()).hasSize(1);
        assertThat(outcome.matches()).hasSize(3);
    }

    @Test
    void isCancelledWithTheRun() {
        boolean[] cancelled = new boolean[1];
        Snapshot.Builder builder = Snapshot.builder("SEK").keepContents();
        rows.entries().forEach(builder::add);
        RuleList rules = RuleList.of(List.of(ADDED), adding(run -> {
            cancelled[0] = true;
            run.cancel().throwIfCancelled();
        }));
        CancelToken token = () -> cancelled[0];
        assertThatThrownBy(() -> Engine.run(builder.build(), rules, Borne.NOTHING, Chains.NONE, token))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void findsTheSameWhateverTheOrderOfRowsAndTheirIds() {
        Deed deed = run -> {
            for (OpenRow bank : run.rows()) {
                if (bank.side() == OpenRow.Side.BANK && bank.number() % 2 == 0) {
                    run.match(pair(run, bank.amount().toPlainString()), WHY);
                }
            }
        };
        String expected = Rows.text(outcome(List.of(ADDED), deed));
        for (int seed = 0; seed < 10; seed++) {
            assertThat(Rows.text(Rows.run(
                            Rows.shuffled(rows.entries(), seed),
                            RuleList.of(List.of(ADDED), adding(deed)),
                            Borne.NOTHING)))
                    .isEqualTo(expected);
        }
    }
}
