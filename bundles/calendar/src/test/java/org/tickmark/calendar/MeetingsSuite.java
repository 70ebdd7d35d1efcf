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
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.Clash;
import org.tickmark.api.host.calendar.Clearing;
import org.tickmark.api.host.calendar.ClearingLimits;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Edit.Restart;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.ParticipantRole;
import org.tickmark.api.host.calendar.SlotSearch;
import org.tickmark.kit.jdbc.Sql;

/** What the calendar promises of people and resources, on either database. */
abstract class MeetingsSuite {
    /** Tuesdays from 3 November 2026 at nine, eight times: the last one is on 22 December. */
    private static final String TUESDAYS = "pattern:weekly on TU times 8";

    private static final String FIRST = "2026-11-03T09:00";
    private static final String SECOND = "2026-11-10T09:00";
    private static final String THIRD = "2026-11-17T09:00";
    private static final String FOURTH = "2026-11-24T09:00";
    private static final String ANNA = "user:anna";
    private static final String BO = "bo@example.org";
    private static final String ROOM = "resource:Fjord room";

    private CalendarFixture calendar;

    /** The database of the subclass, with the tables of the calendar. */
    abstract Transactions transactions();

    @BeforeEach
    void setUp() {
        calendar = new CalendarFixture(transactions());
    }

    private long tuesdays(String... who) {
        return series(draft(FIRST, TUESDAYS), who);
    }

    private long series(Draft draft, String... who) {
        return calendar.appointments.add(KARI, with(draft, who)).series().get(0);
    }

    private static Draft with(Draft draft, String... who) {
        Draft more = draft;
        for (String one : who) {
            more = more.with(Fields.participant(one), "required");
        }
        return more;
    }

    private static Edit.Change field(String name, String value, Reach reach) {
        return Edit.Change.field(name, value, reach);
    }

    private List<String> people(AppointmentKey key) {
        return calendar.meetings.participants(KARI, key).stream()
                .map(one -> one.who() + " " + one.answer().word())
                .toList();
    }

    private void answer(AppointmentKey key, String who, Answer answer, Reach reach) {
        calendar.meetings.answer(KARI, key, who, answer, reach, "");
    }

    private void assertConsistent() {
        assertThat(calendar.appointments.check(KARI, false)).isEmpty();
    }

