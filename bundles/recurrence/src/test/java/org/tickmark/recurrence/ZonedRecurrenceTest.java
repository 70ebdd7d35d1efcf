package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZonedRecurrenceTest {
    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=HOURLY",
            "FREQ=MINUTELY;INTERVAL=7",
            "FREQ=MINUTELY;INTERVAL=15",
            "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,30,59",
            "FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=2",
            "FREQ=HOURLY;INTERVAL=5");
    private static final int DAYS = 14;
    /** ical4j registers zones of its own, some with two gaps in a row and no overlap between them. */
    private static final String REGISTERED_BY_WITNESS = "ical4j~";

    private static final int ONE_ZONE_IN = Integer.getInteger("tickmark.recurrence.zones", 20);

    private final Random random = new Random(2024);

    @ParameterizedTest
    @EnumSource(GapPolicy.class)
    void agreesWithTheZoneDatabaseAroundTransitionsOfZones(GapPolicy gaps) {
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            if (id.startsWith(REGISTERED_BY_WITNESS)) {
                continue;
            }
            ZoneId zone = ZoneId.of(id);
            if (random.nextInt(ONE_ZONE_IN) != 0) {
                continue;
            }
            Instant somewhere = Instant.ofEpochSecond(random.nextLong(-3_000_000_000L, 60_000_000_000L));
            check(zone, zone.getRules().nextTransition(somewhere), gaps);
            check(zone, zone.getRules().previousTransition(Instant.ofEpochSecond(1_800_000_000L)), gaps);
        }
    }

    private void check(ZoneId zone, ZoneOffsetTransition transition, GapPolicy gaps) {
        if (transition == null) {
            return;
        }
        for (OverlapPolicy overlaps : OverlapPolicy.values()) {
            LocalDateTime start = transition
                    .getDateTimeBefore()
                    .minusMinutes(random.nextInt(3 * 24 * 60))
                    .withMinute(random.nextBoolean() ? 0 : 30)
                    .withSecond(0);
            RecurrenceRule rule = RecurrenceRule.parse(RULES.get(random.nextInt(RULES.size())));
            check(zone, start, rule, gaps, overlaps);
        }
    }

    private void check(ZoneId zone, LocalDateTime start, RecurrenceRule rule, GapPolicy gaps, OverlapPolicy overlaps) {
        String what = rule + " from " + start + " " + zone + " " + gaps + " " + overlaps;
        Recurrence zoned = Recurrence.startingAt(Moment.of(start, zone))
                .rule(rule)
                .gapPolicy(gaps)
                .overlapPolicy(overlaps)
                .compile();
        Recurrence floating = Recurrence.of(Moment.of(start), rule);
        List<Long> expected = instants(floating, start, zone.getRules(), gaps, overlaps);
        long end = expected.get(expected.size() - 1);
        List<Long> found = new ArrayList<>();
        for (long at = zoned.first(); at <= end; at = zoned.next(at + 1)) {
            found.add(at);
        }
        assertThat(found).as(what).isEqualTo(expected);
        Collections.reverse(found);
        List<Long> back = new ArrayList<>();
        for (long at = zoned.previous(end); at != Sequence.NONE; at = zoned.previous(at - 1)) {
            back.add(at);
        }
        assertThat(back).as(what + " backward").isEqualTo(found);
        List<Long> byNumber = new ArrayList<>();
        for (long number = 0; number < expected.size(); number++) {
            byNumber.add(zoned.nth(number));
        }
        assertThat(byNumber).as(what + " by number").isEqualTo(expected);
        for (int i = 0; i < expected.size(); i++) {
            if (zoned.countBefore(expected.get(i)) != i || zoned.countBefore(expected.get(i) + 1) != i + 1) {
                fail(what + " counts wrongly at " + Instant.ofEpochSecond(expected.get(i)));
            }
        }
    }

    /** What java.time says about each wall-clock second of the first days, but for the last two. */
    private static List<Long> instants(
            Recurrence floating, LocalDateTime start, ZoneRules rules, GapPolicy gaps, OverlapPolicy overlaps) {
        var instants = new TreeSet<Long>();
        long last = start.plusDays(DAYS).toEpochSecond(ZoneOffset.UTC);
        for (long second = floating.first(); second <= last; second = floating.next(second + 1)) {
            add(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC), rules, gaps, overlaps, instants);
        }
        return new ArrayList<>(
                instants.headSet(instants.last() - Duration.ofDays(2).toSeconds(), true));
    }

    private static void add(
            LocalDateTime time, ZoneRules rules, GapPolicy gaps, OverlapPolicy overlaps, Set<Long> instants) {
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (!offsets.isEmpty()) {
            boolean both = overlaps == OverlapPolicy.BOTH;
            offsets = both ? offsets : List.of(offsets.get(overlaps == OverlapPolicy.FIRST ? 0 : offsets.size() - 1));
            offsets.forEach(offset -> instants.add(time.toEpochSecond(offset)));
            return;
        }
        ZoneOffsetTransition gap = rules.getTransition(time);
        if (gaps == GapPolicy.SHIFT) {
            instants.add(time.toEpochSecond(gap.getOffsetBefore()));
        } else if (gaps == GapPolicy.FIRST_VALID) {
            instants.add(gap.toEpochSecond());
        }
    }

    @Test
    void answersFarFromTheStartAsNearIt() {
        Recurrence daily =
                Recurrence.of(Moment.parse("TZID=Europe/Oslo:19000101T023000"), RecurrenceRule.parse("FREQ=DAILY"));
        assertThat(daily.next(Instant.parse("9998-07-01T00:30:00Z"))).contains(Instant.parse("9998-07-02T00:30:00Z"));
        assertThat(daily.previous(Instant.parse("9998-12-01T00:00:00Z")))
                .contains(Instant.parse("9998-11-30T01:30:00Z"));
        assertThat(daily.lastOccurrence()).isEmpty();
        assertThat(daily.moment(daily.last())).hasToString("TZID=Europe/Oslo:99991231T023000");
        assertThat(daily.next(Instant.parse("9999-12-31T02:00:00Z"))).isEmpty();
    }

    @Test
    void findsARareRuleOverManyTransitions() {
        Recurrence leapDay = Recurrence.of(
                Moment.parse("TZID=America/New_York:20960229T120000"), RecurrenceRule.parse("FREQ=YEARLY"));
        Instant first = Instant.parse("2096-02-29T17:00:00Z");
        Instant second = Instant.parse("2104-02-29T17:00:00Z");
        assertThat(leapDay.next(first)).contains(second);
        assertThat(leapDay.previous(second)).contains(first);
    }

    @Test
    void repeatsTheLastOccurrenceInAnOverlapThatFollowsIt() {
        Recurrence once = Recurrence.startingAt(Moment.parse("TZID=Europe/Oslo:20251026T023000"))
                .rule(RecurrenceRule.parse("FREQ=DAILY;COUNT=1"))
                .overlapPolicy(OverlapPolicy.BOTH)
                .compile();
        assertThat(once.occurrences().map(moment -> ((Moment.Zoned) moment).instant()))
                .containsExactly(Instant.parse("2025-10-26T00:30:00Z"), Instant.parse("2025-10-26T01:30:00Z"));
        assertThat(once.countBefore(Sequence.MAX)).isEqualTo(2);
        assertThat(once.extent()).isEqualTo(Extent.FINITE);
    }
}
