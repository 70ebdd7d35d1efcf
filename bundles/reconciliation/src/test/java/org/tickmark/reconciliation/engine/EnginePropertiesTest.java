package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnginePropertiesTest {
    private static final int EVENTS = 2_000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6})
    void everyMatchButATolerantOneSumsToNoughtAndNoRowIsMatchedTwice(double listed) {
        Outcome outcome = Rows.run(Workload.of(EVENTS, listed, 11).entries, List.of());
        Set<Integer> seen = new HashSet<>();
        for (Found match : outcome.matches()) {
            String kind = outcome.rules().rules().get(match.rule()).kind();
            if (!kind.equals(TolerantKind.NAME)) {
                assertThat(outcome.difference(match)).isEqualByComparingTo(BigDecimal.ZERO);
            }
            for (int i = 0; i < match.size(); i++) {
                assertThat(seen.add(match.row(i))).isTrue();
            }
        }
        assertThat(seen).hasSizeGreaterThan(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfRowsChangesNothing(long seed) {
        List<Entry> entries = Workload.of(EVENTS, 0.6, 12).entries;
        assertThat(contents(Rows.run(Rows.shuffled(entries, seed), List.of())))
                .isEqualTo(contents(Rows.run(entries, List.of())));
    }

    @Test
    void theIdsOfRowsChangeNothing() {
        List<Entry> entries = Workload.of(EVENTS, 0.6, 13).entries;
        List<Entry> renamed = new ArrayList<>();
        for (Entry entry : Rows.shuffled(entries, 7)) {
            renamed.add(new Entry(
                    900_000 - entry.id(),
                    entry.side(),
                    entry.bookingDate(),
                    entry.valueDate(),
                    entry.amount(),
                    entry.references(),
                    entry.party(),
                    entry.partyAccount(),
                    entry.bankReference(),
                    entry.text()));
        }
        assertThat(contents(Rows.run(renamed, List.of()))).isEqualTo(contents(Rows.run(entries, List.of())));
    }

    @Test
    void runningAgainOnWhatIsOpenMatchesNothingThatNeededTheMatchedRows() {
        Outcome first = Rows.run(Workload.of(EVENTS, 0.3, 14).entries, List.of());
        List<Entry> open = new ArrayList<>();
        Set<Long> openIds = new TreeSet<>();
        for (int row = 0; row < first.rows().size(); row++) {
            if (first.isOpen(row)) {
                openIds.add(first.rows().id(row));
            }
        }
        Workload.of(EVENTS, 0.3, 14).entries.stream()
                .filter(entry -> openIds.contains(entry.id()))
                .forEach(open::add);
        Outcome second = Rows.run(open, List.of());
        assertThat(second.matches().size()).isLessThan(first.matches().size() / 50);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "0.3, 1", "0.3, 2", "0.6, 1", "0.6, 2"})
    void noMatchJoinsWhatDoesNotBelongTogether(double listed, long seed) {
        Workload workload = Workload.of(EVENTS * 5, listed, seed);
        Outcome outcome = Rows.run(workload.entries, List.of());
        List<String> wrong = new ArrayList<>();
        for (Found match : outcome.matches()) {
            Set<Integer> events = new TreeSet<>();
            for (int i = 0; i < match.size(); i++) {
                events.add(workload.truth.get(outcome.rows().id(match.row(i))));
            }
            if (events.size() > 1) {
                wrong.add(outcome.evidence(match) + " " + events);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(outcome.matches()).hasSizeGreaterThan(EVENTS * 5 * 7 / 10);
    }

    @Test
    void everyOpenRowHasAReasonInEveryLanguage() {
        Outcome outcome = Rows.run(Workload.of(EVENTS, 0.6, 15).entries, List.of());
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.isOpen(row)) {
                assertThat(outcome.reason(row).text(java.util.Locale.forLanguageTag("nb")))
                        .isNotBlank()
                        .doesNotContain("reason.", "{");
            }
        }
    }

    /** The matches in their order, each row by what is seen of it. */
    private static List<String> contents(Outcome outcome) {
        List<String> contents = new ArrayList<>();
        for (Found match : outcome.matches()) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < match.size(); i++) {
                int row = match.row(i);
                text.append(outcome.rows().side(row))
                        .append(outcome.rows().date(row))
                        .append(outcome.rows().amount(row))
                        .append(' ');
            }
            contents.add(text.append(outcome.evidence(match)).toString());
        }
        return contents;
    }
}
