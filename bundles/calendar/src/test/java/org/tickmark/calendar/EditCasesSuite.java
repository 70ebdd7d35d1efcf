package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Preview.EditCase;
import org.tickmark.api.host.calendar.Saved;

/** The eight cases of editing. */
abstract class EditCasesSuite extends CalendarSuite {
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
}
