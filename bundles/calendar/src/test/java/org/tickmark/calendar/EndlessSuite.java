package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.Edit.Reach;

/** Series without end. */
abstract class EndlessSuite extends CalendarSuite {
    @Test
    void rowsOfASeriesWithoutEndReachTwoYearsAheadAndRollOn() {
        long series = calendar.series(FIRST, "pattern:monthly on first TU");
        assertThat(calendar.starts(series)).hasSize(25).endsWith("2028-11-07 09:00");

        calendar.clock.advance(Duration.ofDays(65));
        assertThat(calendar.appointments.rollForward()).isEqualTo(1);

        assertThat(calendar.starts(series)).hasSize(27).endsWith("2029-01-02 09:00");
        assertThat(calendar.appointments.rollForward()).isZero();
        assertConsistent();
    }

    @Test
    void showsASeriesWithoutEndHoweverFarAhead() {
        long series = calendar.series(FIRST, "pattern:monthly on first TU");

        List<Appointment> far = calendar.appointments.between(
                KARI,
                Instant.parse("2126-01-01T00:00:00Z"),
                Instant.parse("2126-03-01T00:00:00Z"),
                Optional.empty(),
                10);

        assertThat(far)
                .extracting(Appointment::start)
                .containsExactly(LocalDateTime.parse("2126-01-01T09:00"), LocalDateTime.parse("2126-02-05T09:00"));
        assertThat(far.get(0).key()).isEqualTo(at(series, "2126-01-01T09:00"));
        calendar.apply(far.get(0).key(), title("Centenary", Reach.THIS));
        assertThat(calendar.appointments
                        .appointment(KARI, far.get(0).key())
                        .orElseThrow()
                        .field("title"))
                .isEqualTo("Centenary");
    }

    @Test
    void whatBelongsToTheRowsAndWhatDoesNotMeetWithoutGapOrTwin() {
        calendar.series(FIRST, "pattern:daily");
        Instant from = Instant.parse("2028-11-20T00:00:00Z");

        List<Appointment> around =
                calendar.appointments.between(KARI, from, from.plus(Duration.ofDays(14)), Optional.of(OWNER), 100);

        assertThat(around).hasSize(14).extracting(Appointment::startsAt).doesNotHaveDuplicates();
    }
}
