package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Draft.Adjustment;
import org.tickmark.api.host.calendar.Saved;

/** Adding appointments and series, and the list of dates before they are saved. */
abstract class AddingSuite extends CalendarSuite {
    @Test
    void addsAnAppointmentThatStandsAlone() {
        Saved saved = calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse(FIRST), OSLO, "PT1H")
                        .with("title", "Visit")
                        .with("kind", "call"));

        Appointment visit = calendar.appointments
                .appointment(KARI, AppointmentKey.of(saved.singles().get(0)))
                .orElseThrow();
        assertThat(saved.series()).isEmpty();
        assertThat(visit.origin()).isEqualTo(AppointmentOrigin.SINGLE);
        assertThat(visit.startsAt()).isEqualTo(Instant.parse("2026-11-03T08:00:00Z"));
        assertThat(visit.end()).isEqualTo(LocalDateTime.parse("2026-11-03T10:00"));
        assertThat(visit.field("title")).isEqualTo("Visit");
        assertThat(calendar.query("SELECT task_idx AS x FROM appointment")).containsExactly("3");
        assertThat(calendar.events.topics()).containsExactly("calendar.saved");
        assertThat(calendar.audit.actions()).containsExactly("appointment.add");
    }

    @Test
    void aSeriesOfOneDateStandsAlone() {
        Saved saved = calendar.appointments.add(KARI, draft(FIRST, "pattern:weekly on TU times 1"));

        assertThat(saved.series()).isEmpty();
        assertThat(saved.singles()).hasSize(1);
    }

    @Test
    void showsTheOtherEndBesideTheOneThatIsGiven() {
        DateList byCount = calendar.appointments.dates(KARI, draft(FIRST, TUESDAYS), 3);
        DateList byDate = calendar.appointments.dates(KARI, draft(FIRST, "pattern:weekly on TU until 2026-12-22"), 3);
        DateList never = calendar.appointments.dates(KARI, draft(FIRST, "pattern:weekly on TU"), 3);

        assertThat(byCount.last()).contains(LocalDate.of(2026, 12, 22));
        assertThat(byDate.count()).hasValue(8);
        assertThat(never.count()).isEmpty();
        assertThat(never.last()).isEmpty();
        assertThat(never.more()).isTrue();
        assertThat(byDate.label()).isEqualTo("Weekly on Tuesday until December 22, 2026");
    }

    @Test
    void listsDatesWithWhatWasDoneToThemWithConflictsAndHolidays() {
        calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse("2026-12-08T09:15"), OSLO, "PT5M").with("title", "Dentist"));
        Draft draft = draft("2026-12-01T09:00", "pattern:weekly on TU,FR times 10")
                .marking("NO")
                .adjusted(List.of(
                        adjustment(Adjustment.Kind.LATER, "2026-12-01T09:00"),
                        adjustment(Adjustment.Kind.DELETE, "2026-12-04T09:00"),
                        adjustment(Adjustment.Kind.ADD, "2026-12-06T09:00"),
                        adjustment(Adjustment.Kind.EARLIER, "2026-12-11T09:00"),
                        adjustment(Adjustment.Kind.RESET, "2026-12-11T09:00")));

        List<DateList.Date> dates =
                calendar.appointments.dates(KARI, draft, 100).dates();

        assertThat(dates)
                .extracting(date -> date.start().toLocalDate() + " " + date.state())
                .startsWith(
                        "2026-12-02 MOVED",
                        "2026-12-04 DELETED",
                        "2026-12-06 ADDED",
                        "2026-12-08 AS_THE_RULE",
                        "2026-12-11 AS_THE_RULE");
        assertThat(dates.get(3).conflicts()).containsExactly("Dentist");
        assertThat(dates.stream().flatMap(date -> date.holiday().stream())).contains("Christmas Day");
    }

    private static Adjustment adjustment(Adjustment.Kind kind, String date) {
        return new Adjustment(kind, LocalDateTime.parse(date));
    }

    @Test
    void whatDoesNotRepeatIsListedAsItsOneDateWithWhatMeetsIt() {
        calendar.series(FIRST, TUESDAYS);

        DateList once = calendar.appointments.dates(KARI, draft(FIRST, ""), 10);

        assertThat(once.dates()).hasSize(1);
        assertThat(once.dates().get(0).start()).isEqualTo(LocalDateTime.parse(FIRST));
        assertThat(once.dates().get(0).conflicts()).hasSize(1);
        assertThat(once.more()).isFalse();
    }

    @Test
    void listingDatesLeavesNothing() {
        calendar.appointments.dates(KARI, draft(FIRST, TUESDAYS), 100);

        assertThat(calendar.query("SELECT count(*) AS x FROM recurrence_rule")).containsExactly("0");
        assertThat(calendar.query("SELECT count(*) AS x FROM appointment")).containsExactly("0");
        assertThat(calendar.query("SELECT count(*) AS x FROM calendar_change")).containsExactly("0");
    }

    @Test
    void savesTheListAsItWasAdjusted() {
        Draft draft = draft(FIRST, "pattern:weekly on TU times 4")
                .adjusted(List.of(
                        adjustment(Adjustment.Kind.EARLIER, SECOND),
                        adjustment(Adjustment.Kind.DELETE, FOURTH),
                        adjustment(Adjustment.Kind.ADD, "2026-12-24T09:00")));

        long series = calendar.appointments.add(KARI, draft).series().get(0);

        assertThat(calendar.starts(series))
                .containsExactly("2026-11-03 09:00", "2026-11-09 09:00", "2026-11-17 09:00", "2026-12-24 09:00");
        assertThat(calendar.query("""
            SELECT kind AS x FROM recurrence_override WHERE recurrencerule_id = ? ORDER BY original_start_date
            """, series)).containsExactly("CHANGED", "DELETED", "ADDED");
        assertConsistent();
    }

    @Test
    void movingADateOntoAnotherIsRefusedAndMergesNothing() {
        Draft draft = draft(FIRST, "pattern:daily times 3").adjusted(List.of(adjustment(Adjustment.Kind.LATER, FIRST)));

        assertProblem("calendar.refused", () -> calendar.appointments.dates(KARI, draft, 10));
    }

    @Test
    void refusesWhatIsNoDraft() {
        assertProblem("calendar.invalid", () -> calendar.series(FIRST, "pattern:weekly on XX"));
        assertProblem("calendar.invalid", () -> calendar.series(FIRST, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
        assertProblem("calendar.invalid", () -> calendar.series(FIRST, "RRULE:FREQ=MINUTELY"));
        assertProblem(
                "calendar.invalid",
                () -> calendar.appointments.add(
                        KARI, Draft.at(LocalDateTime.parse(FIRST), "Europe/Atlantis", "PT30M")));
        assertProblem(
                "calendar.invalid",
                () -> calendar.appointments.add(KARI, Draft.at(LocalDateTime.parse(FIRST), OSLO, "soon")));
        assertProblem(
                "calendar.invalid",
                () -> calendar.appointments.add(KARI, draft(FIRST, TUESDAYS).with("colour", "red")));
        assertProblem(
                "calendar.invalid",
                () -> calendar.appointments.add(KARI, draft(FIRST, TUESDAYS).with("status", "lost")));
        assertProblem(
                "calendar.invalid",
                () -> calendar.appointments.dates(KARI, draft(FIRST, TUESDAYS).marking("XX"), 10));
    }

    @Test
    void keepsAppointmentsOfWholeDays() {
        Saved saved = calendar.appointments.add(
                KARI,
                Draft.ofDays(LocalDateTime.parse("2026-12-24T00:00"), "P3D")
                        .repeating("pattern:yearly on 12-24 times 2"));

        Appointment first = calendar.appointments
                .between(
                        KARI,
                        Instant.parse("2026-12-26T12:00:00Z"),
                        Instant.parse("2026-12-27T00:00:00Z"),
                        Optional.of(OWNER),
                        10)
                .get(0);
        assertThat(first.allDay()).isTrue();
        assertThat(first.startsAt()).isEqualTo(Instant.parse("2026-12-23T23:00:00Z"));
        assertThat(first.endsAt()).isEqualTo(Instant.parse("2026-12-26T23:00:00Z"));
        assertThat(calendar.starts(saved.series().get(0))).containsExactly("2026-12-24 00:00", "2027-12-24 00:00");
    }
}
