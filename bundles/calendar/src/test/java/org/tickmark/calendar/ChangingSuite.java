package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.message.Message;

/** Changing, with a preview that says what will happen. */
abstract class ChangingSuite extends CalendarSuite {
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
}
