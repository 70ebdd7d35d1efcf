package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Departure;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Draft.Adjustment;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.ImportedCalendar;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Preview.EditCase;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Sql;

/** What the calendar promises, on either database. */
abstract class AppointmentsSuite {
    /** Tuesdays from 3 November 2026 at nine, eight times: the last one is on 22 December. */
    private static final String TUESDAYS = "pattern:weekly on TU times 8";

    private static final String FIRST = "2026-11-03T09:00";
    private static final String SECOND = "2026-11-10T09:00";
    private static final String FOURTH = "2026-11-24T09:00";
    private static final String LAST = "2026-12-22T09:00";

    private CalendarFixture calendar;

    /** The database of the subclass, with the tables of the calendar. */
    abstract Transactions transactions();

    @BeforeEach
    void setUp() {
        calendar = new CalendarFixture(transactions());
    }

    private long tuesdays() {
        return calendar.series(FIRST, TUESDAYS);
    }

    private static Edit.Change title(String value, Reach reach) {
        return Edit.Change.field("title", value, reach);
    }

    private Preview preview(AppointmentKey key, Edit.Action action) {
        return calendar.appointments.preview(KARI, Edit.of(key, action));
    }

    private Repetition repetition(long series) {
        return calendar.appointments.repetition(KARI, series).orElseThrow();
    }

    private List<String> titles(long series) {
        return calendar.query(
                "SELECT title AS x FROM appointment WHERE recurrenceRuleId = ? ORDER BY activeDate", series);
    }

