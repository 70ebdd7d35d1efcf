package org.tickmark.calendar.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.tickmark.calendar.people.Crossing.Met;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Lengths;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/** What never shares an hour of the week never meets; what meets is found where it first does. */
class WeekHoursTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final List<String> ZONES =
            List.of("Europe/Oslo", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Z");
    private static final List<String> RULES = List.of(
            "RRULE:FREQ=WEEKLY;BYDAY=TU,TH",
            "RRULE:FREQ=WEEKLY;INTERVAL=3",
            "RRULE:FREQ=DAILY;INTERVAL=5",
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=31",
            "RRULE:FREQ=MONTHLY;BYDAY=2WE",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "RRULE:FREQ=DAILY;COUNT=9",
            "RRULE:FREQ=HOURLY;INTERVAL=7;COUNT=60",
            "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    private static final int PAIRS = Integer.getInteger("tickmark.calendar.pairs", 150);

    private static Item random(Random random) {
        LocalDateTime start = LocalDateTime.parse("2026-11-02T00:00")
                .plusDays(random.nextInt(60))
                .plusMinutes(random.nextInt(96) * 15L);
        boolean allDay = random.nextInt(8) == 0;
        Dial dial = new Dial(allDay ? "" : ZONES.get(random.nextInt(ZONES.size())), allDay);
        String rule = RULES.get(random.nextInt(allDay ? 7 : RULES.size()));
        Moment first = dial.at(allDay ? start.toLocalDate().atStartOfDay() : start);
        Series series = SeriesRules.series(first, rule)
                .lasting(Lengths.read(allDay ? "P1D" : "PT" + (15 + random.nextInt(120)) + "M"))
                .withFields(Map.of(
                        "lead", Integer.toString(random.nextInt(60)), "lag", Integer.toString(random.nextInt(60))));
        return new Item("os:kari", series);
    }

    @Test
    void whatMeetsSharesAnHourAndIsFoundAtItsFirstTime() {
        Random random = new Random(20261127);
        int meeting = 0;
        for (int i = 0; i < PAIRS; i++) {
            Item one = random(random);
            Item other = random(random);
            Optional<Met> first = new Crossing(one, OSLO).first(other);
            Optional<Instant> found = firstByHand(one, other);
            if (first.isPresent()) {
                meeting++;
                assertThat(shareAnHour(one, other)).as("%s and %s", one, other).isTrue();
            }
            assertThat(first.map(Met::from).filter(at -> at.isBefore(END)))
                    .as("%s and %s", one, other)
                    .isEqualTo(found);
        }
        assertThat(meeting).isBetween(PAIRS / 10, PAIRS * 9 / 10);
    }

    @Test
    void whatIsBlockedBeforeOneMayMeetTheDayBefore() {
        Item days = new Item(
                "os:kari",
                SeriesRules.series(
                                new Dial("", true).at(LocalDateTime.parse("2026-11-25T00:00")),
                                "RRULE:FREQ=DAILY;COUNT=2")
                        .lasting(Lengths.read("P1D")));
        Item weekly = new Item(
                "os:kari",
                SeriesRules.series(
                                new Dial("Europe/Oslo", false).at(LocalDateTime.parse("2026-11-26T00:00")),
                                "RRULE:FREQ=WEEKLY")
                        .lasting(Lengths.read("PT30M"))
                        .withFields(Map.of("lead", "31")));

        Met first = new Crossing(days, OSLO).first(weekly).orElseThrow();

        assertThat(first.from()).isEqualTo(Instant.parse("2026-11-25T22:29:00Z"));
        assertThat(first.original()).isEqualTo(LocalDateTime.parse("2026-11-25T00:00"));
    }

    private static final Instant END = Instant.parse("2027-07-01T00:00:00Z");

    private static boolean shareAnHour(Item one, Item other) {
        Optional<SortedSet<Integer>> facing = WeekHours.of(one, OSLO).facing();
        SortedSet<Integer> hours = WeekHours.of(other, OSLO).hours();
        return facing.isEmpty() || hours.stream().anyMatch(hour -> facing.get().contains(hour));
    }

    /** The first time before the end that two meet, by comparing everything. */
    private static Optional<Instant> firstByHand(Item one, Item other) {
        List<Taken> own = Taken.of(one, "os:kari", OSLO);
        List<Taken> others = Taken.of(other, "os:kari", OSLO);
        Taken left = own.get(0);
        Taken right = others.get(0);
        List<Occurrence> all = until(left);
        List<Occurrence> facing = until(right);
        return all.stream()
                .flatMap(a -> facing.stream()
                        .filter(b -> left.from(a).isBefore(right.to(b))
                                && right.from(b).isBefore(left.to(a)))
                        .map(b -> left.from(a).isAfter(right.from(b)) ? left.from(a) : right.from(b)))
                .min(Instant::compareTo)
                .filter(at -> at.isBefore(END));
    }

    private static List<Occurrence> until(Taken taken) {
        return taken.series()
                .occurrences()
                .takeWhile(one -> taken.from(one).isBefore(END))
                .toList();
    }
}
