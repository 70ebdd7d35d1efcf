package org.tickmark.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.host.tasks.Tasks.Firing;
import org.tickmark.api.host.tasks.Timing;

/** What becomes of times that clocks leave out or show twice, for every way to say a schedule. */
class ClockChangesTest {
    private static final Instant SAVED = Instant.parse("2000-01-01T00:00:00Z");

    /** All ways to say that time of that day; most of them also say other days. */
    private static List<Timed> kinds(LocalDateTime at, String zone) {
        int hour = at.getHour();
        int minute = at.getMinute();
        String time = "%02d:%02d".formatted(hour, minute);
        String date = "%02d-%02d".formatted(at.getMonthValue(), at.getDayOfMonth());
        List<Timed> kinds = new ArrayList<>();
        for (String schedule : List.of(
                "cron:%d %d * * *".formatted(minute, hour),
                "%d %d %d * *".formatted(minute, hour, at.getDayOfMonth()),
                "quartz:0 %d %d * * ?".formatted(minute, hour),
                "RRULE:FREQ=DAILY;BYHOUR=%d;BYMINUTE=%d;BYSECOND=0".formatted(hour, minute),
                "task:weekly on MO,TU,WE,TH,FR,SA,SU at " + time,
                "task:monthly on " + at.getDayOfMonth() + " at " + time,
                "task:yearly on " + date + " at " + time,
                "task:once at " + at,
                "every day at " + time,
                "hver dag kl. " + time,
                "varje dag kl. " + time)) {
            kinds.add(Timed.of(schedule.replaceAll("(monthly on (29|30|31) at \\S+)", "$1 clamp"), zone));
        }
        LocalDateTime start = at.minusDays(9);
        kinds.add(Timed.of("pattern:daily", zone).between(start, null));
        kinds.add(Timed.of("RRULE:FREQ=DAILY;INTERVAL=3", zone).between(start, null));
        kinds.add(Timed.of("pattern:dates " + at, zone));
        return kinds;
    }

    /**
     * Gaps and overlaps of an hour, of half an hour and of two, at night and at midnight, from winter to summer time and the other way
     * round (Morocco), and a day that never was (Samoa).
     */
    @ParameterizedTest
    @CsvSource({
        "Europe/Oslo,         2026-03-29T02:30, SHIFT,       FIRST,  2026-03-29T01:30:00Z",
        "Europe/Oslo,         2026-03-29T02:30, FIRST_VALID, FIRST,  2026-03-29T01:00:00Z",
        "Europe/Oslo,         2026-03-29T02:30, SKIP,        FIRST,  ''",
        "Europe/Oslo,         2026-10-25T02:30, SHIFT,       FIRST,  2026-10-25T00:30:00Z",
        "Europe/Oslo,         2026-10-25T02:30, SHIFT,       SECOND, 2026-10-25T01:30:00Z",
        "Europe/Oslo,         2026-10-25T02:30, SHIFT,       BOTH,   2026-10-25T00:30:00Z 2026-10-25T01:30:00Z",
        "America/New_York,    2026-03-08T02:30, SHIFT,       FIRST,  2026-03-08T07:30:00Z",
        "America/New_York,    2026-03-08T02:30, FIRST_VALID, FIRST,  2026-03-08T07:00:00Z",
        "America/New_York,    2026-11-01T01:30, SHIFT,       FIRST,  2026-11-01T05:30:00Z",
        "America/New_York,    2026-11-01T01:30, SHIFT,       SECOND, 2026-11-01T06:30:00Z",
        "Africa/Casablanca,   2025-02-23T02:30, SHIFT,       FIRST,  2025-02-23T01:30:00Z",
        "Africa/Casablanca,   2025-02-23T02:30, SHIFT,       SECOND, 2025-02-23T02:30:00Z",
        "Africa/Casablanca,   2025-04-06T02:30, SHIFT,       FIRST,  2025-04-06T02:30:00Z",
        "Africa/Casablanca,   2025-04-06T02:30, SKIP,        FIRST,  ''",
        "Australia/Lord_Howe, 2025-10-05T02:15, SHIFT,       FIRST,  2025-10-04T15:45:00Z",
        "Australia/Lord_Howe, 2025-10-05T02:15, FIRST_VALID, FIRST,  2025-10-04T15:30:00Z",
        "Australia/Lord_Howe, 2025-04-06T01:45, SHIFT,       BOTH,   2025-04-05T14:45:00Z 2025-04-05T15:15:00Z",
        "Antarctica/Troll,    2025-03-30T02:30, SHIFT,       FIRST,  2025-03-30T02:30:00Z",
        "Antarctica/Troll,    2025-03-30T02:30, FIRST_VALID, FIRST,  2025-03-30T01:00:00Z",
        "Antarctica/Troll,    2025-10-26T02:30, SHIFT,       BOTH,   2025-10-26T00:30:00Z 2025-10-26T02:30:00Z",
        "America/Sao_Paulo,   2018-11-04T00:00, SHIFT,       FIRST,  2018-11-04T03:00:00Z",
        "America/Sao_Paulo,   2018-11-04T00:30, SHIFT,       FIRST,  2018-11-04T03:30:00Z",
        "America/Sao_Paulo,   2018-02-17T23:30, SHIFT,       BOTH,   2018-02-18T01:30:00Z 2018-02-18T02:30:00Z",
        "Asia/Beirut,         2025-03-30T00:30, SHIFT,       FIRST,  2025-03-29T22:30:00Z",
        "Asia/Beirut,         2025-03-30T00:30, FIRST_VALID, FIRST,  2025-03-29T22:00:00Z",
        "Pacific/Apia,        2011-12-30T09:00, FIRST_VALID, FIRST,  2011-12-30T10:00:00Z",
        "Pacific/Apia,        2011-12-30T09:00, SKIP,        FIRST,  ''",
    })
    void a38_treatsEveryKindOfScheduleAlike(
            String zone, LocalDateTime at, Timing.Gap gap, Timing.Overlap overlap, String expected) {
        List<Instant> instants = expected.isEmpty()
                ? List.of()
                : Arrays.stream(expected.split(" ", -1)).map(Instant::parse).toList();
        Instant around = at.minusDays(1).atZone(ZoneId.of(zone)).toInstant().plusSeconds(1);
        for (Timed timed : kinds(at, zone)) {
            if (instants.isEmpty() && hasNoOtherTime(timed)) {
                continue;
            }
            Plan plan = timed.clocks(gap, overlap).plan(1, SAVED);
            Instant end = at.plusDays(1).atZone(ZoneId.of(zone)).toInstant();
            assertThat(times(plan, around, end)).as(timed.timing().schedule()).isEqualTo(instants);
        }
    }

