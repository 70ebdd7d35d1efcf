package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
    private static final Moment MONDAY = Moment.parse("TZID=Europe/Oslo:20250106T090000");

    private static List<String> texts(Stream<Moment> moments) {
        return moments.map(Moment::toString).toList();
    }

    private static Recurrence compile(String start, String rule) {
        return Recurrence.of(Moment.parse(start), RecurrenceRule.read(rule).rule());
    }

    @Test
    void answersInTheKindOfItsStart() {
        assertThat(texts(compile("20250106", "FREQ=DAILY;COUNT=2").occurrences()))
                .containsExactly("20250106", "20250107");
        assertThat(texts(compile("20250106T090000", "FREQ=DAILY;COUNT=1").occurrences()))
                .containsExactly("20250106T090000");
        assertThat(texts(compile("20250106T090000Z", "FREQ=DAILY;COUNT=1").occurrences()))
                .containsExactly("20250106T090000Z");
        assertThat(texts(compile("TZID=Europe/Oslo:20250106T090000", "FREQ=DAILY;COUNT=1")
                        .occurrences()))
                .containsExactly("TZID=Europe/Oslo:20250106T090000");
    }

    @Test
    void neverMixesKindsSilently() {
        Recurrence dates = compile("20250106", "FREQ=DAILY");
        Recurrence floating = compile("20250106T090000", "FREQ=DAILY");
        assertThatThrownBy(() -> dates.next(Moment.parse("20250106T090000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one of the start's kind");
        assertThatThrownBy(() -> floating.next(Instant.EPOCH)).hasMessageContaining("have no instant");
        assertThatThrownBy(() -> floating.nextEpochDay(0)).hasMessageContaining("has a time of day");
        assertThatThrownBy(() -> Recurrence.startingAt(MONDAY).add(Moment.parse("20250106T090000")))
                .hasMessageContaining("one with a zone or in UTC");
        assertThatThrownBy(() -> compile("20250106", "FREQ=HOURLY")).hasMessageContaining("which is a date");
    }

    @Test
    void comparesZonedAndUtcMomentsAsInstants() {
        Recurrence weekly = Recurrence.of(MONDAY, RecurrenceRule.parse("FREQ=WEEKLY"));
        assertThat(weekly.matches(Moment.parse("20250113T080000Z"))).isTrue();
        assertThat(weekly.matches(Moment.parse("TZID=Asia/Tokyo:20250113T170000")))
                .isTrue();
        assertThat(weekly.matches(Moment.parse("20250113T090000Z"))).isFalse();
    }

    @Test
    void goesBackAsItGoesForth() {
        Recurrence weekly = Recurrence.of(MONDAY, RecurrenceRule.parse("FREQ=WEEKLY;COUNT=3"));
        List<String> forth = texts(weekly.from(MONDAY));
        assertThat(forth).hasSize(3);
        assertThat(texts(weekly.backFrom(Moment.parse("TZID=Europe/Oslo:20260101T000000"))))
                .containsExactly(forth.get(2), forth.get(1), forth.get(0));
    }

    @Test
    void findsTheNeighboursOfAnInstantWithFractions() {
        Recurrence daily = compile("20250106T090000Z", "FREQ=DAILY");
        Instant nine = Instant.parse("2025-01-07T09:00:00Z");
        assertThat(daily.next(nine.minusNanos(1))).contains(nine);
        assertThat(daily.next(nine)).contains(nine.plusSeconds(86_400));
        assertThat(daily.previous(nine.plusNanos(1))).contains(nine);
        assertThat(daily.previous(nine)).contains(nine.minusSeconds(86_400));
    }

    @Test
    void a23_countsAndNumbersWithoutWalking() {
        Recurrence weekly = Recurrence.of(MONDAY, RecurrenceRule.parse("FREQ=WEEKLY"));
        assertThat(weekly.occurrence(1)).contains(MONDAY);
        assertThat(weekly.occurrence(0)).isEmpty();
        assertThat(weekly.occurrence(104_355)).map(Moment::toString).contains("TZID=Europe/Oslo:40241230T090000");
        assertThat(weekly.count(MONDAY, Moment.parse("TZID=Europe/Oslo:40250101T090000")))
                .isEqualTo(104_355);
        assertThat(weekly.count(Moment.parse("TZID=Europe/Oslo:40250101T090000"), MONDAY))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30                | EMPTY
            FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU                | EMPTY
            FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2                  | EMPTY
            FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29     | EMPTY
            FREQ=SECONDLY;INTERVAL=3600;BYMINUTE=5             | EMPTY
            FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3               | EMPTY
            FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30                | EMPTY
            FREQ=DAILY;INTERVAL=14;BYDAY=MO                    | EMPTY
            FREQ=DAILY;UNTIL=20240101                          | EMPTY
            FREQ=DAILY;COUNT=3                                 | FINITE
            FREQ=DAILY;UNTIL=20250501                          | FINITE
            FREQ=DAILY                                         | ENDLESS
            FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=TU       | ENDLESS
            """)
    void knowsExactlyWhetherItIsEmptyFiniteOrEndless(String rule, Extent extent) {
        assertThat(compile("20250101T000000", rule).extent()).isEqualTo(extent);
    }

    @Test
    void appliesTheEarlierOfCountAndUntil() {
        assertThat(compile("20250101", "FREQ=DAILY;COUNT=3;UNTIL=20250102").occurrences())
                .hasSize(2);
        assertThat(compile("20250101", "FREQ=DAILY;COUNT=3;UNTIL=20250109").occurrences())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TZID=Europe/Oslo:20250101T233000 | 20250103         | 3 | UNTIL_WITHOUT_TIME
            TZID=Europe/Oslo:20250101T233000 | 20250103T233000  | 3 | UNTIL_WITHOUT_ZONE
            TZID=Europe/Oslo:20250101T233000 | 20250103T233000Z | 3 |
            TZID=Europe/Oslo:20250101T233000 | 20250103T222959Z | 2 |
            20250101T233000Z                 | 20250103         | 3 | UNTIL_WITHOUT_TIME
            20250101T233000Z                 | 20250103T233000  | 3 | UNTIL_WITHOUT_ZONE
            20250101T233000                  | 20250103         | 3 | UNTIL_WITHOUT_TIME
            20250101T233000                  | 20250103T233000Z | 3 | UNTIL_IN_UTC
            20250101                         | 20250103T000000Z | 3 | UNTIL_WITH_TIME
            20250101                         | 20250103         | 3 |
            """)
    void readsAnUntilOfAnotherKindInOneWayAndTellsIt(String start, String until, int occurrences, Notice notice) {
        Recurrence daily = compile(start, "FREQ=DAILY;UNTIL=" + until);
        assertThat(daily.occurrences()).hasSize(occurrences);
        assertThat(daily.notices()).isEqualTo(notice == null ? Set.of() : Set.of(notice));
    }

    @Test
    void tellsThatTheStartIsNoOccurrenceAndThatTimesAreIgnored() {
        assertThat(compile("20250107", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9").notices())
                .containsExactly(Notice.START_IS_NO_OCCURRENCE, Notice.TIMES_WITHOUT_TIME);
    }

    @Test
    void addsAndExcludesSingleDatesAndExclusionWins() {
        Recurrence set = Recurrence.startingAt(Moment.parse("20250106"))
                .rule(RecurrenceRule.parse("FREQ=WEEKLY;COUNT=4"))
                .add(
                        Moment.parse("20250101"),
                        Moment.parse("20250113"),
                        Moment.parse("20250108"),
                        Moment.parse("20250109"))
                .exclude(
                        Moment.parse("20250109"),
                        Moment.parse("20250113"),
                        Moment.parse("20250120"),
                        Moment.parse("20250505"))
                .compile();
        assertThat(texts(set.occurrences())).containsExactly("20250101", "20250106", "20250108", "20250127");
        assertThat(LongStream.range(0, 5).map(set::nth).boxed())
                .containsExactly(set.first(), day("20250106"), day("20250108"), set.last(), Sequence.NONE);
        assertThat(Stream.of("20250101", "20250102", "20250107", "20250114", "20250128")
                        .map(RecurrenceTest::day)
                        .map(set::countBefore))
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(set.previous(day("20250126"))).isEqualTo(day("20250108"));
    }

    private static long day(String date) {
        return Moment.parse(date).lineSecond();
    }

    @Test
    void excludesAllOfADayByItsDate() {
        Recurrence hourly = Recurrence.startingAt(MONDAY)
                .rule(RecurrenceRule.parse("FREQ=HOURLY;COUNT=48"))
                .exclude(Moment.parse("20250107"))
                .compile();
        assertThat(hourly.occurrences()).hasSize(24);
    }

    @Test
    void joinsSeveralRules() {
        Recurrence either = Recurrence.startingAt(Moment.parse("20250101T080000"))
                .rule(RecurrenceRule.parse("FREQ=MONTHLY;BYMONTHDAY=13"))
                .rule(RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=FR"))
                .compile();
        assertThat(texts(either.occurrences().limit(4)))
                .containsExactly("20250103T080000", "20250110T080000", "20250113T080000", "20250117T080000");
        long until = Moment.parse("20260101T080000").lineSecond();
        assertThat(either.countBefore(until)).isEqualTo(52 + 12 - 1);
        List<Long> walked = LongStream.iterate(
                        either.first(), second -> second < until, second -> either.next(second + 1))
                .boxed()
                .toList();
        assertThat(LongStream.range(0, walked.size()).map(either::nth).boxed()).isEqualTo(walked);
    }

    @Test
    void holdsNothingButAddedDatesWithoutARule() {
        Recurrence custom = Recurrence.startingAt(Moment.parse("20200817"))
                .add(Moment.parse("20201116"), Moment.parse("20200817"), Moment.parse("20200921"))
                .compile();
        assertThat(texts(custom.occurrences())).containsExactly("20200817", "20200921", "20201116");
        assertThat(custom.extent()).isEqualTo(Extent.FINITE);
    }

    @Test
    void canBeTakenApartAndCompiledAnew() {
        Recurrence weekly = Recurrence.startingAt(MONDAY)
                .rule(RecurrenceRule.parse("FREQ=WEEKLY"))
                .gapPolicy(GapPolicy.SKIP)
                .overlapPolicy(OverlapPolicy.BOTH)
                .add(Moment.parse("20250101T080000Z"))
                .exclude(MONDAY)
                .compile();
        Recurrence again = weekly.recompile();
        assertThat(again.rules()).isEqualTo(weekly.rules());
        assertThat(again.added()).isEqualTo(weekly.added());
        assertThat(again.excluded()).isEqualTo(weekly.excluded());
        assertThat(again.gapPolicy()).isEqualTo(GapPolicy.SKIP);
        assertThat(again.overlapPolicy()).isEqualTo(OverlapPolicy.BOTH);
        assertThat(texts(again.occurrences().limit(3)))
                .isEqualTo(texts(weekly.occurrences().limit(3)));
    }

    @Test
    void elapsedTimeIgnoresTheWallClock() {
        Recurrence every = Recurrence.of(
                Moment.parse("TZID=Europe/Oslo:20250330T003000"), ElapsedRule.parse("every=pt90m;count=4"));
        assertThat(texts(every.occurrences()))
                .containsExactly(
                        "TZID=Europe/Oslo:20250330T003000",
                        "TZID=Europe/Oslo:20250330T030000",
                        "TZID=Europe/Oslo:20250330T043000",
                        "TZID=Europe/Oslo:20250330T060000");
        assertThat(ElapsedRule.parse("EVERY=PT15M;UNTIL=20250101T000000Z"))
                .hasToString("EVERY=PT15M;UNTIL=20250101T000000Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COUNT=2                | 7  | EVERY is missing
            EVERY=15               | 6  | in whole seconds
            EVERY=PT0S             | 6  | in whole seconds
            EVERY=PT0.5S           | 6  | in whole seconds
            EVERY=PT1S;FREQ=DAILY  | 11 | expected EVERY, COUNT or UNTIL
            """)
    void refusesElapsedRulesWithPlaceAndExpectation(String text, int position, String reason) {
        assertThatThrownBy(() -> ElapsedRule.parse(text))
                .isInstanceOfSatisfying(RuleSyntaxException.class, refusal -> assertThat(refusal.position())
                        .isEqualTo(position))
                .hasMessageContaining(reason);
    }

    @Test
    void endsWithTheYear9999() {
        Recurrence daily = compile("99991230", "FREQ=DAILY");
        assertThat(texts(daily.occurrences())).containsExactly("99991230", "99991231");
        assertThat(daily.extent()).isEqualTo(Extent.ENDLESS);
        assertThat(daily.nextEpochDay(2_932_897)).isEqualTo(Sequence.NONE);
    }
}
