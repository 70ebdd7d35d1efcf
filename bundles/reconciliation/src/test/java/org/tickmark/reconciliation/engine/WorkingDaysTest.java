package org.tickmark.reconciliation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows in working days. */
class WorkingDaysTest {
    private static final String FRIDAY = "2026-01-09";
    private static final String SUNDAY = "2026-01-11";
    private static final String MONDAY = "2026-01-12";
    private static final String TUESDAY = "2026-01-13";
    /** Easter: Good Friday is 3 April, Easter Monday is 6 April. */
    private static final String MAUNDY_THURSDAY = "2026-04-02";

    private static final String TUESDAY_AFTER_EASTER = "2026-04-07";

    @ParameterizedTest
    @CsvSource({
        "weekdays, " + FRIDAY + ", " + MONDAY + ", 1, true",
        "weekdays, " + FRIDAY + ", " + TUESDAY + ", 1, false",
        "weekdays, " + SUNDAY + ", " + MONDAY + ", 1, true",
        "weekdays, " + FRIDAY + ", " + SUNDAY + ", 0, true",
        "calendar, " + FRIDAY + ", " + MONDAY + ", 2, false",
        "calendar, " + FRIDAY + ", " + MONDAY + ", 3, true",
        "weekdays, " + MAUNDY_THURSDAY + ", " + TUESDAY_AFTER_EASTER + ", 1, false",
        "NO, " + MAUNDY_THURSDAY + ", " + TUESDAY_AFTER_EASTER + ", 1, true",
        "SE, 2026-06-18, 2026-06-22, 1, false",
        "SE+bank, 2026-06-18, 2026-06-22, 1, true"
    })
    void countsDaysBetweenLedgerAndBank(String days, String ledger, String bank, String after, boolean paired) {
        Rows rows = new Rows();
        rows.row(bank, "100.00").ref("1234574").bank();
        rows.row(ledger, "100.00").ref("1234574").ledger();
        assertThat(rows.matches("one-one", "days", days, "before", "0", "after", after))
                .isEqualTo(paired ? "A-a" : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar", "weekdays", "DK", "DK+bank", "FI", "FI+bank", "NO", "NO+bank", "SE", "SE+bank"})
    void aBankRowReachesThoseRowsThatReachIt(String days) {
        assertThat(DayCount.words()).contains(days);
        int first = (int) LocalDate.of(2025, 12, 15).toEpochDay();
        for (int before : List.of(0, 1, 4)) {
            Window window = new Window(before, 2, DayCount.of(days));
            for (int bank = first; bank < first + 150; bank++) {
                for (int ledger = bank - 20; ledger <= bank + 20; ledger++) {
                    boolean fromBank = ledger >= window.earliest(bank, true) && ledger <= window.latest(bank, true);
                    boolean fromLedger = bank >= window.earliest(ledger, false) && bank <= window.latest(ledger, false);
                    assertThat(fromBank)
                            .as("%s days before, bank %s, ledger %s", before, bank, ledger)
                            .isEqualTo(fromLedger)
                            .isEqualTo(window.holds(bank, ledger));
                }
            }
        }
    }

    @Test
    void saysInTheEvidenceWhichDaysCounted() {
        Rows rows = new Rows();
        rows.row(MONDAY, "100.00").ref("1234574").bank();
        rows.row(FRIDAY, "100.00").ref("1234574").ledger();
        Outcome outcome = rows.outcome(List.of(Rows.rule("one-one", "days", "NO+bank")));
        assertThat(outcome.evidence(outcome.matches().get(0)).toString()).contains("working days (NO+bank)");
    }

    @Test
    void worksFarFromTheDaysThatCalendarsKnow() {
        Rows rows = new Rows();
        rows.row("1911-01-09", "100.00").ref("1234574").bank();
        rows.row("1911-01-06", "100.00").ref("1234574").ledger();
        rows.row("2900-01-09", "200.00").ref("100000199").bank();
        rows.row("2900-01-06", "200.00").ref("100000199").ledger();
        assertThat(rows.matches("one-one", "days", "SE", "after", "999")).isEqualTo("A-a B-b");
    }
}