    /** Such a schedule is refused where its one time is left out. */
    private static boolean hasNoOtherTime(Timed timed) {
        return timed.timing().schedule().matches("(task:once|pattern:dates) .*");
    }

    @Test
    void runsOnceForTheDayThatNeverWasAndTheDayAfterIt() {
        Plan plan = Timed.of("cron:0 9 * * *", "Pacific/Apia").plan(1, SAVED);

        assertThat(times(plan, Instant.parse("2011-12-29T20:00:00Z"), Instant.parse("2011-12-31T20:00:00Z")))
                .containsExactly(Instant.parse("2011-12-30T19:00:00Z"), Instant.parse("2011-12-31T19:00:00Z"));
    }

    private static List<Instant> times(Plan plan, Instant from, Instant end) {
        List<Instant> times = new ArrayList<>();
        Optional<Due> due = plan.first(from);
        while (due.isPresent() && due.get().nominal().isBefore(end)) {
            times.add(due.get().nominal());
            due = plan.first(due.get().nominal().plusSeconds(1));
        }
        return times;
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Oslo,         2026-03-28T12:00:00Z",
        "Europe/Oslo,         2026-10-24T12:00:00Z",
        "America/New_York,    2026-03-07T12:00:00Z",
        "America/New_York,    2026-10-31T12:00:00Z",
        "Africa/Casablanca,   2025-02-22T12:00:00Z",
        "Africa/Casablanca,   2025-04-05T12:00:00Z",
        "Australia/Lord_Howe, 2025-10-04T02:00:00Z",
        "Australia/Lord_Howe, 2025-04-05T02:00:00Z",
        "Antarctica/Troll,    2025-03-29T12:00:00Z",
        "Antarctica/Troll,    2025-10-25T12:00:00Z",
        "America/Sao_Paulo,   2018-11-03T12:00:00Z",
        "America/Sao_Paulo,   2018-02-17T12:00:00Z",
        "Asia/Beirut,         2025-03-29T12:00:00Z",
        "Pacific/Apia,        2011-12-29T12:00:00Z",
    })
    void a38_goesOnEveryQuarterOfAnHourWhateverClocksDo(String zone, Instant from) {
        for (String schedule : List.of(
                "cron:*/15 * * * *",
                "quartz:0 0/15 * * * ?",
                "RRULE:FREQ=MINUTELY;BYMINUTE=0,15,30,45;BYSECOND=0",
                "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,15,30,45;BYSECOND=0",
                "task:every PT15M from 2000-01-01T00:00:00Z",
                "every 15 minutes",
                "EVERY=PT15M")) {
            List<Instant> times = times(Timed.of(schedule, zone).plan(1, SAVED), from, from.plus(Duration.ofHours(24)));
            assertThat(times).as(schedule).hasSize(96);
            for (int i = 1; i < times.size(); i++) {
                assertThat(Duration.between(times.get(i - 1), times.get(i)))
                        .as(schedule)
                        .hasMinutes(15);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:00:00Z, 30 2 * * *, RUN,   2026-03-29T03:30, Clocks leave this time out; it is moved on by the gap.",
        "2026-10-25T00:00:00Z, 30 2 * * *, RUN,   2026-10-25T02:30, Clocks show this time twice; this is the first.",
        "2026-05-17T00:00:00Z, 30 6 17 * *, AFTER, 2026-05-18T06:30, Moved off a free day.",
        "2026-03-27T12:00:00Z, 30 2 * * *, RUN,   2026-03-28T02:30, ''",
    })
    void tellsWhatIsSpecialAboutATime(
            Instant from, String schedule, Timing.FreeDays freeDays, LocalDateTime local, String note) {
        Timing timing =
                Timed.of(schedule, "Europe/Oslo").freeDays("NO", freeDays).timing();
        Firing firing = Firings.of(timing, SAVED, Locale.ENGLISH).from(from, 1).get(0);

        assertThat(firing.local()).isEqualTo(local);
        assertThat(firing.note().map(message -> message.text(Locale.ENGLISH)).orElse(""))
                .isEqualTo(note);
    }
}
