package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.host.reconciliation.Rule;

/** What rules do where several rows could be meant. */
class AmbiguityTest {
    private static final String OCR = "1234574";

    private final Rows rows = new Rows();

    private void paid(String date) {
        rows.row(date, "100.00").ref(OCR).bank();
    }

    private void owed(String date) {
        rows.row(date, "100.00").ref(OCR).ledger();
    }

    private String matches(String ambiguity) {
        return rows.matches("one-one", "ambiguity", ambiguity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unique", "exchangeable", "oldest-first", "suggest"})
    void aPairWithoutARivalIsMatchedInAnyCase(String ambiguity) {
        paid("2026-01-06");
        owed("2026-01-05");
        assertThat(matches(ambiguity)).isEqualTo("A-a");
    }

    @ParameterizedTest
    @CsvSource({"unique, ''", "exchangeable, A-a B-b", "oldest-first, A-a B-b", "suggest, ''"})
    void rowsAlikeInEverythingAsManyOnEitherSide(String ambiguity, String expected) {
        paid("2026-01-06");
        paid("2026-01-06");
        owed("2026-01-05");
        owed("2026-01-05");
        assertThat(matches(ambiguity)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"unique, ''", "exchangeable, ''", "oldest-first, A-a", "suggest, ''"})
    void rowsAlikeInEverythingMoreOnOneSide(String ambiguity, String expected) {
        paid("2026-01-06");
        owed("2026-01-05");
        owed("2026-01-05");
        assertThat(matches(ambiguity)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"unique, ''", "exchangeable, ''", "oldest-first, A-a B-b", "suggest, ''"})
    void rowsOfDifferentDays(String ambiguity, String expected) {
        paid("2026-01-08");
        paid("2026-01-09");
        owed("2026-01-04");
        owed("2026-01-05");
        owed("2026-01-06");
        assertThat(matches(ambiguity)).isEqualTo(expected);
    }

    @Test
    void theOldestFirstIsTheSameInAnyOrderOfRows() {
        for (String day : List.of("05", "08", "08", "14")) {
            paid("2026-01-" + day);
            owed("2026-01-" + day);
        }
        List<Rule> rules = List.of(Rows.rule("one-one", "ambiguity", "oldest-first"));
        String expected = contents(rows.outcome(rules));
        assertThat(expected.lines()).hasSize(4).allMatch(line -> line.contains("the rule takes the oldest"));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(contents(Rows.run(Rows.shuffled(rows.entries(), seed), rules)))
                    .isEqualTo(expected);
        }
    }

    private static String contents(Outcome outcome) {
        return outcome.matches().stream()
                .map(match -> outcome.rows().date(match.row(0)) + " "
                        + outcome.rows().date(match.row(1)) + " " + outcome.evidence(match))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void suggestsAtMostFiveOfThoseThatCouldBeMeant() {
        paid("2026-01-10");
        for (int day = 3; day < 10; day++) {
            owed("2026-01-0" + day);
        }
        Outcome outcome = rows.outcome(List.of(Rows.rule("one-one", "ambiguity", "suggest")));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.reasons().toString()).contains("Several entries could be meant"));
    }

    @ParameterizedTest
    @CsvSource({"unique, ''", "oldest-first, A-a B-b"})
    void appliesToPartiesToo(String ambiguity, String expected) {
        for (String day : List.of("05", "06")) {
            rows.row("2026-01-" + day, "100.00").party("Fjordlys Handel AS").ledger();
            rows.row("2026-01-1" + day.charAt(1), "100.00")
                    .party("Fjordlys Handel AS")
                    .bank();
        }
        assertThat(rows.matches("one-one", "key", "counterparty", "ambiguity", ambiguity))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"unique, ''", "oldest-first, A-a"})
    void appliesToAmountsAloneButNeverAgainstTheTexts(String ambiguity, String expected) {
        rows.row("2026-01-07", "100.00").bank();
        rows.row("2026-01-05", "100.00").ledger();
        rows.row("2026-01-06", "100.00").ledger();
        rows.row("2026-02-07", "70.00").text("Faktura 55120").bank();
        rows.row("2026-02-05", "70.00").text("Faktura 55129").ledger();
        rows.row("2026-02-06", "70.00").text("Faktura 55128").ledger();
        assertThat(rows.matches("one-one", "key", "amount-window", "ambiguity", ambiguity))
                .isEqualTo(expected);
    }

    @Test
    void theDefaultRulesExchangeWhatIsAlike() {
        assertThat(RuleList.standard())
                .filteredOn(rule -> rule.name().equals("reference"))
                .extracting(Rule::parameters)
                .containsExactly(Map.of("ambiguity", "exchangeable", "key", "typed-reference"));
    }
}
