package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.message.Message;

/** Rules that compare amounts in another currency: R2 with original amounts. */
class OriginalAmountsTest {
    private static final String[] RULE = {
        "amounts", "original", "lowest", "-500", "highest", "500", "cap", "500", "difference", "exchange"
    };

    private final Rows rows = new Rows();

    /** A payment and an invoice in kronor under the same reference. */
    private void pair(String paid, String paidOriginal, String owed, String owedOriginal) {
        row("2026-01-07", paid, paidOriginal).ref("1234574").bank();
        row("2026-01-05", owed, owedOriginal).ref("1234574").ledger();
    }

    /** A row whose amount in another currency is given as {@code EUR 1000.00}, or not at all. */
    private Rows.Row row(String date, String amount, String original) {
        Rows.Row row = rows.row(date, amount);
        return original == null ? row : row.original(original.substring(0, 3), original.substring(4));
    }

    private String matches(String... more) {
        return rows.matches(List.of(rule(more)));
    }

    private static Rule rule(String... more) {
        List<String> parameters = new ArrayList<>(List.of(RULE));
        parameters.addAll(List.of(more));
        return Rows.rule("one-one-tolerant", parameters.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "11512.34, EUR 1000.00, 11500.00, EUR 1000.00, true",
        "11512.34, EUR 1000, 11500.00, EUR 1000.00, true",
        "11500.00, EUR 1000.00, 11500.00, EUR 1000.00, true",
        "-11512.34, EUR -1000.00, -11500.00, EUR -1000.00, true",
        "-11512.34, EUR 1000.00, -11500.00, EUR -1000.00, true",
        "11512.34, EUR 1000.00, 11500.00, EUR 1000.01, false",
        "11512.34, EUR 1000.00, 11500.00, USD 1000.00, false",
        "11500.00, EUR 1000.00, 11500.00, USD 1000.00, false",
        "11512.34, EUR 1000.00, 11500.00, , false",
        "11512.34, , 11500.00, EUR 1000.00, false",
        "11512.34, , 11500.00, , false",
        "11512.34, EUR 0.00, 11500.00, EUR 0.00, false",
        "11512.34, SEK 1000.00, 11500.00, SEK 1000.00, false",
        "12000.01, EUR 1000.00, 11500.00, EUR 1000.00, false",
        "11512.34, EUR 1000.00, -11500.00, EUR -1000.00, false",
        "0.00, EUR 1000.00, 0.00, EUR 1000.00, false"
    })
    void pairsTheSameAmountOfTheSameCurrencyAndNothingElse(
            String paid, String paidOriginal, String owed, String owedOriginal, boolean paired) {
        pair(paid, paidOriginal, owed, owedOriginal);
        assertThat(matches()).isEqualTo(paired ? "A-a" : "");
    }

    @Test
    void needsAReferenceOrAPartyInCommon() {
        row("2026-01-07", "11512.34", "EUR 1000.00").party("Alm Bygg AB").bank();
        row("2026-01-05", "11500.00", "EUR 1000.00").party("Alm Bygg AB").ledger();
        row("2026-01-05", "5700.00", "EUR 500.00").party("Berg Handel AB").ledger();
        row("2026-01-07", "5712.34", "EUR 500.00").party("Ceder Media AB").bank();
        assertThat(matches()).isEmpty();
        assertThat(matches("key", "counterparty")).isEqualTo("A-a");
    }

    @Test
    void tellsRowsWithOneReferenceApartByTheirAmounts() {
        pair("11512.34", "EUR 1000.00", "11500.00", "EUR 1000.00");
        pair("5760.00", "EUR 500.00", "5750.00", "EUR 500.00");
        assertThat(matches()).isEqualTo("A-a B-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11490.00", "-11500.00"})
    void leavesOpenWhatAThirdRowOfThatAmountKeepsInDoubt(String third) {
        pair("11512.34", "EUR 1000.00", "11500.00", "EUR 1000.00");
        row("2026-01-06", third, "EUR 1000.00").ref("1234574").ledger();
        assertThat(matches()).isEmpty();
    }

    @Test
    void pairsRowsAlikeOnlyIfThereAreAsManyOnEitherSide() {
        pair("11512.34", "EUR 1000.00", "11500.00", "EUR 1000.00");
        pair("11512.34", "EUR 1000.00", "11500.00", "EUR 1000.00");
        assertThat(matches()).isEqualTo("A-a B-b");
        row("2026-01-05", "11500.00", "EUR 1000.00").ref("1234574").ledger();
        assertThat(matches()).isEmpty();
    }

    @Test
    void rowsThatDifferInTheirCurrencyAloneAreNotAlike() {
        pair("11500.00", "EUR 1000.00", "11500.00", "EUR 1000.00");
        pair("11500.00", "USD 1060.00", "11500.00", "USD 1060.00");
        assertThat(matches()).isEqualTo("A-a B-b");
    }