    private static void assertProblem(String code, String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo(code);
            assertThat(thrown.problem().text(Locale.ENGLISH)).contains(text);
        });
    }

    private static Instant oslo(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(OSLO)).toInstant();
    }

    // Who takes part

    @Test
    void peopleAreAddedToAllToTheRestAndToOneDate() {
        long series = tuesdays(ANNA);
        calendar.apply(at(series, SECOND), field(Fields.participant(BO), "optional Bo Dahl", Reach.THIS));
        calendar.apply(at(series, SECOND), field(Fields.participant(ROOM), "required", Reach.ALL));

        assertThat(people(at(series, FIRST))).containsExactly(ANNA + " needs-action", ROOM + " accepted");
        assertThat(people(at(series, SECOND)))
                .containsExactly(BO + " needs-action", ANNA + " needs-action", ROOM + " accepted");
        assertThat(calendar.meetings
                        .participants(KARI, at(series, SECOND))
                        .get(0)
                        .role())
                .isEqualTo(ParticipantRole.OPTIONAL);
        assertThat(calendar.meetings
                        .participants(KARI, at(series, SECOND))
                        .get(0)
                        .name())
                .isEqualTo("Bo Dahl");

        calendar.apply(at(series, SECOND), field(Fields.participant(ANNA), "", Reach.ALL));
        assertThat(people(at(series, FIRST))).containsExactly(ROOM + " accepted");
        assertConsistent();
    }

    @Test
    void whoTakesPartInOneDateStaysThroughAnEditOfTheSeries() {
        long series = tuesdays(ANNA);
        calendar.apply(at(series, SECOND), field(Fields.participant(BO), "required", Reach.THIS));
        calendar.apply(at(series, THIRD), field(Fields.participant(ANNA), "", Reach.THIS));

        calendar.apply(at(series, FIRST), field("title", "Retro", Reach.ALL));

        assertThat(people(at(series, FIRST))).containsExactly(ANNA + " needs-action");
        assertThat(people(at(series, SECOND))).containsExactly(BO + " needs-action", ANNA + " needs-action");
        assertThat(people(at(series, THIRD))).isEmpty();
    }

    @Test
    void whoTakesPartIsARowForEachDateWithTheNumbersOfTheOriginals() {
        long series = tuesdays(ANNA, ROOM);
        answer(at(series, SECOND), ANNA, Answer.DECLINED, Reach.THIS);

        assertThat(calendar.query("""
                        SELECT who || ' ' || role || ' ' || status AS x FROM calendar_participant_v1
                        WHERE series_id = ? ORDER BY starts_at, who FETCH FIRST 4 ROWS ONLY
                        """, series))
                .containsExactly(
                        ROOM + " REQUIRED 1", ANNA + " REQUIRED 5", ROOM + " REQUIRED 1", ANNA + " REQUIRED 9");
        assertThat(calendar.query("SELECT COUNT(*) AS x FROM calendar_participant_v1"))
                .containsExactly("16");
    }

    @Test
    void namesThatEndALineOrAHeaderAreRefused() {
        for (String name : List.of(
                "bo@example.org\r\nBcc: eve@example.org", "bo@example.org>", "Bo <bo@example.org>", "room:Fjord", "")) {
            assertProblem("calendar.invalid", "names no person", () -> tuesdays(name));
        }
        for (String value : List.of("required Bo\r\nATTENDEE:x", "required \"Bo\"", "boss")) {
            assertProblem(
                    "calendar.invalid",
                    "no role",
                    () -> series(draft(FIRST, TUESDAYS).with(Fields.participant(BO), value)));
        }
    }

    @Test
    void answersAreNotGivenByEditing() {
        assertProblem(
                "calendar.invalid",
                "no such field",
                () -> series(draft(FIRST, TUESDAYS).with("answer:" + ANNA, "all accepted 2026-11-27T08:00:00Z")));
    }

    // Answers

    @Test
    void anAnswerIsToADateToTheRestOrToAll() {
        long series = tuesdays(ANNA);
        answer(at(series, FIRST), ANNA, Answer.ACCEPTED, Reach.ALL);
        answer(at(series, THIRD), ANNA, Answer.DECLINED, Reach.FOLLOWING);
        answer(at(series, FOURTH), ANNA, Answer.TENTATIVE, Reach.THIS);

        assertThat(people(at(series, SECOND))).containsExactly(ANNA + " accepted");
        assertThat(people(at(series, THIRD))).containsExactly(ANNA + " declined");
        assertThat(people(at(series, FOURTH))).containsExactly(ANNA + " tentative");
        assertThat(people(at(series, "2026-12-01T09:00"))).containsExactly(ANNA + " declined");

        answer(at(series, SECOND), ANNA, Answer.ACCEPTED, Reach.FOLLOWING);
        assertThat(people(at(series, FOURTH))).containsExactly(ANNA + " accepted");
        assertConsistent();
    }

    @Test
    void anAnswerLeavesTheSeriesWholeAndNoDateChangedByHand() {
        long series = tuesdays(ANNA);
        answer(at(series, THIRD), ANNA, Answer.DECLINED, Reach.FOLLOWING);
        answer(at(series, SECOND), ANNA, Answer.DECLINED, Reach.THIS);

        assertThat(calendar.appointments.repetition(KARI, series).orElseThrow().handChanges())
                .isEmpty();
        assertThat(calendar.appointments
                        .appointment(KARI, at(series, SECOND))
                        .orElseThrow()
                        .origin())
                .isEqualTo(AppointmentOrigin.RULE);
        assertThat(calendar.starts(series)).hasSize(8);
    }

    @Test
    void whoAgreedToATimeHasNotAgreedToAnother() {
        long series = tuesdays(ANNA);
        answer(at(series, FIRST), ANNA, Answer.ACCEPTED, Reach.ALL);

        calendar.apply(at(series, SECOND), Edit.Change.start(LocalDateTime.parse("2026-11-11T10:00"), Reach.THIS));
        assertThat(people(at(series, SECOND))).containsExactly(ANNA + " needs-action");
        assertThat(people(at(series, THIRD))).containsExactly(ANNA + " accepted");

        calendar.apply(at(series, FIRST), new Edit.Begin(LocalDateTime.parse("2026-11-03T13:00"), Restart.SHIFT));
        assertThat(people(at(series, "2026-11-17T13:00"))).containsExactly(ANNA + " needs-action");
    }

    @Test
    void anotherTitleAsksNobodyAnew() {
        long series = tuesdays(ANNA);
        answer(at(series, FIRST), ANNA, Answer.ACCEPTED, Reach.ALL);

        calendar.apply(at(series, FIRST), field("title", "Retro", Reach.ALL));
        calendar.apply(at(series, SECOND), new Edit.Delete(Reach.THIS));
        calendar.apply(at(series, FOURTH), new Edit.Stop());

        assertThat(people(at(series, THIRD))).containsExactly(ANNA + " accepted");
    }

    @Test
    void undoBringsPeopleAndTheirAnswersBack() {
        long series = tuesdays(ANNA);
        answer(at(series, FIRST), ANNA, Answer.ACCEPTED, Reach.ALL);
        long removed = calendar.apply(at(series, SECOND), field(Fields.participant(ANNA), "", Reach.ALL))
                .change();
        assertThat(people(at(series, FIRST))).isEmpty();

        calendar.appointments.undo(KARI, removed);

        assertThat(people(at(series, FIRST))).containsExactly(ANNA + " accepted");
        assertConsistent();
    }

    @Test
    void aCutSeriesKeepsItsAnswersOnBothSidesAndIsJoinedAgain() {
        long series = tuesdays(ANNA);
        answer(at(series, FOURTH), ANNA, Answer.DECLINED, Reach.FOLLOWING);
        List<Long> cut = calendar.apply(at(series, THIRD), new Edit.Cut()).series();

        assertThat(people(at(cut.get(1), THIRD))).containsExactly(ANNA + " needs-action");
        assertThat(people(at(cut.get(1), FOURTH))).containsExactly(ANNA + " declined");

        calendar.apply(at(cut.get(0), FIRST), new Edit.Join(cut.get(1)));
        assertThat(calendar.starts(series)).hasSize(8);
        assertConsistent();
    }

    @Test
    void onlyWhoWasAskedAnswers() {
        long series = tuesdays(ANNA);
        assertProblem("calendar.reply", BO, () -> answer(at(series, FIRST), BO, Answer.ACCEPTED, Reach.ALL));
        assertThat(calendar.events.topics()).doesNotContain("calendar.answered");
    }

    @Test
    void anAnswerIsToldAfterwards() {
        long series = tuesdays(ANNA);
        calendar.meetings.answer(KARI, at(series, SECOND), ANNA, Answer.DECLINED, Reach.THIS, "On leave");

        assertThat(calendar.events.recorded()).anySatisfy(event -> {
            assertThat(event.topic()).isEqualTo("calendar.answered");
            assertThat(event.fields())
                    .containsEntry("who", ANNA)
                    .containsEntry("answer", "declined")
                    .containsEntry("comment", "On leave");
        });
        assertThat(calendar.meetings
                        .participants(KARI, at(series, SECOND))
                        .get(0)
                        .comment())
                .isEqualTo("On leave");
    }

    // Who may

    @Test
    void onesOwnAppointmentsMayBeChangedAndThoseOfOthersNot() {
        var ola = CalendarFixture.owning("ola");
        long karis = tuesdays();
        Draft draft = draft(FIRST, TUESDAYS);
        long own = calendar.appointments.add(ola, draft).series().get(0);
        long change = calendar.apply(at(karis, FIRST), field("title", "Retro", Reach.ALL))
                .change();

        calendar.appointments.apply(ola, Edit.of(at(own, FIRST), field("title", "Mine", Reach.ALL)));
        Edit edit = Edit.of(at(karis, FIRST), field("title", "Mine", Reach.ALL));
        assertThatThrownBy(() -> calendar.appointments.apply(ola, edit)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> calendar.appointments.add(ola, draft.of(OWNER)))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> calendar.appointments.undo(ola, change)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> calendar.appointments.importText(ola, "", "x.ics", OWNER, false))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> calendar.appointments.check(ola, true)).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void whoTakesPartAnswersForThemselvesAlone() {
        var anna = CalendarFixture.owning("anna");
        long series = tuesdays(ANNA, BO);

        calendar.meetings.answer(anna, at(series, FIRST), "", Answer.ACCEPTED, Reach.ALL, "");

        assertThat(people(at(series, FIRST))).containsExactly(BO + " needs-action", ANNA + " accepted");
        assertThatThrownBy(() -> calendar.meetings.answer(anna, at(series, FIRST), BO, Answer.ACCEPTED, Reach.ALL, ""))
                .isInstanceOf(PermissionDenied.class);
        Edit edit = Edit.of(at(series, FIRST), field(Fields.participant(BO), "", Reach.ALL));
        assertThatThrownBy(() -> calendar.appointments.apply(anna, edit)).isInstanceOf(PermissionDenied.class);
    }

    // Free and busy

    private List<String> busy(String who, String from, String to) {
        return calendar.meetings.busy(KARI, List.of(who), oslo(from), oslo(to)).stream()
                .map(time -> time.kind().name().charAt(0) + " "
                        + LocalDateTime.ofInstant(time.from(), ZoneId.of(OSLO)) + " "
                        + LocalDateTime.ofInstant(time.to(), ZoneId.of(OSLO)))
                .toList();
    }

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

    // Conflicts

    private List<Clash> clashes(Draft draft) {
        return calendar.meetings.clashes(KARI, draft, 100).clashes();
    }

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

    // Free time and moves

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

    // Rows

    @Test
    void checkMendsWhatIsKeptForPeople() {
        tuesdays(ANNA);
        calendar.appointments.add(KARI, with(draft("2026-12-01T13:00", ""), BO));
        calendar.transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "DELETE FROM appointment_participant").update();
            return Sql.on(tx.connection(), "DELETE FROM busy_hour").update();
        });

        assertThat(calendar.appointments.check(KARI, true)).hasSize(11);
        assertConsistent();
        assertThat(busy(BO, "2026-12-01T00:00", "2026-12-02T00:00")).hasSize(1);
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

    // Files

    @Test
    void aFileKeepsPeopleAndTheirAnswers() {
        long series = tuesdays(ANNA, ROOM);
        answer(at(series, SECOND), ANNA, Answer.DECLINED, Reach.THIS);
        String text =
                calendar.appointments.exportText(KARI, List.of(series), Optional.empty(), CalendarFormat.ICALENDAR);

        calendar.appointments.importText(KARI, text, "all.ics", "os:ola", false);

        long copy = Long.parseLong(calendar.query("SELECT MAX(recurrencerule_id) AS x FROM recurrence_rule")
                .get(0));
        assertThat(people(at(copy, SECOND))).containsExactly(ANNA + " declined", ROOM + " accepted");
    }
}
