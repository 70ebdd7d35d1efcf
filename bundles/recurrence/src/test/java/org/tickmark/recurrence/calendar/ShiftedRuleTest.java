package org.tickmark.recurrence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.Extent;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.RecurrenceRule;

class ShiftedRuleTest {
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();
    private static final Moment START =
            Moment.of(LocalDateTime.of(2025, 3, 1, 9, 0), ZoneId.of("Europe/Oslo")); // Saturday

    @Test
    void countsBeforeItShifts() {
        List<Moment> daily = shifted("FREQ=DAILY;COUNT=4", ShiftPolicy.FOLLOWING)
                .occurrences()
                .toList();
        assertThat(daily).containsExactly(at("2025-03-03"), at("2025-03-04"));
        List<Moment> monthly = shifted("FREQ=MONTHLY;COUNT=3", ShiftPolicy.PRECEDING)
                .occurrences()
                .toList();
        assertThat(monthly).containsExactly(at("2025-02-28"), at("2025-04-01"), at("2025-04-30"));
    }

    @Test
    void keepsAnOccurrenceThatAShiftPutsBehindUntil() {
        Recurrence byDate = shifted("FREQ=WEEKLY;UNTIL=20250308", ShiftPolicy.FOLLOWING);
        assertThat(byDate.occurrences()).containsExactly(at("2025-03-03"), at("2025-03-10"));
        Recurrence byInstant = shifted("FREQ=WEEKLY;UNTIL=20250308T075959Z", ShiftPolicy.FOLLOWING);
        assertThat(byInstant.occurrences()).containsExactly(at("2025-03-03"));
        assertThat(byInstant.extent()).isEqualTo(Extent.FINITE);
    }

    @Test
    void goesOnForEverWhereTheRuleDoesAndNeverWhereEveryDateIsSkipped() {
        assertThat(shifted("FREQ=MONTHLY;BYMONTHDAY=1", ShiftPolicy.SKIP).extent())
                .isEqualTo(Extent.ENDLESS);
        assertThat(shifted("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=17", ShiftPolicy.SKIP)
                        .extent())
                .isEqualTo(Extent.EMPTY);
    }

    private static Recurrence shifted(String rule, ShiftPolicy policy) {
        return Recurrence.of(START, new ShiftedRule(RecurrenceRule.parse(rule), new Shift(NORWAY, policy)));
    }

    private static Moment at(String date) {
        return Moment.of(LocalDate.parse(date).atTime(9, 0), ZoneId.of("Europe/Oslo"));
    }
}