    private void assertConsistent() {
        assertThat(calendar.appointments.check(KARI, false)).isEmpty();
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, thrown -> assertThat(
                        thrown.problem().code())
                .isEqualTo(code));
    }

    // The originals' samples

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

    // Adding

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

    // Changing, with a preview that says what will happen

    @Test
    void changesOneAppointmentAndTakesItBackInLine() {
        long series = tuesdays();
        AppointmentKey second = at(series, SECOND);

        calendar.apply(second, Edit.Change.start(LocalDateTime.parse("2026-11-11T10:00"), Reach.THIS));
        assertThat(calendar.appointments.appointment(KARI, second).orElseThrow().origin())
                .isEqualTo(AppointmentOrigin.CHANGED);
        assertThat(repetition(series).handChanges()).hasSize(1);

        calendar.apply(second, Edit.Change.start(LocalDateTime.parse(SECOND), Reach.THIS));
        assertThat(repetition(series).handChanges()).isEmpty();
        assertConsistent();
    }

    @Test
    void previewSaysHowManyChangeHowManyExceptionsStayAndWhereTheOldRuleEnds() {
        long series = calendar.series(FIRST, "pattern:weekly on TU times 9");
        calendar.apply(at(series, "2026-11-24T09:00"), Edit.Change.field("location", "Attic", Reach.THIS));
        calendar.apply(at(series, "2026-12-08T09:00"), Edit.Change.field("location", "Cellar", Reach.THIS));

        Preview preview = preview(at(series, "2026-11-17T09:00"), title("Review", Reach.FOLLOWING));

        assertThat(preview.sentence().text(Locale.ENGLISH))
                .isEqualTo("7 appointments change, 2 exceptions kept, the old rule ends on 10 November 2026");
        assertThat(preview.sentence().text(Locale.forLanguageTag("nb")))
                .isEqualTo("7 avtaler endres, 2 unntak beholdes, den gamle regelen slutter 10. november 2026");
        assertThat(preview.sentence().text(Locale.forLanguageTag("sv")))
                .isEqualTo("7 möten ändras, 2 undantag behålls, den gamla regeln slutar 10 november 2026");
        assertThat(repetition(series).revision()).isEqualTo(3);
    }

    @Test
    void changeOfThisAndFollowingMakesTwoSeriesAndKeepsTheNumbersOfTheAppointments() {
        long series = tuesdays();
        List<String> before = calendar.query("SELECT appointment_id AS x FROM appointment ORDER BY activeDate");

        Saved saved = calendar.apply(at(series, FOURTH), title("Review", Reach.FOLLOWING));

        assertThat(saved.series()).hasSize(2).startsWith(series);
        assertThat(titles(series)).hasSize(3).containsOnly("Standing meeting");
        assertThat(titles(saved.series().get(1))).hasSize(5).containsOnly("Review");
        assertThat(calendar.query("SELECT appointment_id AS x FROM appointment ORDER BY activeDate"))
                .isEqualTo(before);
        assertConsistent();
    }

    @Test
    void allButThoseChangedByHandLeavesThemAsTheyLook() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), Edit.Change.field("location", "Attic", Reach.THIS));
        Edit.Change change = new Edit.Change(
                Optional.empty(), Optional.empty(), Map.of("title", "Review"), Reach.ALL, HandChanged.UNTOUCHED);

        calendar.apply(at(series, FIRST), change);

        assertThat(titles(series)).filteredOn("Standing meeting"::equals).hasSize(1);
        assertThat(titles(series)).filteredOn("Review"::equals).hasSize(7);
    }

    @Test
    void exceptionsCanBeResetWithAChangeOfAll() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));
        calendar.apply(at(series, LAST), new Edit.Delete(Reach.THIS));
        Edit.Change change = new Edit.Change(
                Optional.empty(), Optional.empty(), Map.of("title", "Review"), Reach.ALL, HandChanged.RESET);

        calendar.apply(at(series, FIRST), change);

        assertThat(titles(series)).hasSize(7).containsOnly("Review");
    }

    @Test
    void changedRuleOfAllKeepsWhatStillHasAPlace() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));
        Edit.Action repeat = new Edit.Repeat("pattern:weekly on TU,FR times 8", Reach.ALL);

        assertThat(preview(at(series, FIRST), repeat).kept()).isEqualTo(1);
        calendar.apply(at(series, FIRST), repeat);

        assertThat(calendar.starts(series)).hasSize(8).endsWith("2026-11-27 09:00");
        assertThat(titles(series)).contains("Quarterly");
        assertConsistent();
    }

    @Test
    void exceptionsWithoutAPlaceUnderANewRuleAreNamed() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));

        Preview preview = preview(at(series, FIRST), new Edit.Repeat("pattern:weekly on FR times 8", Reach.ALL));

        assertThat(preview.lost()).containsExactly(LocalDateTime.parse(SECOND));
        assertThat(preview.sentence().toString()).contains("1 exception lost");
    }

    @Test
    void anAppointmentThatStandsAloneCanBecomeASeriesAndASeriesCanEnd() {
        Saved single = calendar.appointments.add(KARI, Draft.at(LocalDateTime.parse(FIRST), OSLO, "PT1H"));
        AppointmentKey key = AppointmentKey.of(single.singles().get(0));

        Saved series = calendar.apply(key, new Edit.Repeat(TUESDAYS, Reach.ALL));

        assertThat(calendar.starts(series.series().get(0))).hasSize(8);
        Appointment first = calendar.appointments.appointment(KARI, key).orElseThrow();
        assertThat(first.series()).isEqualTo(series.series().get(0));
        calendar.apply(key, new Edit.Stop());
        assertThat(calendar.appointments.appointment(KARI, key).orElseThrow().origin())
                .isEqualTo(AppointmentOrigin.SINGLE);
        assertConsistent();
    }

    @Test
    void aPlainChangeOfTheDateOfManyIsRefusedAndSaysWhatElseThereIs() {
        long series = tuesdays();

        assertThatThrownBy(() -> preview(
                        at(series, SECOND), Edit.Change.start(LocalDateTime.parse("2026-11-12T09:00"), Reach.ALL)))
                .isInstanceOfSatisfying(TickmarkException.class, thrown -> {
                    assertThat(thrown.problem().what().id()).isEqualTo("refused.DATE_OF_SERIES");
                    assertThat(thrown.problem().advice().map(Message::toString).orElseThrow())
                            .contains("--shift", "--reanchor", "--split");
                });
    }

    @Test
    void shiftMovesEveryAppointmentByTheSameTime() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), Edit.Change.start(LocalDateTime.parse("2026-11-11T10:00"), Reach.THIS));

        calendar.apply(at(series, FIRST), new Edit.Begin(LocalDateTime.parse("2026-11-05T10:00"), Edit.Restart.SHIFT));

        assertThat(calendar.starts(series)).startsWith("2026-11-05 10:00", "2026-11-13 11:00", "2026-11-19 10:00");
        assertConsistent();
    }

    @Test
    void reanchoringCountsTheRuleFromTheNewStart() {
        long series = calendar.series(FIRST, "pattern:daily every 6 times 4");

        calendar.apply(
                at(series, FIRST), new Edit.Begin(LocalDateTime.parse("2026-11-05T09:00"), Edit.Restart.REANCHOR));

        assertThat(calendar.starts(series))
                .containsExactly("2026-11-05 09:00", "2026-11-11 09:00", "2026-11-17 09:00", "2026-11-23 09:00");
    }

    @Test
    void splitMovesThisAndFollowingIntoANewSeries() {
        long series = tuesdays();

        Saved saved = calendar.apply(
                at(series, FOURTH), new Edit.Begin(LocalDateTime.parse("2026-11-26T09:00"), Edit.Restart.SPLIT));

        assertThat(calendar.starts(series)).hasSize(3);
        assertThat(calendar.starts(saved.series().get(1))).hasSize(5).startsWith("2026-11-26 09:00");
    }

    @Test
    void whatIsCutCanBeJoinedAgain() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));
        List<String> before = calendar.starts(series);

        long second =
                calendar.apply(at(series, FOURTH), new Edit.Cut()).series().get(1);
        calendar.apply(at(series, FIRST), new Edit.Join(second));

        assertThat(calendar.starts(series)).isEqualTo(before);
        assertThat(calendar.appointments.repetition(KARI, second)).isEmpty();
        assertConsistent();
    }

    @Test
    void handPickedDatesAreCutMovedAndJoinedAsHandPickedDates() {
        long series = calendar.series(
                FIRST, "pattern:dates 2026-11-03T09:00,2026-11-05T09:00,2026-12-01T09:00,2027-02-01T09:00");

        Saved cut = calendar.apply(at(series, "2026-12-01T09:00"), new Edit.Cut());
        assertThat(repetition(cut.series().get(1)).rule()).isEqualTo("pattern:dates 2026-12-01T09:00,2027-02-01T09:00");
        calendar.apply(at(series, FIRST), new Edit.Join(cut.series().get(1)));
        calendar.apply(at(series, FIRST), Edit.Change.start(LocalDateTime.parse("2026-11-03T10:00"), Reach.ALL));

        assertThat(calendar.starts(series))
                .containsExactly("2026-11-03 10:00", "2026-11-05 10:00", "2026-12-01 10:00", "2027-02-01 10:00");
        assertThat(calendar.query("SELECT pattern AS x FROM recurrence_rule")).containsExactly("5");
        assertConsistent();
    }

    @Test
    void whatIsCompletedIsChangedOnlyTogetherWithItsStatus() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), Edit.Change.field("status", "completed", Reach.THIS));

        assertProblem("calendar.refused", () -> calendar.apply(at(series, SECOND), title("Late", Reach.THIS)));
        calendar.apply(at(series, SECOND), Edit.Change.field("status", "started", Reach.THIS));
        calendar.apply(at(series, SECOND), title("Late", Reach.THIS));

        assertThat(titles(series)).contains("Late");
    }

    // The eight cases of editing

    @Test
    void caseNone_aChangeOfAllIsNothingToTheSeries() {
        assertThat(preview(at(tuesdays(), SECOND), title("Review", Reach.ALL)).editCase())
                .isEqualTo(EditCase.NONE);
    }

    @Test
    void caseChangedOnSecond_theFirstStandsAloneFromNowOn() {
        long series = tuesdays();
        Edit.Action repeat = new Edit.Repeat("pattern:weekly on WE times 3", Reach.FOLLOWING);

        assertThat(preview(at(series, SECOND), repeat).editCase()).isEqualTo(EditCase.CHANGED_ON_SECOND);
        Saved saved = calendar.apply(at(series, SECOND), repeat);

        assertThat(saved.singles()).hasSize(1);
        assertThat(calendar.starts(saved.series().get(0)))
                .containsExactly("2026-11-11 09:00", "2026-11-18 09:00", "2026-11-25 09:00");
    }

    @Test
    void caseChangedInSeries_theOldRuleEndsAndANewOneBegins() {
        long series = tuesdays();
        Edit.Action repeat = new Edit.Repeat("pattern:weekly on WE times 3", Reach.FOLLOWING);

        Preview preview = preview(at(series, FOURTH), repeat);
        Saved saved = calendar.apply(at(series, FOURTH), repeat);

        assertThat(preview.editCase()).isEqualTo(EditCase.CHANGED_IN_SERIES);
        assertThat(preview.oldRuleEnds()).contains(LocalDate.of(2026, 11, 17));
        assertThat(repetition(series).last()).contains(LocalDate.of(2026, 11, 17));
        assertThat(saved.series().get(1)).isNotEqualTo(series);
    }

    @Test
    void caseDeleteLeavingOnlyOne_thatOneStandsAlone() {
        long series = tuesdays();
        Edit.Action delete = new Edit.Delete(Reach.FOLLOWING);

        assertThat(preview(at(series, SECOND), delete).editCase()).isEqualTo(EditCase.DELETE_LEAVING_ONLY_ONE);
        Saved saved = calendar.apply(at(series, SECOND), delete);

        assertThat(saved.series()).isEmpty();
        assertThat(saved.singles()).hasSize(1);
        assertThat(calendar.query("SELECT count(*) AS x FROM recurrence_rule")).containsExactly("0");
    }

    @Test
    void caseDeleteOnlyFirst_theSeriesBeginsLater() {
        long series = tuesdays();
        Edit.Action delete = new Edit.Delete(Reach.THIS);

        assertThat(preview(at(series, FIRST), delete).editCase()).isEqualTo(EditCase.DELETE_ONLY_FIRST);
        calendar.apply(at(series, FIRST), delete);

        assertThat(repetition(series).start()).isEqualTo(LocalDateTime.parse(SECOND));
        assertThat(calendar.query("SELECT count(*) AS x FROM recurrence_override"))
                .containsExactly("0");
    }

    @Test
    void caseDeleteIncludingLast_theSeriesEndsEarlier() {
        long series = tuesdays();
        Edit.Action delete = new Edit.Delete(Reach.THIS);

        assertThat(preview(at(series, LAST), delete).editCase()).isEqualTo(EditCase.DELETE_INCLUDING_LAST);
        calendar.apply(at(series, LAST), delete);

        assertThat(repetition(series).last()).contains(LocalDate.of(2026, 12, 15));
        assertThat(calendar.query("SELECT endDate AS x FROM recurrence_rule").get(0))
                .startsWith("2026-12-15 09:30");
    }

    @Test
    void caseStopOnFirst_theRuleDisappears() {
        long series = tuesdays();

        assertThat(preview(at(series, FIRST), new Edit.Stop()).editCase()).isEqualTo(EditCase.STOP_ON_FIRST);
        Saved saved = calendar.apply(at(series, FIRST), new Edit.Stop());

        assertThat(saved.singles()).hasSize(1);
        assertThat(calendar.appointments.repetition(KARI, series)).isEmpty();
    }

    @Test
    void caseStopInSeries_thisOneStaysAndThoseAfterItGo() {
        long series = tuesdays();

        Preview preview = preview(at(series, FOURTH), new Edit.Stop());
        calendar.apply(at(series, FOURTH), new Edit.Stop());

        assertThat(preview.editCase()).isEqualTo(EditCase.STOP_IN_SERIES);
        assertThat(preview.removed()).hasValue(4);
        assertThat(calendar.starts(series)).hasSize(4).endsWith("2026-11-24 09:00");
    }

    // What went wrong elsewhere (the reports that the names tell)

    @Test
    void mrbs659_nextcloud7600_aChangeOfTheSeriesDoesNotOverwriteExceptions() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), Edit.Change.start(LocalDateTime.parse("2026-11-10T13:00"), Reach.THIS));

        calendar.apply(at(series, FIRST), title("Review", Reach.ALL));
        calendar.apply(at(series, FIRST), Edit.Change.start(LocalDateTime.parse("2026-11-03T08:00"), Reach.ALL));

        assertThat(calendar.starts(series)).startsWith("2026-11-03 08:00", "2026-11-10 13:00", "2026-11-17 08:00");
        assertThat(titles(series)).containsOnly("Review");
    }

    @Test
    void outlook_aChangedRuleDoesNotCancelExceptions() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));

        calendar.apply(at(series, FIRST), new Edit.Repeat("pattern:weekly on TU times 20", Reach.ALL));

        assertThat(titles(series)).hasSize(20).contains("Quarterly");
    }

    @Test
    void tine3886_onlyFieldsThatAnExceptionDoesNotHaveItselfAreUpdated() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));

        calendar.apply(
                at(series, FIRST),
                new Edit.Change(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("title", "Review", "location", "Attic"),
                        Reach.ALL,
                        HandChanged.FIELD_BY_FIELD));

        Appointment second =
                calendar.appointments.appointment(KARI, at(series, SECOND)).orElseThrow();
        assertThat(second.field("title")).isEqualTo("Quarterly");
        assertThat(second.field("location")).isEqualTo("Attic");
    }

    @Test
    void humhub306_theFirstMemberIsNotLost() {
        long series = tuesdays();

        calendar.apply(at(series, FIRST), title("Kick-off", Reach.THIS));
        calendar.apply(at(series, SECOND), title("Review", Reach.FOLLOWING));

        assertThat(calendar.query("SELECT title AS x FROM appointment ORDER BY activeDate"))
                .hasSize(8)
                .startsWith("Kick-off", "Review");
    }

    @Test
    void mustang591_changingTheSeriesDoesNotDeleteIt() {
        long series = tuesdays();

        calendar.apply(at(series, FOURTH), title("Review", Reach.ALL));

        assertThat(titles(series)).hasSize(8).containsOnly("Review");
    }

    @Test
    void ical145_thisAndFollowingOnTheFirstMemberChangesTheSeriesAsAWhole() {
        long series = tuesdays();

        Saved saved = calendar.apply(at(series, FIRST), title("Review", Reach.FOLLOWING));

        assertThat(saved.series()).containsExactly(series);
        assertThat(titles(series)).hasSize(8).containsOnly("Review");
    }

    // Undo, and two people at once

    @Test
    void undoPutsBackWhatStoodWithItsNumbers() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));
        String all =
                "SELECT appointment_id || ' ' || activeDate || ' ' || title AS x FROM appointment ORDER BY activeDate";
        List<String> before = calendar.query(all);

        Saved deleted = calendar.apply(at(series, FOURTH), new Edit.Delete(Reach.ALL));
        assertThat(calendar.query(all)).isEmpty();
        Saved undone = calendar.appointments.undo(KARI, deleted.change());

        assertThat(undone.series()).containsExactly(series);
        assertThat(calendar.query(all)).isEqualTo(before);
        assertConsistent();
    }

    @Test
    void undoOfAnUndoDoesItAgain() {
        long series = tuesdays();
        Saved split = calendar.apply(at(series, FOURTH), title("Review", Reach.FOLLOWING));

        Saved undone = calendar.appointments.undo(KARI, split.change());
        assertThat(titles(series)).hasSize(8).containsOnly("Standing meeting");
        calendar.appointments.undo(KARI, undone.change());

        assertThat(titles(series)).hasSize(3);
        assertThat(titles(split.series().get(1))).hasSize(5);
        assertConsistent();
    }

    @Test
    void undoOfAddingLeavesNothing() {
        Saved added = calendar.appointments.add(KARI, draft(FIRST, TUESDAYS));

        calendar.appointments.undo(KARI, added.change());

        assertThat(calendar.query("SELECT count(*) AS x FROM appointment")).containsExactly("0");
        assertThat(calendar.query("SELECT count(*) AS x FROM recurrence_rule")).containsExactly("0");
    }

    @Test
    void whatWasChangedSinceIsNotUndone() {
        long series = tuesdays();
        Saved first = calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));
        calendar.apply(at(series, FOURTH), title("Yearly", Reach.THIS));

        assertProblem("calendar.meanwhile", () -> calendar.appointments.undo(KARI, first.change()));
        assertProblem("calendar.unknown", () -> calendar.appointments.undo(KARI, 999_999));
    }

    @Test
    void ofTwoWhoChangeTheSameOneWinsAndTheOtherSeesTheDifference() {
        long series = tuesdays();
        Edit edit = Edit.of(at(series, SECOND), title("Quarterly", Reach.THIS));
        int seen = calendar.appointments.preview(KARI, edit).revision();
        Caller ola = Caller.os("ola", Locale.ENGLISH);
        calendar.appointments.apply(
                ola, Edit.of(at(series, FIRST), new Edit.Repeat("pattern:daily times 9", Reach.ALL)));

        assertThatThrownBy(() -> calendar.appointments.apply(KARI, edit.seen(seen)))
                .isInstanceOfSatisfying(TickmarkException.class, thrown -> {
                    Problem problem = thrown.problem();
                    assertThat(problem.code()).isEqualTo("calendar.meanwhile");
                    assertThat(problem.found().orElseThrow())
                            .isEqualTo("rule: FREQ=WEEKLY;COUNT=8;BYDAY=TU -> FREQ=DAILY;COUNT=9");
                });
        assertThat(titles(series)).containsOnly("Standing meeting");
    }

    @Test
    void ofManyAtTheSameTimeOneWins() throws Exception {
        long series = tuesdays();
        Edit edit = Edit.of(at(series, SECOND), title("Quarterly", Reach.FOLLOWING))
                .seen(repetition(series).revision());
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<Saved>> tries = people.invokeAll(
                    Collections.nCopies(4, () -> calendar.appointments.apply(KARI, edit)), 60, TimeUnit.SECONDS);
            int won = 0;
            for (Future<Saved> attempt : tries) {
                try {
                    won += attempt.get().change() > 0 ? 1 : 0;
                } catch (ExecutionException lost) {
                    assertThat(((TickmarkException) lost.getCause()).problem().code())
                            .isEqualTo("calendar.meanwhile");
                }
            }
            assertThat(won).isEqualTo(1);
        } finally {
            people.shutdown();
        }
        assertConsistent();
    }

    // Files

    @Test
    void aFileThatIsReadAgainChangesOnlyWhatItTellsOtherwise() {
        long series = tuesdays();
        calendar.apply(at(series, SECOND), title("Quarterly", Reach.THIS));
        calendar.appointments.add(
                KARI, Draft.at(LocalDateTime.parse(FIRST), OSLO, "PT1H").with("title", "Visit"));
        String file = calendar.appointments.exportText(KARI, List.of(), Optional.of(OWNER), CalendarFormat.ICALENDAR);
        String json = calendar.appointments.exportText(KARI, List.of(), Optional.of(OWNER), CalendarFormat.JCAL);

        ImportedCalendar tried = calendar.appointments.importText(KARI, file, "a.ics", "os:ola", true);
        ImportedCalendar first = calendar.appointments.importText(KARI, file, "a.ics", "os:ola", false);
        ImportedCalendar again = calendar.appointments.importText(KARI, file, "a.ics", "os:ola", false);
        ImportedCalendar asJson = calendar.appointments.importText(KARI, json, "a.json", "os:ola", false);
        ImportedCalendar other = calendar.appointments.importText(
                KARI, file.replace("SUMMARY:Visit", "SUMMARY:Long visit"), "b.ics", "os:ola", false);

        assertThat(tried).isEqualTo(first).isEqualTo(new ImportedCalendar(2, 0, 0, List.of()));
        assertThat(again).isEqualTo(asJson).isEqualTo(new ImportedCalendar(0, 0, 2, List.of()));
        assertThat(other).isEqualTo(new ImportedCalendar(0, 1, 1, List.of()));
        assertThat(calendar.query("""
                        SELECT title AS x FROM calendar_appointment_v1 WHERE owner = 'os:ola' ORDER BY start_date, title
                        """)).hasSize(9).startsWith("Long visit", "Standing meeting", "Quarterly");
        assertConsistent();
    }

    @Test
    void whatIsCutOffASeriesOfAFileIsNotWhatTheFileNames() {
        String file =
                calendar.appointments.exportText(KARI, List.of(tuesdays()), Optional.empty(), CalendarFormat.ICALENDAR);
        calendar.appointments.importText(KARI, file, "a.ics", "os:ola", false);
        long imported =
                Long.parseLong(calendar.query("SELECT series_id AS x FROM calendar_series_v1 WHERE owner = 'os:ola'")
                        .get(0));

        Saved cut = calendar.apply(at(imported, FOURTH), new Edit.Cut());
        assertThat(calendar.query("SELECT uid AS x FROM recurrence_rule WHERE uid IS NOT NULL"))
                .hasSize(1);
        calendar.apply(at(imported, FIRST), new Edit.Join(cut.series().get(1)));

        assertThat(calendar.appointments
                        .importText(KARI, file, "a.ics", "os:ola", false)
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void whatAFileTellsAndTheCalendarCannotKeepIsNamed() {
        ImportedCalendar imported = calendar.appointments.importText(KARI, """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:dense
                DTSTART:20261103T090000Z
                RRULE:FREQ=SECONDLY
                END:VEVENT
                END:VCALENDAR
                """, "a.ics", "", false);

        assertThat(imported.added()).isZero();
        assertThat(imported.problems())
                .extracting(problem -> problem.what().id())
                .containsExactly("rule.dense");
    }

    // Handlers and rights

    @Test
    void aHandlerMayBlockAChange() {
        calendar = new CalendarFixture(transactions(), new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return proposal.topic().equals("calendar.edit")
                        ? Verdict.block(Message.verbatim("closed"))
                        : Verdict.pass();
            }
        });
        long series = tuesdays();

        assertProblem("event.blocked", () -> calendar.apply(at(series, SECOND), title("Review", Reach.ALL)));
        assertThat(titles(series)).containsOnly("Standing meeting");
    }

    @Test
    void aHandlerMayChangeFieldsOfWhatIsAddedAndOfAChange() {
        calendar = new CalendarFixture(transactions(), new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return proposal.changeable().contains("field.location")
                        ? Verdict.change(Map.of(
                                "field.location", "Room " + proposal.fields().get("field.title")))
                        : Verdict.pass();
            }
        });
        long series = tuesdays();
        assertThat(repetition(series).fields()).containsEntry("location", "Room Standing meeting");

        calendar.apply(at(series, SECOND), title("Review", Reach.THIS));
        assertThat(calendar.appointments
                        .appointment(KARI, at(series, SECOND))
                        .orElseThrow()
                        .field("location"))
                .isEqualTo("Room Review");
        calendar.apply(at(series, FOURTH), new Edit.Delete(Reach.THIS));
        assertThat(calendar.starts(series)).hasSize(7);
        assertConsistent();
    }

    @Test
    void aHandlerSetsNoFieldToWhatItCannotHold() {
        calendar = new CalendarFixture(transactions(), new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return Verdict.change(Map.of("field.lead", "soon"));
            }
        });

        assertProblem("calendar.invalid", this::tuesdays);
        assertThat(calendar.query("SELECT title AS x FROM appointment")).isEmpty();
    }

    @Test
    void anOwnerHasANameOfAFileOnce() {
        Draft named = draft(FIRST, TUESDAYS).with("x-uid", "a@example.org");
        calendar.appointments.add(KARI, named);

        assertProblem("calendar.taken", () -> calendar.appointments.add(KARI, named.repeating("")));
        assertThat(calendar.appointments.add(KARI, named.of("os:ola")).series()).hasSize(1);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        long series = tuesdays();
        Caller reader = new Caller("os:ola", Set.of(Permission.CALENDAR_READ), Set.of(), Locale.ENGLISH, Origin.SHELL);

        assertThat(calendar.appointments.repetition(reader, series)).isPresent();
        assertThatThrownBy(() -> calendar.appointments.add(reader, draft(FIRST, TUESDAYS)))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> calendar.appointments.undo(reader, 1)).isInstanceOf(PermissionDenied.class);
    }

    // Series without end

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

    // Clocks

    @Test
    void aSeriesInOsloIsAtSixOClockInNewYorkButForTheWeeksBetweenTheirChanges() {
        calendar.series("2026-10-01T12:00", "pattern:weekly on TH until 2027-04-30");

        List<String> seen = calendar
                .appointments
                .between(
                        KARI,
                        Instant.parse("2026-10-15T00:00:00Z"),
                        Instant.parse("2027-04-09T00:00:00Z"),
                        Optional.empty(),
                        100)
                .stream()
                .filter(appointment -> !appointment
                        .startsAt()
                        .atZone(ZoneId.of("America/New_York"))
                        .toLocalTime()
                        .toString()
                        .equals("06:00"))
                .map(appointment -> appointment.start().toLocalDate().toString())
                .toList();

        assertThat(seen).containsExactly("2026-10-29", "2027-03-18", "2027-03-25");
    }

    @Test
    void aTimeThatTheZoneLeavesOutIsReadWithTheOffsetBeforeIt() {
        long series = calendar.series("2027-03-27T02:30", "pattern:daily times 3");

        assertThat(calendar.starts(series)).containsExactly("2027-03-27 02:30", "2027-03-28 03:30", "2027-03-29 02:30");
        assertConsistent();
    }

    @Test
    void rowsThatStandOnOldRulesOfAZoneAreFoundAndMended() {
        long series = tuesdays();
        calendar.transactions.inTransaction(
                tx -> Sql.on(tx.connection(), "UPDATE appointment SET starts_at = ? WHERE activeDate = ?")
                        .with(Instant.parse("2026-11-10T07:00:00Z"), LocalDateTime.parse(SECOND))
                        .update());

        List<Departure> found = calendar.appointments.check(KARI, true);

        assertThat(found).extracting(Departure::where).containsExactly(SECOND);
        assertThat(calendar.appointments
                        .appointment(KARI, at(series, SECOND))
                        .orElseThrow()
                        .startsAt())
                .isEqualTo(Instant.parse("2026-11-10T08:00:00Z"));
        assertConsistent();
    }

    @Test
    void newRulesOfAZoneMoveInstantsAndLeaveWhatClocksShow() {
        ShiftingZone.follow(ZoneId.of(OSLO).getRules());
        calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse(FIRST), ShiftingZone.ID, "PT30M").repeating("pattern:weekly on TU"));
        assertThat(instants("2027-06-29", "2027-07-07"))
                .containsExactly("2027-06-29T07:00:00Z", "2027-07-06T07:00:00Z");

        ShiftingZone.follow(ZoneOffset.ofHours(1).getRules());
        List<Departure> found = calendar.appointments.check(KARI, true);

        assertThat(found).extracting(Departure::where).contains("rule");
        assertThat(found)
                .filteredOn(departure -> !departure.where().equals("rule"))
                .extracting(departure -> departure.where().substring(5, 7))
                .isSubsetOf("03", "04", "05", "06", "07", "08", "09", "10")
                .contains("07");
        assertThat(instants("2027-06-29", "2027-07-07"))
                .containsExactly("2027-06-29T08:00:00Z", "2027-07-06T08:00:00Z");
        assertThat(instants("2030-07-01", "2030-07-03")).containsExactly("2030-07-02T08:00:00Z");
        assertThat(instants("2027-01-05", "2027-01-06")).containsExactly("2027-01-05T08:00:00Z");
        assertThat(calendar.query(
                        "SELECT DISTINCT SUBSTRING(CAST(activeDate AS VARCHAR), 12, 5) AS x FROM appointment"))
                .containsExactly("09:00");
        assertConsistent();
    }

    private List<String> instants(String fromInclusive, String toExclusive) {
        return calendar
                .appointments
                .between(
                        KARI,
                        Instant.parse(fromInclusive + "T00:00:00Z"),
                        Instant.parse(toExclusive + "T00:00:00Z"),
                        Optional.empty(),
                        100)
                .stream()
                .map(appointment -> appointment.startsAt().toString())
                .toList();
    }

    @Test
    void checkFindsAndMendsWhateverWasDoneToTheRows() {
        long series = tuesdays();
        calendar.appointments.add(
                KARI, Draft.at(LocalDateTime.parse(FIRST), OSLO, "PT1H").with("title", "Visit"));
        List<String> right = calendar.query("SELECT title AS x FROM appointment ORDER BY activeDate, title");
        calendar.transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "UPDATE appointment SET title = 'Forged' WHERE activeDate = ?")
                    .with(LocalDateTime.parse(FIRST))
                    .update();
            Sql.on(tx.connection(), "DELETE FROM appointment WHERE activeDate = ?")
                    .with(LocalDateTime.parse(SECOND))
                    .update();
            Sql.on(tx.connection(), "UPDATE appointment SET original_start_date = ? WHERE activeDate = ?")
                    .with(LocalDateTime.parse("2031-01-01T00:00"), LocalDateTime.parse(FOURTH))
                    .update();
            Sql.on(tx.connection(), "UPDATE appointment SET recurrenceRuleId = 999999 WHERE activeDate = ?")
                    .with(LocalDateTime.parse(LAST))
                    .update();
            return Sql.on(tx.connection(), "UPDATE recurrence_rule SET weekdays = 1, endDate = NULL")
                    .update();
        });

        assertThat(calendar.appointments.check(KARI, true))
                .extracting(departure -> departure.what().id())
                .containsExactlyInAnyOrder(
                        "rule.different",
                        "row.different",
                        "row.missing",
                        "row.missing",
                        "row.superfluous",
                        "row.missing",
                        "row.different",
                        "row.orphan");
        assertConsistent();
        assertThat(calendar.query("SELECT title AS x FROM appointment ORDER BY activeDate, title"))
                .isEqualTo(right);
        assertThat(calendar.starts(series)).hasSize(8);
    }

    @Test
    void findsLongAppointmentsThatBeganLongAgo() {
        calendar.appointments.add(KARI, Draft.ofDays(LocalDateTime.parse("2026-01-01T00:00"), "P300D"));

        assertThat(calendar.appointments.between(
                        KARI,
                        Instant.parse("2026-09-01T00:00:00Z"),
                        Instant.parse("2026-09-02T00:00:00Z"),
                        Optional.of(OWNER),
                        10))
                .hasSize(1);
        assertThat(calendar.appointments.between(
                        KARI,
                        Instant.parse("2026-09-01T00:00:00Z"),
                        Instant.parse("2026-09-02T00:00:00Z"),
                        Optional.of("os:nobody"),
                        10))
                .isEmpty();
    }
}
