package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Clash;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;

/** Conflicts between appointments, also such of series without end. */
abstract class ClashesSuite extends CalendarSuite {
    @Test
    void twoSeriesForEverMeetWhereTheirRulesDoHoweverFarAway() {
        long leap = series(draft("2028-02-29T09:00", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"));
        List<Clash> clashes = clashes(draft("2026-11-01T09:15", "RRULE:FREQ=WEEKLY;BYDAY=SU"));

        assertThat(clashes).singleElement().satisfies(clash -> {
            assertThat(clash.series()).isEqualTo(leap);
            assertThat(clash.from()).isEqualTo(oslo("2032-02-29T09:15"));
            assertThat(clash.to()).isEqualTo(oslo("2032-02-29T09:30"));
            assertThat(clash.who()).containsExactly(OWNER);
        });
    }

    @Test
    void seriesOfOddAndEvenWeeksNeverMeet() {
        series(draft("2026-11-03T09:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"));

        assertThat(clashes(draft("2026-11-10T09:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")))
                .isEmpty();
        assertThat(clashes(draft("2026-11-10T09:00", "RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=TU")))
                .hasSize(1);
    }

    @Test
    void aResourceIsWantedOnceAtATimeWhoeverOwnsTheAppointments() {
        series(draft(FIRST, "pattern:weekly on TU").of("user:ola"), ROOM);

        assertThat(clashes(with(
                        draft("2026-11-05T09:00", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
                                .of("user:per"),
                        ROOM)))
                .singleElement()
                .satisfies(clash -> {
                    assertThat(clash.who()).containsExactly(ROOM);
                    assertThat(clash.from()).isEqualTo(oslo("2026-11-10T09:00"));
                });
        assertThat(clashes(draft("2026-11-05T09:00", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
                        .of("user:per")))
                .isEmpty();
    }

    @Test
    void whatIsBlockedBeforeAndAfterMeetsAsWell() {
        series(draft(FIRST, "pattern:weekly on TU").with("lag", "20"));

        assertThat(clashes(draft("2026-11-03T09:45", "pattern:weekly on TU"))).hasSize(1);
        assertThat(clashes(draft("2026-11-03T09:50", "pattern:weekly on TU"))).isEmpty();
        assertThat(clashes(draft("2026-11-03T09:55", "pattern:weekly on TU").with("lead", "6")))
                .hasSize(1);
    }

    @Test
    void whoStaysAwayFromThereOnIsFree() {
        long series = series(draft(FIRST, "pattern:weekly on TU").of("user:ola"), ANNA);
        answer(at(series, THIRD), ANNA, Answer.DECLINED, Reach.FOLLOWING);
        Draft fromThere = with(draft(THIRD, "pattern:weekly on TU"), ANNA);

        assertThat(clashes(fromThere)).isEmpty();
        answer(at(series, "2027-01-05T09:00"), ANNA, Answer.ACCEPTED, Reach.THIS);
        assertThat(clashes(fromThere)).singleElement().satisfies(clash -> assertThat(clash.from())
                .isEqualTo(oslo("2027-01-05T09:00")));
    }

    @Test
    void aDateThatWasMovedAwayMeetsNothingAndOneThatWasMovedThereDoes() {
        long series = series(draft(FIRST, "pattern:weekly on TU times 2"));
        calendar.apply(at(series, SECOND), Edit.Change.start(LocalDateTime.parse("2026-11-12T13:00"), Reach.THIS));

        assertThat(clashes(draft("2026-11-10T09:00", ""))).isEmpty();
        assertThat(clashes(draft("2026-11-12T13:15", ""))).hasSize(1);
    }

    @Test
    void datesBeforeSavingShowWhatTheirPeopleHave() {
        series(draft(FIRST, "pattern:weekly on TU").of("user:ola").with("title", "Dentist"), ANNA);

        List<String> conflicts = calendar
                .appointments
                .dates(
                        KARI,
                        with(draft("2026-11-02T09:00", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=3"), ANNA),
                        10)
                .dates()
                .stream()
                .map(date -> date.start() + " " + date.conflicts())
                .toList();
        assertThat(conflicts)
                .containsExactly("2026-11-02T09:00 []", "2026-11-03T09:00 [Dentist]", "2026-11-04T09:00 []");
    }

    @Test
    void aStandingSeriesIsComparedWithAllOthersAndNotWithItself() {
        long series = tuesdays();
        series(draft(SECOND, "pattern:weekly on TU times 2"));

        assertThat(calendar.meetings.clashes(KARI, at(series, FIRST), 10).clashes())
                .hasSize(1);
    }

    @Test
    void aDeletedSeriesIsInNobodysWay() {
        long series = tuesdays(ANNA);
        long change =
                calendar.apply(at(series, FIRST), new Edit.Delete(Reach.ALL)).change();
        assertThat(clashes(with(draft(FIRST, ""), ANNA))).isEmpty();
        assertThat(calendar.query("SELECT COUNT(*) AS x FROM busy_hour")).containsExactly("0");

        calendar.appointments.undo(KARI, change);
        assertThat(clashes(with(draft(FIRST, ""), ANNA))).hasSize(1);
    }
}
