package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.WorkCalendar;

class MovePlanTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.series.rounds", 150);
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();

    @Test
    void movesTheFewestOccurrencesThatClearEveryConflict() {
        int withConflicts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomSeries random = new RandomSeries(round);
            Series one = randomSeries(random, 120);
            Series other = randomSeries(random, 400);
            Moment start = Moment.of(MONDAY.atStartOfDay());
            Moment end =
                    Moment.of(MONDAY.plusDays(10 + random.random().nextInt(20)).atStartOfDay());
            Conflicts conflicts = Conflicts.between(one, other);
            List<Conflict> before = conflicts.between(start, end).toList();
            Set<Occurrence> involved = new LinkedHashSet<>();
            before.forEach(conflict -> involved.addAll(List.of(conflict.one(), conflict.other())));
            if (before.isEmpty() || involved.size() > 12) {
                continue;
            }
            withConflicts++;
            MovePlan plan = conflicts.clear(start, end, Movable.BOTH, 60, moment -> true);
            assertThat(plan.unresolved()).isEmpty();
            assertThat(plan.moves()).as("round %d", round).hasSize(fewest(before, List.copyOf(involved)));
            List<Conflict> after = Conflicts.between(plan.one(), plan.other())
                    .between(start, end)
                    .toList();
            assertThat(after).as("round %d: %s", round, plan.moves()).isEmpty();
        }
        assertThat(withConflicts).isGreaterThan(ROUNDS / 4);
    }

    private static Series randomSeries(RandomSeries random, int longestMinutes) {
        Moment start = Moment.of(MONDAY.atTime(8 + random.random().nextInt(3), 0)
                .plusDays(random.random().nextInt(9)));
        RecurrenceRule rule = RecurrenceRule.parse(random.oneOf(List.of(
                "FREQ=DAILY;INTERVAL=3;COUNT=9",
                "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=6",
                "FREQ=DAILY;COUNT=4",
                "FREQ=DAILY;INTERVAL=5;COUNT=7",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE;COUNT=6")));
        return Series.of(start, rule)
                .lasting(Length.of(Duration.ofMinutes(30L + random.random().nextInt(longestMinutes))));
    }

    private static int fewest(List<Conflict> conflicts, List<Occurrence> involved) {
        int fewest = involved.size();
        for (long choice = 0; choice < 1L << involved.size(); choice++) {
            BitSet moved = BitSet.valueOf(new long[] {choice});
            boolean clears = conflicts.stream()
                    .allMatch(conflict -> moved.get(involved.indexOf(conflict.one()))
                            || moved.get(involved.indexOf(conflict.other())));
            fewest = clears ? Math.min(fewest, moved.cardinality()) : fewest;
        }
        return fewest;
    }

    @Test
    void movesOneLongMeetingRatherThanTheThreeThatItDisturbs() {
        Series daily = Series.of(Moment.of(MONDAY.atTime(9, 0)), RecurrenceRule.parse("FREQ=DAILY;COUNT=20"))
                .lasting(Length.of(Duration.ofHours(1)));
        Series visit = Series.of(
                        Moment.of(MONDAY.plusDays(2).atTime(8, 0)), RecurrenceRule.parse("FREQ=YEARLY;COUNT=2"))
                .lasting(Length.ofDays(3));
        MovePlan plan = Conflicts.between(daily, visit)
                .clear(day(MONDAY), day(MONDAY.plusDays(30)), Movable.BOTH, 30, moment -> true);
        assertThat(plan.moves()).singleElement().satisfies(move -> {
            assertThat(move.of()).isEqualTo(Movable.OTHER);
            assertThat(move.newStart()).isEqualTo(Moment.of(MONDAY.minusDays(3).atTime(8, 0)));
        });
    }

    @Test
    void movesOnlyTheSeriesThatMayGiveWayAndOnlyToDaysThatAreAllowed() {
        Series weekly = Series.of(
                        Moment.of(MONDAY.plusDays(4).atTime(9, 0)), RecurrenceRule.parse("FREQ=WEEKLY;COUNT=3"))
                .lasting(Length.of(Duration.ofHours(1))); // Fridays
        Series fair = Series.of(
                        Moment.of(MONDAY.plusDays(11).atTime(9, 30)), RecurrenceRule.parse("FREQ=DAILY;COUNT=1"))
                .lasting(Length.of(Duration.ofHours(2)));
        MovePlan plan = Conflicts.between(weekly, fair)
                .clear(
                        day(MONDAY),
                        day(MONDAY.plusDays(60)),
                        Movable.ONE,
                        10,
                        moment -> NORWAY.isWorkday(moment.wallClock().toLocalDate()));
        assertThat(plan.moves()).singleElement().satisfies(move -> assertThat(move.newStart())
                .isEqualTo(Moment.of(MONDAY.plusDays(10).atTime(9, 0)))); // Thursday, nearer than Monday
    }

    @Test
    void leavesAConflictThatNeitherSideCanClear() {
        Series one = Series.of(Moment.of(MONDAY.atTime(9, 0)), RecurrenceRule.parse("FREQ=DAILY;COUNT=1"));
        Series other = one.withFields(Map.of("title", "same time"));
        MovePlan plan = Conflicts.between(one, other)
                .clear(day(MONDAY), day(MONDAY.plusDays(1)), Movable.BOTH, 5, moment -> false);
        assertThat(plan.moves()).isEmpty();
        assertThat(plan.unresolved()).hasSize(1);
        List<Series> untouched = new ArrayList<>(List.of(plan.one(), plan.other()));
        assertThat(untouched).containsExactly(one, other);
    }

    private static Moment day(LocalDate date) {
        return Moment.of(date.atStartOfDay());
    }
}
