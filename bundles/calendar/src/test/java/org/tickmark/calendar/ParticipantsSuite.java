package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.ParticipantRole;

/** Who takes part, and who may change that. */
abstract class ParticipantsSuite extends CalendarSuite {
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
}
