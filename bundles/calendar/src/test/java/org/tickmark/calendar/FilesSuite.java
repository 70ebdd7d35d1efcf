package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.ImportedCalendar;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.api.host.calendar.ParticipantRole;
import org.tickmark.api.host.calendar.Saved;

/** Files of other programs. */
abstract class FilesSuite extends CalendarSuite {
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
    void peopleOfAFileOfAnotherProgramAreShownAndWrittenAgainAndTheirTimeIsNotTaken() {
        String file = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Other//EN",
                "BEGIN:VEVENT",
                "UID:board@example.org",
                "DTSTAMP:20261101T080000Z",
                "DTSTART;TZID=Europe/Oslo:20261103T090000",
                "DURATION:PT1H",
                "ORGANIZER;CN=Chair:mailto:chair@example.org",
                "ATTENDEE;CN=\"Dahl, Bo\";ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:MAILTO:Bo@Example.org",
                "ATTENDEE:mailto:eva@example.org",
                "BEGIN:VALARM",
                "ACTION:EMAIL",
                "TRIGGER:-PT15M",
                "ATTENDEE:mailto:reminded@example.org",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        calendar.appointments.importText(KARI, file, "board.ics", OWNER, false);
        long number = Long.parseLong(
                calendar.query("SELECT appointment_id AS x FROM appointment").get(0));

        assertThat(calendar.meetings.participants(KARI, AppointmentKey.of(number)))
                .containsExactly(
                        new Participant(BO, ParticipantRole.OPTIONAL, "Dahl, Bo", Answer.DECLINED, ""),
                        new Participant("eva@example.org", ParticipantRole.REQUIRED, "", Answer.NEEDS_ACTION, ""));
        assertThat(clashes(with(draft(FIRST, "").of("os:ola"), "eva@example.org")))
                .isEmpty();
        assertThat(calendar.appointments
                        .exportText(KARI, List.of(), Optional.of(OWNER), CalendarFormat.ICALENDAR)
                        .replace("\r\n ", ""))
                .contains(file.substring(file.indexOf("ORGANIZER"), file.indexOf("BEGIN:VALARM")));
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
