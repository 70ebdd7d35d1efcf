package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Saved;

/** What went wrong elsewhere; the names tell the reports. */
abstract class ReportedBugsSuite extends CalendarSuite {
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
}
