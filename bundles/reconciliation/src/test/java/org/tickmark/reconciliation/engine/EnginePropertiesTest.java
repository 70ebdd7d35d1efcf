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
import org.tickmark.api.host.reconciliation.Rule;

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
        assertThat(contents(Rows.run(renamed(Rows.shuffled(entries, 7)), List.of())))
                .isEqualTo(contents(Rows.run(entries, List.of())));
    }

    @Test
    void runningAgainOnWhatIsOpenMatchesNothingThatNeededTheMatchedRows() {
        Outcome first = Rows.run(Workload.of(EVENTS, 0.3, 14).entries, List.of());
        Outcome second = Rows.run(open(Workload.of(EVENTS, 0.3, 14).entries, first), List.of());
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

    /** Rules of every kind and policy, those that choose by order too. */
    private static List<Rule> everyKind() {
        return List.of(
                Rows.rule("reversal"),
                Rows.rule("key-zero"),
                named("pairs", "one-one", "days", "NO+bank", "ambiguity", "suggest"),
                named("differences", "one-one-tolerant", "lowest", "-50", "basis-points", "1000", "run-cap", "3000"),
                Rows.rule("one-all"),
                Rows.rule("day-total", "days", "weekdays"),
                Rows.rule("explain", "words", "avgift, gebyr, bank"),
                named("parties", "one-one", "key", "counterparty", "ambiguity", "oldest-first", "days", "SE"),
                Rows.rule("allocate"),
                named("amounts", "one-one", "key", "amount-window", "ambiguity", "oldest-first"),
                Rows.rule("one-subset", "from", "window"));
    }

    private static Rule named(String name, String kind, String... parameters) {
        return new Rule(
                name, kind, Rule.State.AUTOMATIC, Rows.rule(kind, parameters).parameters());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void rulesOfEveryKindFindTheSameInAnyOrderUnderAnyIdsAndMatchNoRowTwice(long seed) {
        List<Entry> entries = Workload.of(EVENTS, 0.6, seed).entries;
        Outcome outcome = Rows.run(entries, everyKind());
        assertThat(contents(Rows.run(renamed(Rows.shuffled(entries, seed)), everyKind())))
                .isEqualTo(contents(outcome));
        Set<Integer> seen = new HashSet<>();
        for (Found match : outcome.matches()) {
            boolean exact = outcome.rules().rules().get(match.rule()).kind().equals(TolerantKind.NAME)
                    || outcome.difference(match).signum() == 0;
            assertThat(exact)
                    .as("whether the sums of %s agree", outcome.evidence(match))
                    .isTrue();
            for (int i = 0; i < match.size(); i++) {
                assertThat(seen.add(match.row(i))).isTrue();
            }
        }
        assertThat(outcome.ruleCounts())
                .filteredOn(count -> Set.of("reversal", "key-zero", "day-total", "parties", "allocate", "amounts")
                        .contains(count.rule()))
                .hasSize(6)
                .allMatch(count -> count.matches() > 0);
    }

    @Test
    void whatStandsIsNotLookedAtAgainAndWhatComesIsMatchedAsIfItStoodAlone() {
        Workload workload = Workload.of(EVENTS, 0, 24);
        Outcome first = Rows.run(workload.entries, List.of());
        List<Entry> open = open(workload.entries, first);
        List<Entry> later = new ArrayList<>(open);
        for (Entry entry : Workload.of(EVENTS, 0, 25).entries) {
            later.add(new Entry(
                    1_000_000 + entry.id(),
                    entry.side(),
                    entry.bookingDate().plusYears(3),
                    entry.valueDate(),
                    entry.amount(),
                    entry.references(),
                    entry.party(),
                    entry.partyAccount(),
                    entry.bankReference(),
                    entry.text(),
                    entry.original()));
        }
        Set<Long> before = new TreeSet<>();
        open.forEach(entry -> before.add(entry.id()));
        Outcome second = Rows.run(later, List.of());
        for (Found match : second.matches()) {
            boolean old = before.contains(second.rows().id(match.row(0)));
            for (int i = 1; i < match.size(); i++) {
                assertThat(before.contains(second.rows().id(match.row(i))))
                        .as("whether %s is of one time", second.evidence(match))
                        .isEqualTo(old);
            }
        }
        assertThat(second.matches()).hasSizeGreaterThan(EVENTS / 2);
    }

    private static List<Entry> open(List<Entry> entries, Outcome outcome) {
        Set<Long> open = new HashSet<>();
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.isOpen(row)) {
                open.add(outcome.rows().id(row));
            }
        }
        return entries.stream().filter(entry -> open.contains(entry.id())).toList();
    }

    private static List<Entry> renamed(List<Entry> entries) {
        List<Entry> renamed = new ArrayList<>();
        for (Entry entry : entries) {
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
                    entry.text(),
                    entry.original()));
        }
        return renamed;
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
