package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Clearing;
import org.tickmark.api.host.calendar.ClearingLimits;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Edit.Restart;
import org.tickmark.api.host.calendar.SlotSearch;

/** Time that is taken, time that is free, and moves to it. */
abstract class FreeBusySuite extends CalendarSuite {
    @Test
    void timeIsTakenWithWhatIsBlockedBeforeAndAfter() {
        calendar.appointments.add(
                KARI, with(draft("2026-12-01T09:00", "").with("lead", "15").with("lag", "30"), ROOM));

        assertThat(busy(OWNER, "2026-12-01T00:00", "2026-12-02T00:00"))
                .containsExactly("B 2026-12-01T08:45 2026-12-01T10:00");
        assertThat(busy(ROOM, "2026-12-01T09:30", "2026-12-02T00:00"))
                .containsExactly("B 2026-12-01T09:30 2026-12-01T10:00");
        assertThat(busy(ANNA, "2026-12-01T00:00", "2026-12-02T00:00")).isEmpty();
    }

    @Test
    void whoHasNotAnsweredMayBeTakenAndWhoStaysAwayIsNot() {
        long series = tuesdays(ANNA);
        assertThat(busy(ANNA, "2026-11-10T00:00", "2026-11-11T00:00"))
                .containsExactly("T 2026-11-10T09:00 2026-11-10T09:30");

        answer(at(series, FIRST), ANNA, Answer.ACCEPTED, Reach.ALL);
        answer(at(series, SECOND), ANNA, Answer.DECLINED, Reach.THIS);
        assertThat(busy(ANNA, "2026-11-03T00:00", "2026-11-18T00:00"))
                .containsExactly("B 2026-11-03T09:00 2026-11-03T09:30", "B 2026-11-17T09:00 2026-11-17T09:30");
    }

    @Test
    void whatIsShownAsFreeOrCalledOffTakesNoTime() {
        calendar.appointments.add(KARI, draft("2026-12-01T09:00", "").with("show-as", "free"));
        calendar.appointments.add(KARI, draft("2026-12-01T10:00", "").with("status", "booking-deleted"));
        calendar.appointments.add(KARI, draft("2026-12-01T11:00", "").with("x-ics", "STATUS:CANCELLED"));
        calendar.appointments.add(KARI, draft("2026-12-01T12:00", "").with("x-ics", "STATUS:TENTATIVE"));

        assertThat(busy(OWNER, "2026-12-01T00:00", "2026-12-02T00:00"))
                .containsExactly("T 2026-12-01T12:00 2026-12-01T12:30");
    }

    @Test
    void timesThatTouchAreOneAndWhatIsSureGoesBeforeWhatIsNot() {
        calendar.appointments.add(KARI, draft("2026-12-01T09:00", ""));
        calendar.appointments.add(KARI, draft("2026-12-01T09:30", ""));
        calendar.appointments.add(KARI, draft("2026-12-01T09:45", "").with("x-ics", "STATUS:TENTATIVE"));

        assertThat(busy(OWNER, "2026-12-01T00:00", "2026-12-02T00:00"))
                .containsExactly("B 2026-12-01T09:00 2026-12-01T10:00", "T 2026-12-01T10:00 2026-12-01T10:15");
    }

    @Test
    void aSeriesWithoutEndTakesTimeAlsoBeyondItsRows() {
        series(draft(FIRST, "pattern:weekly on TU"), ANNA);

        assertThat(busy(ANNA, "2040-11-06T00:00", "2040-11-07T00:00"))
                .containsExactly("T 2040-11-06T09:00 2040-11-06T09:30");
    }