    @Test
    void countsDifferencesTowardsTheCapsAndSuggestsWhatIsBeyond() {
        pair("11512.34", "EUR 1000.00", "11500.00", "EUR 1000.00");
        row("2026-01-08", "5760.00", "EUR 500.00").ref("100000199").bank();
        row("2026-01-08", "5750.00", "EUR 500.00").ref("100000199").ledger();
        row("2026-01-09", "600.00", "EUR 50.00").ref("123455").bank();
        row("2026-01-09", "600.00", "EUR 50.00").ref("123455").ledger();
        Outcome outcome = rows.outcome(List.of(rule("run-cap", "20")));
        assertThat(Rows.text(outcome)).isEqualTo("A-a C-c");
        assertThat(outcome.suggestions()).singleElement().satisfies(suggestion -> assertThat(
                        suggestion.reasons().toString())
                .contains("more than 20.00"));
        assertThat(matches("cap", "11")).isEqualTo("B-b C-c");
    }

    @Test
    void tellsBothAmountsAndKeepsThemAsText() {
        pair("-1151234.00", "JPY -20000000", "-1150000.00", "JPY -20000000");
        Outcome outcome = rows.outcome(List.of(rule("lowest", "-5000", "cap", "5000")));
        List<Message> evidence = outcome.evidence(outcome.matches().get(0));
        assertThat(evidence.toString())
                .contains(
                        "JPY -20,000,000 on both sides",
                        "exchange difference -1,234.00",
                        "that amount in that currency");
        assertThat(EvidenceText.read(EvidenceText.write(evidence), "SEK").toString())
                .isEqualTo(evidence.toString());
        assertThat(evidence.get(1).text(Locale.forLanguageTag("nb"))).endsWith("på begge sider");
    }

    @Test
    void defaultRulesSuggestSuchPairsAndDoNotTakeThemForFees() {
        pair("11480.00", "EUR 1000.00", "11500.00", "EUR 1000.00");
        Outcome outcome = rows.outcome();
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions().get(0).reasons().toString())
                .contains("EUR 1,000.00 on both sides", "Rule original only suggests");
        Outcome bearing =
                Rows.run(rows.entries(), RuleList.template("with-differences").orElseThrow());
        assertThat(bearing.evidence(bearing.matches().get(0)).toString()).contains("exchange difference -20.00");
    }

    @Test
    void rowsWithoutAnotherCurrencyAreMatchedAsIfThereWereNoSuchRule() {
        List<Entry> entries = Workload.of(1500, 0.3, 31).entries;
        List<Rule> others = RuleList.standard().stream()
                .filter(rule -> !rule.name().equals("original"))
                .toList();
        assertThat(others).hasSize(RuleList.standard().size() - 1);
        assertThat(pairs(Rows.run(entries, others))).isEqualTo(pairs(Rows.run(entries, RuleList.standard())));
    }

    @ParameterizedTest
    @CsvSource({"EUR 1000.00, true", "EUR 1000.10, true", ", true", "USD 1060.00, false"})
    void neitherAmountNorPartyPairsRowsOfTwoCurrenciesThoughTheSameWasBooked(String original, boolean paired) {
        row("2026-01-07", "11500.00", "EUR 1000.00").party("Alm Bygg AB").bank();
        row("2026-01-05", "11500.00", original).party("Alm Bygg AB").ledger();
        assertThat(rows.matches()).isEqualTo(paired ? "A-a" : "");
        if (!paired) {
            assertThat(rows.reason('A')).contains("another currency");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void findsTheSameInAnyOrderAndNeverAPairOfTwoCurrencies(long seed) {
        List<Entry> entries = foreign(seed);
        List<Rule> rules = List.of(rule(), new Rule("parties", "one-one-tolerant", Rule.State.AUTOMATIC, byParty()));
        Outcome outcome = Rows.run(entries, rules);
        assertThat(outcome.matches()).hasSizeGreaterThan(100);
        Map<Long, Entry> byId = entries.stream().collect(Collectors.toMap(Entry::id, entry -> entry));
        for (Found match : outcome.matches()) {
            Entry bank = byId.get(outcome.rows().id(match.row(0)));
            Entry ledger = byId.get(outcome.rows().id(match.row(1)));
            assertThat(bank.original().orElseThrow().text())
                    .isEqualTo(ledger.original().orElseThrow().text());
        }
        assertThat(pairs(Rows.run(Rows.shuffled(entries, seed), rules))).isEqualTo(pairs(outcome));
    }

    private static Map<String, String> byParty() {
        return rule("key", "counterparty").parameters();
    }

    private static List<String> pairs(Outcome outcome) {
        return outcome.matches().stream()
                .map(match -> outcome.rows().id(match.row(0)) + "-"
                        + outcome.rows().id(match.row(1)) + " " + outcome.evidence(match))
                .toList();
    }

    /** Rows in kronor, two of three of them with an amount in euros or dollars of which there are few, so that many are the same. */
    private static List<Entry> foreign(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Entry> foreign = new ArrayList<>();
        for (Entry entry : Workload.of(1500, 0.6, seed).entries) {
            String currency = random.nextBoolean() ? "EUR" : "USD";
            BigDecimal size = entry.amount().movePointLeft(1).setScale(0, RoundingMode.UP);
            foreign.add(new Entry(
                    entry.id(),
                    entry.side(),
                    entry.bookingDate(),
                    entry.valueDate(),
                    entry.amount().add(BigDecimal.valueOf(random.nextInt(100), 2)),
                    entry.references(),
                    entry.party(),
                    entry.partyAccount(),
                    entry.bankReference(),
                    entry.text(),
                    random.nextInt(3) == 0 ? Optional.empty() : Entry.Original.of(Optional.of(size), currency)));
        }
        return foreign;
    }
}
