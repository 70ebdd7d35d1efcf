package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.message.Message;

/** Rules that convert the amount in another currency that one of two entries has: R2 by a table of rates. */
class ConvertedAmountsTest {
    private static final String KIND = "one-one-tolerant";
    private static final String OCR = "1234574";

    private final List<Entry> entries = new ArrayList<>();
    private final Rates.Builder rates = new Rates.Builder();

    private void entry(char name, String day, String value, String amount, String original, String party) {
        entries.add(new Entry(
                name,
                Character.isUpperCase(name) ? Side.BANK : Side.LEDGER,
                LocalDate.parse(day),
                Optional.ofNullable(value).map(LocalDate::parse),
                new BigDecimal(amount),
                party.isEmpty() ? List.of(new Reference(Reference.Type.CREDITOR, OCR)) : List.of(),
                party,
                "",
                "",
                "",
                Optional.ofNullable(original)
                        .flatMap(text -> Entry.Original.of(
                                Optional.of(new BigDecimal(text.substring(4))), text.substring(0, 3)))));
    }

    /** A payment on 7 January and an invoice of 5 January, under one reference. */
    private void pair(String paid, String paidOriginal, String owed, String owedOriginal) {
        entry('A', "2026-01-07", null, paid, paidOriginal, "");
        entry('a', "2026-01-05", null, owed, owedOriginal, "");
    }

    private void rate(String base, String quote, String day, int quantity, String rate) {
        rates.add(new Rates.Rate("ecb", base, quote, LocalDate.parse(day), quantity, new BigDecimal(rate)));
    }

    private static Rule rule(String... more) {
        List<String> parameters = new ArrayList<>(List.of(
                "amounts",
                "converted",
                "rates",
                "ecb",
                "lowest",
                "-900",
                "highest",
                "900",
                "cap",
                "900",
                "difference",
                "exchange"));
        parameters.addAll(List.of(more));
        return Rows.rule(KIND, parameters.toArray(String[]::new));
    }

    private Outcome run(List<Entry> rows, Rule rule) {
        Snapshot.Builder builder = Snapshot.builder("SEK");
        List<Rule> rules = List.of(rule);
        if (RuleList.readContents(rules)) {
            builder.keepContents();
        }
        rows.forEach(builder::add);
        Snapshot snapshot = builder.rates(rates.build()).build();
        return Engine.run(snapshot, RuleList.of(rules), Borne.NOTHING, Chains.NONE, CancelToken.NEVER);
    }

    private String matches(String... more) {
        return Rows.text(run(entries, rule(more)));
    }

