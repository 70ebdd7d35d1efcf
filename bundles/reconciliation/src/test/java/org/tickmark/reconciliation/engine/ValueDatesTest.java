package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.importer.Reference;

/** Rules that take entries by their value dates. */
class ValueDatesTest {
    private final List<Entry> entries = new ArrayList<>();

    private void row(char name, Side side, String booked, String value, String amount) {
        entries.add(new Entry(
                name,
                side,
                LocalDate.parse(booked),
                Optional.ofNullable(value).map(LocalDate::parse),
                new BigDecimal(amount),
                List.of(new Reference(Reference.Type.CREDITOR, "1234574")),
                "Alm Bygg AB",
                "",
                "",
                "Faktura"));
    }

    private String matches(String kind, String... parameters) {
        return Rows.text(Rows.run(entries, List.of(Rows.rule(kind, parameters))));
    }

    @Test
    void comparesTheValueDateOfTheBankWithTheDateOfBooking() {
        row('A', Side.BANK, "2026-02-05", "2026-01-12", "500.00");
        row('a', Side.LEDGER, "2026-01-10", null, "500.00");
        assertThat(matches("one-one")).isEmpty();
        assertThat(matches("one-one", "bank-date", "value")).isEqualTo("A-a");
        assertThat(matches("one-one", "ledger-date", "value")).isEmpty();
    }

    @Test
    void countsWorkingDaysBetweenThemToo() {
        row('A', Side.BANK, "2026-02-05", "2026-01-12", "500.00"); // Monday
        row('a', Side.LEDGER, "2026-01-20", "2026-01-09", "500.00"); // Friday
        String[] settings = {
            "bank-date", "value", "ledger-date", "value", "before", "0", "after", "1", "days", "weekdays"
        };
        assertThat(matches("one-one", settings)).isEqualTo("A-a");
        settings[9] = "calendar";
        assertThat(matches("one-one", settings)).isEmpty();
    }

    @Test
    void saysInTheReasonsWhichDatesItTook() {
        row('A', Side.BANK, "2026-02-05", "2026-01-12", "500.00");
        row('a', Side.LEDGER, "2026-01-10", null, "500.00");
        Outcome outcome = Rows.run(entries, List.of(Rows.rule("one-one", "bank-date", "value")));
        assertThat(outcome.evidence(outcome.matches().get(0)).toString())
                .contains("bank 2026-01-12, ledger 2026-01-10", "The bank entry taken by its value date");
    }

    @Test
    void addsUpTheEntriesOfOneValueDay() {
        row('A', Side.BANK, "2026-01-12", "2026-01-12", "500.00");
        row('a', Side.LEDGER, "2026-01-02", "2026-01-11", "200.00");
        row('b', Side.LEDGER, "2026-01-05", "2026-01-11", "300.00");
        assertThat(matches("day-total", "odds", "0")).isEmpty();
        assertThat(matches("day-total", "odds", "0", "ledger-date", "value")).isEqualTo("A-ab");
    }

    @Test
    void keepsWhatIsSuggestedAndWhatIsExplainedWithItsRow() {
        row('A', Side.BANK, "2026-01-12", "2026-01-12", "450.00");
        row('a', Side.LEDGER, "2026-02-02", "2026-01-11", "200.00");
        row('b', Side.LEDGER, "2026-02-05", "2026-01-11", "300.00");
        Outcome outcome =
                Rows.run(entries, List.of(Rows.rule("allocate", "key", "counterparty", "ledger-date", "value")));
        assertThat(outcome.matches()).isEmpty();
        assertThat(outcome.suggestions().get(0).reasons().toString())
                .contains("pays the last of them in part: 50.00 is left", "The ledger entry taken by its value date");
        Outcome explained = Rows.run(
                entries,
                List.of(Rows.rule("explain", "words", "faktura", "bank-date", "value", "ledger-date", "value")));
        assertThat(explained.reason(0).toString()).contains("Rule explain");
    }

    @Test
    void isTheSameInAnyOrderOfRows() {
        for (int i = 0; i < 20; i++) {
            row(
                    (char) ('A' + i),
                    Side.BANK,
                    "2026-01-" + (10 + i % 5),
                    "2026-01-" + (10 + i % 7),
                    (100 + i % 4) + ".00");
            row((char) ('a' + i), Side.LEDGER, "2026-01-" + (10 + i % 3), null, (100 + i % 4) + ".00");
        }
        String[] settings = {"key", "amount-window", "bank-date", "value", "ambiguity", "oldest-first"};
        String expected = matches("one-one", settings);
        assertThat(expected).isNotEmpty();
        for (int seed = 0; seed < 5; seed++) {
            assertThat(Rows.text(Rows.run(Rows.shuffled(entries, seed), List.of(Rows.rule("one-one", settings)))))
                    .isEqualTo(expected);
        }
    }
}
