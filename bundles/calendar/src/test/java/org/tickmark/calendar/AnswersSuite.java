package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Edit.Restart;
import org.tickmark.api.host.calendar.Fields;

/** Answers of those who take part. */
abstract class AnswersSuite extends CalendarSuite {
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
}