    private String reason(char name) {
        Outcome outcome = run(entries, rule());
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.rows().id(row) == name) {
                return outcome.reason(row).toString();
            }
        }
        throw new IllegalArgumentException("row " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "11480.00, , 11000.00, EUR 1000.00, true",
        "11480.00, EUR 1000.00, 11480.00, , true",
        "-11480.00, , -11000.00, EUR -1000.00, true",
        "11270.00, , 11000.00, EUR 1000.00, true",
        "11269.99, , 11000.00, EUR 1000.00, false",
        "11730.01, , 11000.00, EUR 1000.00, false",
        "11480.00, , 10500.00, EUR 1000.00, false",
        "11480.00, EUR 1000.00, 11000.00, EUR 1000.00, false",
        "11480.00, EUR 1000.00, 11000.00, USD 1000.00, false",
        "11480.00, , 11000.00, USD 1000.00, false",
        "11480.00, , 11000.00, , false",
        "11480.00, , -11000.00, EUR 1000.00, false",
        "11480.00, , 11000.00, EUR 0.00, false"
    })
    void comparesTheConvertedAmountOfOneWithThatBookedOfTheOther(
            String paid, String paidOriginal, String owed, String owedOriginal, boolean paired) {
        rate("EUR", "SEK", "2026-01-06", 1, "11.50");
        pair(paid, paidOriginal, owed, owedOriginal);
        assertThat(matches()).isEqualTo(paired ? "A-a" : "");
    }

    @Test
    void takesTheLatestRateOnOrBeforeTheValueDateOfTheBankEntry() {
        rate("EUR", "SEK", "2026-01-01", 1, "9.00");
        rate("EUR", "SEK", "2026-01-06", 1, "11.50");
        rate("EUR", "SEK", "2026-01-08", 1, "13.00");
        entry('A', "2026-01-09", "2026-01-07", "11480.00", null, "");
        entry('a', "2026-01-05", null, "11000.00", "EUR 1000.00", "");
        assertThat(matches()).isEqualTo("A-a");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-07, true", "2025-12-31, true", "2025-12-30, false", "2026-01-08, false"})
    void takesNoRateThatIsTooOldOrOfLater(String day, boolean paired) {
        rate("EUR", "SEK", day, 1, "11.50");
        pair("11480.00", null, "11000.00", "EUR 1000.00");
        assertThat(matches()).isEqualTo(paired ? "A-a" : "");
        assertThat(matches("rate-days", "999")).isEqualTo(day.endsWith("08") ? "" : "A-a");
    }

    @Test
    void convertsForAHundredAndTheOtherWayRound() {
        rate("JPY", "SEK", "2026-01-06", 100, "6.50");
        pair("650.00", null, "640.00", "JPY 10000");
        assertThat(matches()).isEqualTo("A-a");

        entries.clear();
        rate("SEK", "USD", "2026-01-06", 100, "10.00");
        pair("10000.00", null, "9900.00", "USD 1000.00");
        assertThat(matches("rate-basis-points", "0")).isEqualTo("A-a");
    }

    @Test
    void tellsTheRateAndKeepsItInTheEvidence() {
        rate("JPY", "SEK", "2026-01-06", 100, "6.500");
        pair("-648.00", null, "-640.00", "JPY -10000");
        Outcome outcome = run(entries, rule());
        List<Message> evidence = outcome.evidence(outcome.matches().get(0));
        assertThat(evidence.toString())
                .contains(
                        "JPY -10,000 is -650.00 by table ecb: 100 JPY = 6.5 SEK on 2026-01-06",
                        "Bank -648.00, ledger -640.00: exchange difference -8.00");
        assertThat(EvidenceText.read(EvidenceText.write(evidence), "SEK").toString())
                .isEqualTo(evidence.toString());
    }

    @Test
    void saysWhichRateIsMissingAndPairsNothing() {
        rate("EUR", "SEK", "2025-12-01", 1, "11.50");
        rate("EUR", "NOK", "2026-01-06", 1, "11.50");
        pair("11480.00", null, "11000.00", "EUR 1000.00");
        assertThat(matches()).isEmpty();
        assertThat(reason('A'))
                .isEqualTo(
                        "Rule one-one-tolerant compares by the rates of table ecb, which has none between EUR and SEK for"
                                + " 2026-01-07 or up to 7 days before");
        assertThat(reason('a')).isEqualTo(reason('A'));
    }

    @Test
    void leavesAReferenceOpenThatAThirdRowHas() {
        rate("EUR", "SEK", "2026-01-06", 1, "11.50");
        pair("11480.00", null, "11000.00", "EUR 1000.00");
        entry('B', "2026-01-08", null, "20.00", null, "");
        assertThat(matches()).isEmpty();
    }

    @Test
    void pairsByThePartyWhereOnlyOneConvertedAmountIsNear() {
        rate("EUR", "SEK", "2026-01-06", 1, "11.50");
        entry('A', "2026-01-07", null, "11480.00", null, "Alm Bygg AB");
        entry('a', "2026-01-05", null, "11000.00", "EUR 1000.00", "Alm Bygg AB");
        entry('b', "2026-01-05", null, "12000.00", "EUR 1100.00", "Alm Bygg AB");
        entry('c', "2026-01-05", null, "11100.00", "EUR 1000.00", "Berg Handel AB");
        assertThat(matches("key", "counterparty")).isEqualTo("A-a");
        entry('d', "2026-01-06", null, "11100.00", "EUR 1001.00", "Alm Bygg AB");
        assertThat(matches("key", "counterparty")).isEmpty();
    }

    @Test
    void suggestsWhatIsBeyondACap() {
        rate("EUR", "SEK", "2026-01-06", 1, "11.50");
        pair("11480.00", null, "11000.00", "EUR 1000.00");
        Outcome outcome = run(entries, rule("cap", "400"));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions().get(0).reasons().toString()).contains("by table ecb", "more than 400.00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheSameInAnyOrderAlsoByValueDates(long seed) {
        rate("EUR", "SEK", "2026-01-06", 1, "11.50");
        for (char name = 'A'; name < 'M'; name++) {
            String party = "Kund" + name + " Handel AB";
            entry(name, "2026-01-09", "2026-01-07", (1150 * (name - '@')) + ".00", null, party);
            entry(
                    (char) (name + ' '),
                    "2026-01-06",
                    null,
                    (1149 * (name - '@')) + ".00",
                    "EUR " + 100 * (name - '@'),
                    party);
        }
        Rule rule = rule("key", "counterparty", "bank-date", "value");
        Outcome outcome = run(entries, rule);
        assertThat(outcome.matches()).hasSize(12);
        Outcome shuffled = run(Rows.shuffled(entries, seed), rule);
        assertThat(Rows.text(shuffled)).isEqualTo(Rows.text(outcome));
        assertThat(shuffled.evidence(shuffled.matches().get(0)))
                .hasToString(outcome.evidence(outcome.matches().get(0)).toString());
    }

    @Test
    void refusesToConvertByNoTable() {
        assertThatThrownBy(() -> RuleList.of(List.of(Rows.rule(KIND, "amounts", "converted"))))
                .hasMessageContaining("no table of rates");
    }
}
