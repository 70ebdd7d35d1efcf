package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.calendar.ShiftPolicy;
import org.tickmark.recurrence.calendar.WorkdayRule;
import org.tickmark.recurrence.series.ConflictVerdict.Never;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;

class ConflictsTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.series.rounds", 60);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Length HALF_AN_HOUR = Length.of(Duration.ofMinutes(30));
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    @Test
    void findsTheFirstConflictAndAllOfARangeAsComparingEveryPairDoes() {
        for (int round = 0; round < ROUNDS; round++) {
            RandomSeries random = new RandomSeries(round);
            Series one = randomSeries(random);
            Series other = randomSeries(random);
            if (!comparable(one, other)) {
                continue;
            }
            compareWithPairs(random.random(), one, other, "round " + round + ": " + one + " / " + other);
        }
    }

    private static boolean comparable(Series one, Series other) {
        try {
            Conflicts.between(one, other);
            return true;
        } catch (IllegalArgumentException otherKind) {
            return false;
        }
    }

    private static Series randomSeries(RandomSeries random) {
        Moment start = random.anyStart();
        boolean ofDates = start instanceof Moment.DateOnly;
        Rule rule = random.plainRule();
        if (!ofDates && random.random().nextInt(3) == 0) {
            rule = ElapsedRule.every(Duration.ofMinutes(1_000 + random.random().nextInt(20_000)));
        } else if (random.random().nextInt(6) == 0) {
            rule = random.workdayRule();
        } else if (random.random().nextBoolean()) {
            rule = random.ended((RecurrenceRule) rule, start, 60);
        }
        Series series = Series.of(random.recurrence(start, rule));
        series = series.with(random.deviations(series.definition().line(), start, 5));
        if (random.random().nextInt(5) == 0) {
            Shift shift = new Shift(NationalCalendars.find("NO").orElseThrow(), ShiftPolicy.FOLLOWING);
            series = series.shifted(shift, random.oneOf(List.of(Meeting.values())));
        }
        Length length = random.random().nextInt(4) == 0
                ? Length.ofDays(random.random().nextInt(3))
                : new Length(0, ofDates ? 0 : random.random().nextInt(200) * 60L);
        return series.lasting(length);
    }

    private static void compareWithPairs(Random random, Series one, Series other, String description) {
        Conflicts conflicts = Conflicts.between(one, other);
        Moment start = one.start();
        long from = Moments.at(start.lineSecond() + random.nextInt(200) * 86_400L, start)
                .lineSecond();
        long to = from + 700 * 86_400L;
        List<Conflict> expected = pairs(one, other, from, to);
        assertThat(conflicts
                        .between(Moments.at(from, start), Moments.at(to, start))
                        .toList())
                .as(description)
                .isEqualTo(expected);
        var first = conflicts.first(Moments.at(from, start));
        if (expected.isEmpty()) {
            assertThat(first.filter(conflict -> conflict.start().lineSecond() < to))
                    .as(description)
                    .isEmpty();
            if (first.isPresent()) {
                long found = first.get().start().lineSecond();
                assertThat(pairs(one, other, from, found + 86_400))
                        .as(description)
                        .first()
                        .extracting(Conflict::start)
                        .isEqualTo(first.get().start());
            }
        } else {
            assertThat(first).as(description).isPresent();
            assertThat(first.get().start())
                    .as(description)
                    .isEqualTo(expected.get(0).start());
            assertThat(expected).as(description).contains(first.get());
        }
        if (conflicts.verdict() instanceof Never never) {
            assertThat(never.proof()).as(description).isNotNull();
            assertThat(pairs(one, other, start.lineSecond() - 86_400, start.lineSecond() + 4_000 * 86_400L))
                    .as(description)
                    .isEmpty();
        }
    }

    @Test
    void findsWhatMeetsInTheNightsOfChangedClocksAsComparingEveryPairDoes() {
        List<String> rules = List.of(
                "FREQ=WEEKLY;BYDAY=SU",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
                "FREQ=MONTHLY;BYDAY=-1SU",
                "FREQ=MONTHLY;BYDAY=1SU",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
        Random random = new Random(30);
        int met = 0;
        for (int round = 0; round < 4 * ROUNDS; round++) {
            Series one = atNight(random, rules);
            Series other = atNight(random, rules);
            long from = one.start().lineSecond() - 86_400;
            long to = from + 9 * 366 * 86_400L;
            var first = Conflicts.between(one, other).first(one.start()).map(Conflict::start);
            met += first.isPresent() ? 1 : 0;
            assertThat(first.filter(start -> start.lineSecond() < to))
                    .as("%s / %s", one, other)
                    .isEqualTo(pairs(one, other, from, to).stream()
                            .map(Conflict::start)
                            .findFirst());
        }
        assertThat(met).isBetween(ROUNDS / 4, 2 * ROUNDS);
    }

    private static Series atNight(Random random, List<String> rules) {
        Moment start = at(MONDAY.plusDays(random.nextInt(14)), random.nextInt(6), 10 * random.nextInt(6), OSLO);
        return Series.of(start, RecurrenceRule.parse(rules.get(random.nextInt(rules.size()))))
                .lasting(Length.of(Duration.ofMinutes(random.nextInt(40))));
    }

    private record Taken(Occurrence occurrence, long start, long end) {}

    private static List<Conflict> pairs(Series one, Series other, long from, long to) {
        List<Conflict> pairs = new ArrayList<>();
        List<Taken> facing = taken(other, from, to);
        for (Taken taken : taken(one, from, to)) {
            for (Taken met : facing) {
                long start = Math.max(taken.start(), met.start());
                long end = Math.min(taken.end(), met.end());
                if (start < end && start < to && end > from) {
                    pairs.add(new Conflict(
                            taken.occurrence(),
                            met.occurrence(),
                            Moments.at(start, one.start()),
                            Moments.at(end, one.start())));
                }
            }
        }
        pairs.sort(Comparator.<Conflict>comparingLong(pair -> pair.start().lineSecond())
                .thenComparingLong(pair -> pair.one().start().lineSecond())
                .thenComparingLong(pair -> pair.one().original().lineSecond())
                .thenComparingLong(pair -> pair.other().start().lineSecond())
                .thenComparingLong(pair -> pair.other().original().lineSecond()));
        return pairs;
    }

    private static List<Taken> taken(Series series, long from, long to) {
        return series.between(Moments.at(from - 10 * 86_400L, series.start()), Moments.at(to, series.start())).stream()
                .map(one -> new Taken(one, one.start().lineSecond(), end(one)))
                .toList();
    }

    private static long end(Occurrence occurrence) {
        return Math.max(occurrence.end().lineSecond(), occurrence.start().lineSecond() + 1);
    }

    @Test
    void provesThatTwoDailyMeetingsNeverMeet() {
        Series nine = daily(9, 0, OSLO);
        assertThat(Conflicts.between(nine, daily(9, 30, OSLO)).verdict()).isEqualTo(new Never(Proof.REMAINDERS));
        Series workdays = Series.of(at(MONDAY, 9, 30, OSLO), RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"));
        assertThat(Conflicts.between(nine, workdays).verdict()).isEqualTo(new Never(Proof.COMMON_CYCLE));
    }

    @Test
    void findsTheOneDayOnWhichAGapPutsTwoTimesTogether() {
        Series one = daily(2, 30, OSLO).lasting(Length.NONE);
        Series other = daily(3, 30, OSLO).lasting(Length.NONE);
        Moment gap = Moment.of(LocalDateTime.of(2025, 3, 30, 3, 30), OSLO); // Sunday, clocks go forward at 2:00
        assertThat(first(one, other).start()).isEqualTo(gap);
    }

    @Test
    void findsTheWeeksInWhichSummerTimeOfTwoZonesDiffers() {
        Series oslo = daily(14, 0, OSLO);
        Series newYork = daily(9, 0, NEW_YORK); // 15:00 in Oslo, but 14:00 from 9 to 29 March 2025
        assertThat(first(oslo, newYork).start()).isEqualTo(Moment.of(LocalDateTime.of(2025, 3, 9, 14, 0), OSLO));
        Series later = daily(12, 0, OSLO);
        assertThat(Conflicts.between(later, newYork).verdict()).isEqualTo(new Never(Proof.COMMON_CYCLE));
    }

    @Test
    void solvesEvenlySpacedRulesByRemainders() {
        Moment start = Moment.of(LocalDateTime.of(2025, 1, 6, 0, 0), OSLO);
        Moment later = Moment.of(LocalDateTime.of(2025, 1, 6, 0, 3), OSLO);
        Series one = Series.of(start, ElapsedRule.every(Duration.ofMinutes(6)));
        Series other = Series.of(later, ElapsedRule.every(Duration.ofMinutes(10)));
        assertThat(Conflicts.between(one, other).verdict()).isEqualTo(new Never(Proof.REMAINDERS));
        Series odd = Series.of(later, ElapsedRule.every(Duration.ofMinutes(7)));
        assertThat(first(one, odd).start()).isEqualTo(Moment.of(LocalDateTime.of(2025, 1, 6, 0, 24), OSLO));
        Series rare = Series.of(start, ElapsedRule.every(Duration.ofSeconds(1_000_003)));
        Series rarer = Series.of(later, ElapsedRule.every(Duration.ofSeconds(999_983)));
        long met = first(rare, rarer).start().lineSecond();
        assertThat(Math.floorMod(met - start.lineSecond(), 1_000_003)).isZero();
        assertThat(Math.floorMod(met - later.lineSecond(), 999_983)).isZero();
    }

    @Test
    void findsTheFirstMeetingOfEvenlySpacedRulesThatSteppingFinds() {
        Random random = new Random(8);
        for (int round = 0; round < 2_000; round++) {
            long step = 1L + random.nextInt(500);
            long otherStep = 1L + random.nextInt(500);
            Meets.Beat one = new Meets.Beat(sequence(random.nextInt(300), step), 1 + random.nextInt(3), step);
            Meets.Beat other =
                    new Meets.Beat(sequence(random.nextInt(300), otherStep), 1 + random.nextInt(3), otherStep);
            Meets.Beat slow = new Meets.Beat(one.sequence(), one.length(), 0);
            long cycle = Cycles.common(step, otherStep).getAsLong();
            long from = random.nextInt(2_000);
            assertThat(new Meets(one, other, cycle).next(from))
                    .as("%s %s %d", one, other, from)
                    .isEqualTo(new Meets(slow, other, cycle).next(from));
        }
    }

    private static Sequence sequence(long first, long step) {
        return ElapsedRule.every(Duration.ofSeconds(step)).sequence(Moments.at(first, Moment.of(Instant.EPOCH)));
    }

    @Test
    void looksBehindExclusionsAndAtWhatWasMovedThere() {
        Series one = daily(9, 0, OSLO);
        Moment first = at(MONDAY, 9, 0, OSLO);
        Series other = daily(9, 15, OSLO)
                .with(List.of(
                        new Deviation.Excluded(at(MONDAY, 9, 15, OSLO)),
                        new Deviation.Changed(
                                at(MONDAY.plusDays(1), 9, 15, OSLO),
                                Changes.toStart(at(MONDAY.plusDays(1), 12, 0, OSLO)))));
        assertThat(first(one, other).start()).isEqualTo(at(MONDAY.plusDays(2), 9, 15, OSLO));
        Series apart = daily(15, 0, OSLO)
                .with(List.of(new Deviation.Changed(
                        at(MONDAY.plusDays(90), 15, 0, OSLO), Changes.toStart(at(MONDAY.plusDays(90), 9, 10, OSLO)))));
        assertThat(first(one, apart).start()).isEqualTo(at(MONDAY.plusDays(90), 9, 10, OSLO));
        assertThat(Conflicts.between(one, apart).first(at(MONDAY.plusDays(91), 0, 0, OSLO)))
                .isEmpty();
        assertThat(one.first().orElseThrow().start()).isEqualTo(first);
    }

    @Test
    void saysWhyNothingIsLeftToCompare() {
        Series daily = daily(9, 0, OSLO);
        Series none = Series.of(at(MONDAY, 9, 0, OSLO), RecurrenceRule.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
        assertThat(Conflicts.between(daily, none).verdict()).isEqualTo(new Never(Proof.ONE_IS_EMPTY));
        Series workdays = Series.of(
                at(MONDAY, 12, 0, OSLO),
                WorkdayRule.last(NationalCalendars.find("NO").orElseThrow()));
        assertThat(Conflicts.between(daily, workdays).verdict()).isEqualTo(new Never(Proof.WHOLE_RANGE));
        Series threeDays = Series.of(at(MONDAY, 9, 0, OSLO), RecurrenceRule.parse("FREQ=DAILY;COUNT=3"));
        assertThat(Conflicts.between(threeDays, workdays).verdict()).isEqualTo(new Never(Proof.ALL_COMPARED));
    }

    @Test
    void findsTheFirstFewOfEndlesslyManyWithoutTheOthers() {
        Series seconds = Series.of(at(MONDAY, 9, 0, OSLO), ElapsedRule.every(Duration.ofSeconds(1)));
        Moment end = at(LocalDate.of(9999, 1, 1), 0, 0, OSLO);
        assertThat(Conflicts.between(seconds, seconds)
                        .between(seconds.start(), end)
                        .skip(59)
                        .map(Conflict::start)
                        .findFirst())
                .contains(Moment.of(MONDAY.atTime(9, 0, 59), OSLO));
    }

    @Test
    void comparesFloatingTimesAndDatesOnlyInAZone() {
        Series floating = Series.of(Moment.of(MONDAY.atTime(9, 10)), RecurrenceRule.parse("FREQ=DAILY"));
        Series dates = Series.of(Moment.of(MONDAY), RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=SA"))
                .lasting(Length.ofDays(1));
        Series zoned = daily(9, 0, OSLO);
        assertThatThrownBy(() -> Conflicts.between(zoned, floating)).isInstanceOf(IllegalArgumentException.class);
        assertThat(first(zoned, floating.inZone(OSLO)).start()).isEqualTo(at(MONDAY, 9, 10, OSLO));
        assertThat(first(zoned, dates.inZone(OSLO)).start()).isEqualTo(at(MONDAY.plusDays(5), 9, 0, OSLO));
    }

    @Test
    void findsTheMondayThatIsALeapDayDecadesAhead() {
        Series workdays = Series.of(at(MONDAY, 9, 0, OSLO), RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"));
        Series leapMonday =
                Series.of(at(MONDAY, 9, 0, OSLO), RecurrenceRule.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"));
        assertThat(first(workdays, leapMonday).start()).isEqualTo(at(LocalDate.of(2044, 2, 29), 9, 0, OSLO));
    }

    private static Conflict first(Series one, Series other) {
        return ((ConflictVerdict.Found) Conflicts.between(one, other).verdict()).first();
    }

    private static Series daily(int hour, int minute, ZoneId zone) {
        return Series.of(at(MONDAY, hour, minute, zone), RecurrenceRule.parse("FREQ=DAILY"))
                .lasting(HALF_AN_HOUR)
                .withFields(Map.of("title", "daily"));
    }

    private static Moment at(LocalDate date, int hour, int minute, ZoneId zone) {
        return Moment.of(date.atTime(hour, minute), zone);
    }
}
