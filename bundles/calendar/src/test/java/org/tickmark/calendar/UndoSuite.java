package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Saved;

/** Undo, and two people at once. */
abstract class UndoSuite extends CalendarSuite {
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
}