    @Test
    void aNewYorkMorningIsAnOsloAfternoonAndTheirClocksChangeOnDifferentDays() {
        calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse("2027-03-02T09:00"), "America/New_York", "PT1H")
                        .repeating("pattern:weekly on TU"));

        assertThat(busy(OWNER, "2027-03-09T00:00", "2027-03-31T00:00"))
                .containsExactly(
                        "B 2027-03-09T15:00 2027-03-09T16:00",
                        "B 2027-03-16T14:00 2027-03-16T15:00",
                        "B 2027-03-23T14:00 2027-03-23T15:00",
                        "B 2027-03-30T15:00 2027-03-30T16:00");
    }

    private Optional<LocalDateTime> free(String length, String freeDays, String... who) {
        return calendar.meetings
                .firstFree(
                        KARI,
                        new SlotSearch(
                                List.of(who),
                                oslo("2026-12-01T09:00"),
                                oslo("2026-12-31T00:00"),
                                Duration.parse(length),
                                ZoneId.of(OSLO),
                                LocalTime.of(9, 0),
                                LocalTime.of(11, 0),
                                freeDays))
                .map(instant -> LocalDateTime.ofInstant(instant, ZoneId.of(OSLO)));
    }

    @Test
    void theFirstFreeTimeIsThatOfEverybody() {
        calendar.appointments.add(KARI, draft("2026-12-01T09:00", ""));
        calendar.appointments.add(KARI, draft("2026-12-01T10:00", "").of(ANNA));

        assertThat(free("PT30M", "", OWNER, ANNA)).contains(LocalDateTime.parse("2026-12-01T09:30"));
        assertThat(free("PT45M", "", OWNER, ANNA)).contains(LocalDateTime.parse("2026-12-02T09:00"));
        assertThat(free("PT1H", "", OWNER)).contains(LocalDateTime.parse("2026-12-01T09:30"));
        assertThat(free("PT3H", "", OWNER)).isEmpty();
    }

    @Test
    void freeTimeIsNotLookedForOnDaysOff() {
        calendar.appointments.add(
                KARI,
                draft("2026-12-01T08:00", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=4")
                        .with("lag", "300"));

        assertThat(free("PT30M", "NO", OWNER)).contains(LocalDateTime.parse("2026-12-07T09:00"));
        assertThat(free("PT30M", "", OWNER)).contains(LocalDateTime.parse("2026-12-05T09:00"));
    }

    private Clearing clear(long series, String original, int days) {
        ClearingLimits limits = new ClearingLimits(days, LocalTime.of(8, 0), LocalTime.of(17, 0), "");
        return calendar.meetings.clear(KARI, at(series, original), limits);
    }

    @Test
    void eachDateThatMeetsSomethingIsMovedByTheLeastTimeThatIsFree() {
        long series = series(draft("2026-12-01T09:00", "pattern:weekly on TU times 3"));
        calendar.appointments.add(KARI, draft("2026-12-01T09:10", ""));
        calendar.appointments.add(KARI, draft("2026-12-08T08:50", ""));

        Clearing clearing = clear(series, "2026-12-01T09:00", 0);

        assertThat(clearing.moves())
                .extracting(move -> move.from() + " " + move.to())
                .containsExactly("2026-12-01T09:00 2026-12-01T08:40", "2026-12-08T09:00 2026-12-08T09:20");
        assertThat(clearing.left()).isEmpty();
        assertThat(clearing.shift()).isEmpty();
    }

    @Test
    void theWholeSeriesIsShiftedWhereThatIsLess() {
        long series = series(draft("2026-12-01T09:00", "pattern:weekly on TU"));
        series(draft("2026-12-01T09:00", "pattern:weekly on TU").with("title", "Older"));

        Clearing clearing = clear(series, "2026-12-01T09:00", 0);

        assertThat(clearing.shift()).contains(Duration.ofMinutes(30));
        assertThat(clearing.moves()).hasSizeGreaterThan(90);

        calendar.apply(
                at(series, "2026-12-01T09:00"), new Edit.Begin(LocalDateTime.parse("2026-12-01T09:30"), Restart.SHIFT));
        assertThat(calendar.meetings
                        .clashes(KARI, at(series, "2026-12-01T09:30"), 10)
                        .clashes())
                .isEmpty();
    }

    @Test
    void aDateWithoutFreeTimeNearEnoughIsLeft() {
        long series = series(draft("2026-12-01T09:00", "pattern:weekly on TU times 2"));
        calendar.appointments.add(KARI, Draft.at(LocalDateTime.parse("2026-12-01T07:00"), OSLO, "PT12H"));

        assertThat(clear(series, "2026-12-01T09:00", 0).left())
                .containsExactly(LocalDateTime.parse("2026-12-01T09:00"));
        assertThat(clear(series, "2026-12-01T09:00", 1).moves())
                .extracting(move -> move.to().toString())
                .containsExactly("2026-11-30T16:30");
    }
}
