package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.event.Event;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.host.tasks.ScheduleKind;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.RandomEdits;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.RuleText;
import org.tickmark.recurrence.series.Series;

/** What tasks are told of series. */
class SeriesScheduleTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.calendar.files", 40);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String TUESDAYS = "pattern:weekly on TU";
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.calendar", CalendarComponent.class);

    private final CalendarFixture calendar = new CalendarFixture(TRANSACTIONS);
    private final SeriesSchedule schedule = new SeriesSchedule(TRANSACTIONS, OSLO);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void laterThanAllThatIsTold() {
        calendar.clock.set(Instant.parse("2026-11-27T08:00:00Z"));
    }

    private Kept times(long series) {
        return schedule.times(KARI, Long.toString(series)).orElseThrow();
    }

    /** The instants that the scheduler makes of what it is told. */
    private static List<Instant> instants(Kept kept, int most) {
        ZoneId zone = ZoneId.of(kept.zone());
        List<Moment> extra =
                kept.extra().stream().map(time -> Moment.of(time, zone)).toList();
        List<Moment> without = new ArrayList<>(
                kept.without().stream().map(time -> Moment.of(time, zone)).toList());
        without.removeAll(extra);
        Recurrence recurrence = Recurrence.startingAt(Moment.of(kept.start(), zone))
                .rule(RuleText.parse(kept.rule()))
                .addAll(extra)
                .excludeAll(without)
                .compile();
        return recurrence
                .occurrences()
                .limit(most)
                .map(moment -> ((Moment.Zoned) moment).instant())
                .toList();
    }

    @Test
    void tellsTheRuleAndWhatIsDifferentFromIt() {
        long series = calendar.series("2026-11-03T09:00", TUESDAYS);
        calendar.apply(at(series, "2026-11-10T09:00"), new Edit.Delete(Reach.THIS));
        calendar.apply(
                at(series, "2026-11-17T09:00"), Edit.Change.start(LocalDateTime.parse("2026-11-18T12:00"), Reach.THIS));
        calendar.apply(at(series, "2026-11-20T08:00"), new Edit.Add());
        calendar.apply(at(series, "2026-11-24T09:00"), Edit.Change.field("title", "Quarterly", Reach.THIS));

        Kept kept = times(series);

        assertThat(kept.zone()).isEqualTo("Europe/Oslo");
        assertThat(kept.start()).isEqualTo("2026-11-03T09:00");
        assertThat(instants(kept, 5))
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-11-03T08:00:00Z",
                        "2026-11-18T11:00:00Z",
                        "2026-11-20T07:00:00Z",
                        "2026-11-24T08:00:00Z",
                        "2026-12-01T08:00:00Z");
    }

    @Test
    void wholeDaysBeginAtMidnightAndTimesInUtcStayThere() {
        Saved days = calendar.appointments.add(
                KARI,
                Draft.ofDays(LocalDateTime.parse("2026-11-03T00:00"), "P1D")
                        .repeating("RRULE:FREQ=WEEKLY;UNTIL=20261124"));
        Saved utc = calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse("2026-11-03T09:00"), "Z", "PT30M").repeating(TUESDAYS));

        assertThat(instants(times(days.series().get(0)), 9))
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-11-02T23:00:00Z", "2026-11-09T23:00:00Z", "2026-11-16T23:00:00Z", "2026-11-23T23:00:00Z");
        assertThat(instants(times(utc.series().get(0)), 1)).containsExactly(Instant.parse("2026-11-03T09:00:00Z"));
    }

    @Test
    void ofRandomSeriesWithRandomEditsEveryStartIsTold() {
        for (String zone : List.of("Europe/Oslo", "America/New_York", Dial.UTC, "")) {
            for (int round = 0; round < ROUNDS; round++) {
                Item item = RandomEdits.edited(round, new Dial(zone, false));
                if (item.content() instanceof Series series) {
                    assertThat(instants(SeriesSchedule.times(series, OSLO), 500))
                            .as("%s", item)
                            .isEqualTo(starts(series));
                }
            }
        }
    }

    private static List<Instant> starts(Series series) {
        Stream<Occurrence> occurrences = series.occurrences().limit(500);
        return occurrences
                .map(occurrence -> Dial.instant(occurrence.start(), OSLO))
                .distinct()
                .toList();
    }

    @Test
    void tellsOfChangesOfSeriesAndOfNothingElse() {
        long series = calendar.series("2026-11-03T09:00", TUESDAYS);
        calendar.appointments.add(KARI, CalendarFixture.draft("2026-11-03T09:00", ""));
        assertThat(changes()).isEmpty();

        calendar.apply(at(series, "2026-11-10T09:00"), new Edit.Delete(Reach.THIS));
        assertThat(changes()).containsExactly("series:" + series);
        Saved deleted = calendar.apply(at(series, "2026-11-17T09:00"), new Edit.Delete(Reach.ALL));
        assertThat(schedule.times(KARI, Long.toString(series))).isEmpty();
        calendar.appointments.undo(KARI, deleted.change());
        assertThat(schedule.times(KARI, Long.toString(series))).isPresent();
        assertThat(changes()).hasSize(3).containsOnly("series:" + series);
    }

    private List<String> changes() {
        return calendar.events.recorded().stream()
                .filter(event -> event.topic().equals(ScheduleKind.CHANGED))
                .map(Event::subject)
                .toList();
    }

    @Test
    void tellsNothingOfWhatIsNoSeriesAndToWhoMayNotSeeIt() {
        Caller nobody = new Caller("user:per", Set.of(), Set.of(), Locale.ENGLISH, Origin.SHELL);

        assertThat(schedule.times(KARI, "3000")).isEqualTo(Optional.empty());
        assertThat(schedule.times(KARI, "standup")).isEmpty();
        assertThatThrownBy(() -> schedule.times(nobody, "3")).isInstanceOf(PermissionDenied.class);
    }
}
