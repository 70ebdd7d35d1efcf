package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Repetition;

/** The originals' samples: dates, numbers, and queries with their column names. */
abstract class OriginalsSuite extends CalendarSuite {
    @Test
    void rowsOfTheSampleSeriesAreTheirDates() {
        for (SampleSeries sample : SampleSeries.all()) {
            long series = calendar.series(sample.start() + "T11:30", sample.rule());
            List<String> dates = calendar.starts(series).stream()
                    .map(start -> start.substring(0, 10))
                    .toList();
            assertThat(dates).as(sample.rule()).startsWith(sample.dates().toArray(String[]::new));
            Repetition repetition = repetition(series);
            if (sample.count() == 0) {
                assertThat(repetition.count()).as(sample.rule()).isEmpty();
            } else {
                assertThat(dates).as(sample.rule()).hasSize(sample.count());
                assertThat(repetition.count()).as(sample.rule()).hasValue(sample.count());
            }
            assertThat(calendar.appointments
                            .dates(KARI, series, "", Math.min(dates.size(), 200))
                            .dates())
                    .extracting(date -> date.start().toLocalDate().toString())
                    .as(sample.rule())
                    .isEqualTo(dates.subList(0, Math.min(dates.size(), 200)));
        }
        assertConsistent();
    }

    @Test
    void longSamplesEndWhereTheOriginalsSay() {
        assertThat(calendar.starts(calendar.series("2020-08-01T14:00", "pattern:daily on workdays until 2020-12-31")))
                .hasSize(109)
                .endsWith("2020-12-31 14:00");
        assertThat(calendar.starts(calendar.series("2016-09-23T09:00", "pattern:monthly on 23 until 2017-09-23")))
                .hasSize(13)
                .endsWith("2017-09-23 09:00");
    }

    @Test
    void theRuleOfTheSampleHasTheNumbersOfTheOriginals() {
        long series = calendar.series("2021-11-04T11:30", "pattern:weekly on TU,TH until 2022-01-27");

        assertThat(calendar.query("""
            SELECT pattern || ',' || subPattern || ',' || weekdays || ',' || cyclicDay || ',' || cyclicWeek || ','
                || cyclicMonth AS x FROM recurrence_rule WHERE recurrencerule_id = ?
            """, series)).containsExactly("2,0,10,0,1,0");
        assertThat(calendar.query("SELECT startDate AS x FROM RecurrenceRule").get(0))
                .startsWith("2021-11-04 11:30");
        assertThat(calendar.query("SELECT endDate AS x FROM RecurrenceRule").get(0))
                .startsWith("2022-01-27 12:00");
    }

    @Test
    void theQueriesOfTheOriginalsFindTheSeriesAndItsAppointments() {
        long series = calendar.series("2021-11-04T11:30", "pattern:weekly on TU,TH until 2022-01-27");

        List<String> rows = calendar.query("""
            SELECT appointment_id || '|' || associate_id || '|' || type || '|' || status || '|' || recurrenceRuleId AS x
            FROM appointment WHERE recurrenceRuleId = ? AND activeDate >= '2022-01-01' ORDER BY activeDate
            """, series);

        assertThat(rows).hasSize(8).allMatch(row -> row.endsWith("|1|1|" + series));
    }
}
