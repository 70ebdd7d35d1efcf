package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.calendar.ShiftPolicy;
import org.tickmark.recurrence.calendar.WorkCalendar;
import org.tickmark.recurrence.form.Rules;
import org.tickmark.recurrence.series.Occurrence.Origin;

class SeriesTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();

    @Test
    void showsWhatTheRuleGivesWithWhatWasChangedByHand() {
        Series series = weekly("COUNT=5")
                .with(List.of(
                        new Deviation.Excluded(at(MONDAY)),
                        new Deviation.Changed(
                                at(MONDAY.plusWeeks(1)),
                                Changes.toStart(at(MONDAY.plusWeeks(1).plusDays(1)))),
                        new Deviation.Changed(at(MONDAY.plusWeeks(2)), Changes.toField("place", "attic")),
                        new Deviation.Added(at(MONDAY.plusDays(2)), Changes.none())));
        assertThat(series.occurrences())
                .extracting(Occurrence::start, Occurrence::origin)
                .containsExactly(
                        tuple(MONDAY.plusDays(2), Origin.ADDED),
                        tuple(MONDAY.plusWeeks(1).plusDays(1), Origin.CHANGED),
                        tuple(MONDAY.plusWeeks(2), Origin.CHANGED),
                        tuple(MONDAY.plusWeeks(3), Origin.RULE),
                        tuple(MONDAY.plusWeeks(4), Origin.RULE));
        assertThat(series.occurrence(at(MONDAY.plusWeeks(1))).orElseThrow().start())
                .isEqualTo(at(MONDAY.plusWeeks(1).plusDays(1)));
        assertThat(series.occurrence(at(MONDAY))).isEmpty();
        assertThat(series.occurrence(at(MONDAY.plusWeeks(2))).orElseThrow().fields())
                .containsEntry("place", "attic")
                .containsEntry("title", "board");
        assertThat(series.size()).hasValue(5);
        assertThat(series.last().orElseThrow().start()).isEqualTo(at(MONDAY.plusWeeks(4)));
    }

    private static Tuple tuple(LocalDate date, Origin origin) {
        return Tuple.tuple(at(date), origin);
    }

    @Test
    void forgetsAChangeThatSaysNothing() {
        Series series = weekly("COUNT=5");
        Moment second = at(MONDAY.plusWeeks(1));
        assertThat(series.with(List.of(new Deviation.Changed(second, Changes.toStart(second)))))
                .isEqualTo(series);
        assertThat(series.with(List.of(new Deviation.Changed(second, Changes.toField("title", "board")))))
                .isEqualTo(series);
        assertThat(series.with(List.of(new Deviation.Added(second, Changes.none()))))
                .isEqualTo(series);
    }

    @Test
    void keepsAndShowsChangesOfOccurrencesThatTheRuleDoesNotHave() {
        Moment tuesday = at(MONDAY.plusDays(1));
        Series series = weekly("COUNT=2")
                .with(List.of(
                        new Deviation.Changed(tuesday, Changes.toField("title", "guest")),
                        new Deviation.Excluded(at(MONDAY.plusDays(3)))));
        assertThat(series.strays()).hasSize(2);
        assertThat(series.occurrences())
                .extracting(Occurrence::start)
                .containsExactly(at(MONDAY), tuesday, at(MONDAY.plusWeeks(1)));
    }

    @Test
    void takesTheSingleDatesOfARecurrence() {
        Recurrence recurrence = Recurrence.startingAt(at(MONDAY))
                .rule(RecurrenceRule.parse("FREQ=DAILY;COUNT=4"))
                .add(at(MONDAY.plusDays(9)), at(MONDAY.plusDays(10)))
                .exclude(at(MONDAY.plusDays(1)), Moment.of(MONDAY.plusDays(2)), Moment.of(MONDAY.plusDays(10)))
                .compile();
        assertThat(Series.of(recurrence).occurrences().map(Occurrence::start).toList())
                .isEqualTo(recurrence.occurrences().toList())
                .containsExactly(at(MONDAY), at(MONDAY.plusDays(3)), at(MONDAY.plusDays(9)));
        assertThatThrownBy(() -> Series.of(Recurrence.startingAt(at(MONDAY)).compile()))
                .hasMessageContaining("expected one");
    }

    @Test
    void answersFarAwayWithoutEnd() {
        Series series = weekly("INTERVAL=1").with(List.of(new Deviation.Excluded(at(LocalDate.of(2999, 1, 7)))));
        Moment before = at(LocalDate.of(2999, 1, 1)); // Tuesday
        assertThat(series.next(before).orElseThrow().start()).isEqualTo(at(LocalDate.of(2999, 1, 14)));
        assertThat(series.previous(at(LocalDate.of(2999, 1, 14))).orElseThrow().start())
                .isEqualTo(at(LocalDate.of(2998, 12, 31)));
        assertThat(series.last()).isEmpty();
        assertThat(series.size()).isEmpty();
        assertThat(series.count(at(MONDAY), at(MONDAY.plusWeeks(52_000)))).isEqualTo(51_999);
        assertThat(series.from(before).limit(2))
                .extracting(Occurrence::start)
                .doesNotContain(at(LocalDate.of(2999, 1, 7)));
    }

    @Test
    void agreesWithItselfHoweverItIsAsked() {
        for (int round = 0; round < 300; round++) {
            RandomSeries random = new RandomSeries(round);
            Moment start = random.anyStart();
            Series series = Series.of(random.recurrence(start, random.ended(random.plainRule(), start, 30)));
            series = series.with(random.deviations(series.definition().line(), start, 8));
            if (random.random().nextInt(3) == 0) {
                ShiftPolicy policy = random.oneOf(List.of(ShiftPolicy.values()));
                series = series.shifted(new Shift(NORWAY, policy), random.oneOf(List.of(Meeting.values())));
            }
            check(series, "round " + round + ": " + series);
        }
    }

    private static void check(Series series, String description) {
        List<Occurrence> all = series.occurrences().toList();
        assertThat(series.size()).as(description).hasValue(all.size());
        List<Occurrence> back = new ArrayList<>();
        Slot slot = new Slot(Sequence.MAX, Long.MAX_VALUE);
        for (var before = series.before(slot); before.isPresent(); before = series.before(before.get())) {
            back.add(0, series.occurrence(before.get()));
        }
        assertThat(back).as(description).isEqualTo(all);
        Set<Long> names = new HashSet<>();
        for (int index = 0; index < all.size(); index++) {
            Occurrence occurrence = all.get(index);
            assertThat(names.add(occurrence.original().lineSecond()))
                    .as(description)
                    .isTrue();
            assertThat(series.occurrence(occurrence.original())).as(description).contains(occurrence);
            long start = occurrence.start().lineSecond();
            assertThat(series.countBefore(start))
                    .as(description)
                    .isEqualTo(all.stream()
                            .filter(one -> one.start().lineSecond() < start)
                            .count());
        }
    }

    @Test
    void shiftsOffFreeDaysAndKeepsTheOriginalMoment() {
        Series series = Series.of(
                        at(LocalDate.of(2025, 4, 16)),
                        RecurrenceRule.parse("FREQ=DAILY;COUNT=7")) // Wednesday before Easter
                .shifted(new Shift(NORWAY, ShiftPolicy.FOLLOWING), Meeting.MERGE);
        assertThat(series.occurrences())
                .extracting(Occurrence::start)
                .containsExactly(at(LocalDate.of(2025, 4, 16)), at(LocalDate.of(2025, 4, 22)));
        assertThat(series.occurrences())
                .extracting(Occurrence::original)
                .containsExactly(at(LocalDate.of(2025, 4, 16)), at(LocalDate.of(2025, 4, 17)));
        Series both = series.shifted(new Shift(NORWAY, ShiftPolicy.FOLLOWING), Meeting.KEEP_BOTH);
        assertThat(both.size()).hasValue(7);
        assertThat(both.next(at(LocalDate.of(2025, 4, 16))).orElseThrow().original())
                .isEqualTo(at(LocalDate.of(2025, 4, 17)));
        assertThat(series.previous(at(LocalDate.of(2025, 4, 22))).orElseThrow().start())
                .isEqualTo(at(LocalDate.of(2025, 4, 16)));
    }

    @Test
    void showsTheSameOccurrencesAsShiftingEachByHand() {
        for (int round = 0; round < 120; round++) {
            RandomSeries random = new RandomSeries(9_000 + round);
            Moment start = Moment.of(random.start());
            RecurrenceRule rule = random.ended(random.plainRule(), start, 40);
            Shift shift = new Shift(NORWAY, random.oneOf(List.of(ShiftPolicy.values())));
            Series plain = Series.of(start, rule);
            List<Moment> each = new ArrayList<>();
            plain.occurrences().forEach(occurrence -> {
                LocalDateTime time = occurrence.start().wallClock();
                shift.target(time.toLocalDate())
                        .ifPresent(date -> each.add(Moment.of(date.atTime(time.toLocalTime()))));
            });
            assertThat(plain.shifted(shift, Meeting.KEEP_BOTH).occurrences().map(Occurrence::start))
                    .isEqualTo(each);
            assertThat(plain.shifted(shift, Meeting.MERGE).occurrences().map(Occurrence::start))
                    .isEqualTo(each.stream().distinct().toList());
        }
    }

    @Test
    void endsByTheSameTimeOfDayWhenItsLengthIsInDays() {
        Series series =
                Series.of(Moment.of(LocalDateTime.of(2025, 3, 29, 12, 0), OSLO), RecurrenceRule.parse("FREQ=WEEKLY"));
        Occurrence nominal = series.lasting(Length.ofDays(1)).first().orElseThrow();
        Occurrence exact =
                series.lasting(Length.of(Duration.ofHours(24))).first().orElseThrow();
        assertThat(nominal.end()).isEqualTo(Moment.of(LocalDateTime.of(2025, 3, 30, 12, 0), OSLO));
        assertThat(exact.end()).isEqualTo(Moment.of(LocalDateTime.of(2025, 3, 30, 13, 0), OSLO));
        assertThat(new Length(1, 5_400)).hasToString("P1DT1H30M");
        assertThat(Length.NONE).hasToString("PT0S");
    }

    @Test
    void takesARuleInAnotherFormAsTheRuleThatRfc5545HasForIt() {
        Moment start = Moment.of(MONDAY.atTime(6, 30), OSLO);
        assertThat(Series.of(start, Rules.parse("pattern:weekly every 2 on TU,TH"))
                        .rule())
                .isEqualTo(RecurrenceRule.parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"));
        Series nearestWorkday = Series.of(start, Rules.parse("quartz:0 30 6 15W * ?"));
        assertThat(nearestWorkday.rule()).isEqualTo(Rules.parse("quartz:0 30 6 15W * ?"));
    }

    @Test
    void refusesMomentsOfAnotherKindAndLengthsThatDatesDoNotHave() {
        Series series = weekly("COUNT=2");
        assertThatThrownBy(() -> series.next(Moment.of(Instant.EPOCH))).isInstanceOf(IllegalArgumentException.class);
        Series dates = Series.of(Moment.of(MONDAY), RecurrenceRule.parse("FREQ=DAILY"));
        assertThatThrownBy(() -> dates.lasting(new Length(0, 60))).hasMessageContaining("whole days");
        Changes minute = Changes.none().withLength(new Length(0, 60));
        assertThatThrownBy(() -> dates.with(List.of(new Deviation.Changed(Moment.of(MONDAY), minute))))
                .hasMessageContaining("whole days");
        assertThat(dates.edit().change(Moment.of(MONDAY), minute, Scope.ALL, HandChanged.RESET))
                .isEqualTo(new EditRefused(EditRefused.Reason.LENGTH_OF_DATE, Moment.of(MONDAY)));
        assertThat(dates.edit().add(Moment.of(MONDAY), minute))
                .isEqualTo(new EditRefused(EditRefused.Reason.LENGTH_OF_DATE, Moment.of(MONDAY)));
        assertThatThrownBy(() -> new Length(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        Series zoned = Series.of(Moment.of(MONDAY.atTime(9, 0), OSLO), RecurrenceRule.parse("FREQ=DAILY"));
        assertThat(zoned.next(Moment.of(Instant.parse("2025-01-06T07:59:59Z")))
                        .orElseThrow()
                        .start())
                .isEqualTo(Moment.of(MONDAY.atTime(9, 0), OSLO));
    }

    private static Series weekly(String end) {
        return Series.of(at(MONDAY), RecurrenceRule.parse("FREQ=WEEKLY;" + end)).withFields(Map.of("title", "board"));
    }

    private static Moment at(LocalDate date) {
        return Moment.of(date.atTime(9, 0));
    }
}
