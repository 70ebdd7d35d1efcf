package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Clash;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Repetition;

/** What is the same for all suites about the calendar: an empty one for each test, and series that come again and again. */
abstract class CalendarSuite {
    /** Tuesdays from 3 November 2026 at nine, eight times: the last one is on 22 December. */
    static final String TUESDAYS = "pattern:weekly on TU times 8";

    static final String FIRST = "2026-11-03T09:00";
    static final String SECOND = "2026-11-10T09:00";
    static final String THIRD = "2026-11-17T09:00";
    static final String FOURTH = "2026-11-24T09:00";
    static final String LAST = "2026-12-22T09:00";
    static final String ANNA = "user:anna";
    static final String BO = "bo@example.org";
    static final String ROOM = "resource:Fjord room";

    CalendarFixture calendar;

    /** The database, with the tables of the calendar. */
    abstract Transactions transactions();

    @BeforeEach
    void setUp() {
        calendar = new CalendarFixture(transactions());
    }

    long tuesdays(String... who) {
        return series(draft(FIRST, TUESDAYS), who);
    }

    long series(Draft draft, String... who) {
        return calendar.appointments.add(KARI, with(draft, who)).series().get(0);
    }

    static Draft with(Draft draft, String... who) {
        Draft more = draft;
        for (String one : who) {
            more = more.with(Fields.participant(one), "required");
        }
        return more;
    }

    static Edit.Change title(String value, Reach reach) {
        return field("title", value, reach);
    }

    static Edit.Change field(String name, String value, Reach reach) {
        return Edit.Change.field(name, value, reach);
    }

    Preview preview(AppointmentKey key, Edit.Action action) {
        return calendar.appointments.preview(KARI, Edit.of(key, action));
    }

    Repetition repetition(long series) {
        return calendar.appointments.repetition(KARI, series).orElseThrow();
    }

    List<String> titles(long series) {
        return calendar.query(
                "SELECT title AS x FROM appointment WHERE recurrenceRuleId = ? ORDER BY activeDate", series);
    }

    List<String> people(AppointmentKey key) {
        return calendar.meetings.participants(KARI, key).stream()
                .map(one -> one.who() + " " + one.answer().word())
                .toList();
    }

    void answer(AppointmentKey key, String who, Answer answer, Reach reach) {
        calendar.meetings.answer(KARI, key, who, answer, reach, "");
    }

    List<String> busy(String who, String from, String to) {
        return calendar.meetings.busy(KARI, List.of(who), oslo(from), oslo(to)).stream()
                .map(time -> time.kind().name().charAt(0) + " "
                        + LocalDateTime.ofInstant(time.from(), ZoneId.of(OSLO)) + " "
                        + LocalDateTime.ofInstant(time.to(), ZoneId.of(OSLO)))
                .toList();
    }

    List<Clash> clashes(Draft draft) {
        return calendar.meetings.clashes(KARI, draft, 100).clashes();
    }

    static Instant oslo(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(OSLO)).toInstant();
    }

    void assertConsistent() {
        assertThat(calendar.appointments.check(KARI, false)).isEmpty();
    }

    static void assertProblem(String code, ThrowingCallable call) {
        assertProblem(code, "", call);
    }

    static void assertProblem(String code, String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo(code);
            assertThat(thrown.problem().text(Locale.ENGLISH)).contains(text);
        });
    }
}
