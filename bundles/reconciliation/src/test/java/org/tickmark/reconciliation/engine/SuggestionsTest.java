package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private final Rows rows = new Rows();

    @Test
    void suggestsARowWhoseReferenceIsDamaged() {
        rows.row("2026-01-07", "1250.00").ref("1234574").bank();
        rows.row("2026-01-05", "1250.00").ref("1234547").ledger();

        assertThat(rows.matches()).isEmpty();
        assertThat(rows.suggestions()).isEqualTo("A1:a");
        assertThat(reasons(0)).contains("1234574", "1234547", "damaged", "1,250.00");
    }

    @Test
    void putsTheRivalWithAgreeingTextsFirst() {
        rows.row("2026-01-07", "100.00").text("Kvarnbageriet").bank();
        rows.row("2026-01-06", "100.00").text("Elverket").ledger();
        rows.row("2026-01-05", "100.00").text("Bageriet Norr").ledger();
        rows.row("2026-01-04", "100.00").text("Kvarnbageriet").ledger();
        rows.row("2026-01-03", "100.00").text("Kvarnbageriet").ledger();

        assertThat(rows.suggestions()).isEqualTo("A1:c A2:d A3:a");
    }

    @Test
    void suggestsAPairWithTheSameReferenceAndAnotherAmount() {
        rows.row("2026-01-07", "1045.00").ref("1234574").bank();
        rows.row("2026-01-05", "1250.00").ref("1234574").ledger();

        assertThat(rows.suggestions()).isEqualTo("A1:a");
        assertThat(reasons(0)).contains("difference -205.00");
    }

    @Test
    void suggestsAllOpenRowsOfAReferenceAsOne() {
        rows.row("2026-01-07", "900.00").ref("1234574").bank();
        rows.row("2026-01-05", "500.00").ref("1234574").ledger();
        rows.row("2026-01-06", "500.00").ref("1234574").text("rest").ledger();

        assertThat(rows.suggestions()).isEqualTo("A1:ab");
        assertThat(reasons(0)).contains("difference -100.00");
    }

    @Test
    void suggestsARowOfTheSamePartyLessAFee() {
        rows.row("2026-01-07", "985.00").party("Fjordlys Handel AS").bank();
        rows.row("2026-01-06", "1000.00").party("Fjordlys Handel AS").ledger();
        rows.row("2026-01-06", "1500.00").party("Fjordlys Handel AS").ledger();

        assertThat(rows.suggestions()).isEqualTo("A1:a");
    }

    @Test
    void suggestsARowOutsideTheWindowThatAgreesAndSaysSo() {
        rows.row("2026-03-07", "440.00").party("Fjordlys Handel AS").bank();
        rows.row("2026-01-06", "440.00").party("Fjordlys Handel AS").ledger();
        rows.row("2026-01-07", "440.00").party("Bergans Rør AS").ledger();

        assertThat(rows.suggestions()).isEqualTo("A1:a");
        assertThat(reasons(0)).contains("Outside the window");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        rows.row("2026-01-07", "440.00").party("Fjordlys Handel AS").bank();
        rows.row("2026-01-06", "7.00").party("Bergans Rør AS").ledger();

        assertThat(rows.suggestions()).isEmpty();
    }

    @Test
    void suggestsTheSameForEveryOrderOfRows() {
        for (int day = 10; day < 28; day++) {
            rows.row("2026-01-" + day, "100.00").text("Kvarn " + day % 3).bank();
            rows.row("2026-01-" + day, "100.00").text("Kvarn " + day % 4).ledger();
        }
        List<Entry> entries = rows.entries();
        List<String> expected = texts(Rows.run(entries, List.of()));

        assertThat(expected).isNotEmpty();
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(texts(Rows.run(Rows.shuffled(entries, seed), List.of()))).isEqualTo(expected);
        }
    }

    private String reasons(int suggestion) {
        return rows.outcome().suggestions().get(suggestion).reasons().toString();
    }

    private static List<String> texts(Outcome outcome) {
        return outcome.suggestions().stream()
                .map(suggestion -> outcome.rows().id(suggestion.anchor()) + " " + suggestion.rank() + " "
                        + outcome.rows().id(suggestion.row(1)) + suggestion.reasons())
                .toList();
    }
}
