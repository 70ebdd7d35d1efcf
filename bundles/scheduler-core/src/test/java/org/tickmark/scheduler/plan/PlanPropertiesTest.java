package org.tickmark.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.host.tasks.Timing.CatchUp.Policy;
import org.tickmark.api.host.tasks.Timing.FreeDays;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.WorkCalendar;

/**
 * What is true of every plan, on random timings. {@code -Dtickmark.scheduler.plans=10000} draws more, {@code -Dtickmark.scheduler.seed=}
 * others.
 */
class PlanPropertiesTest {
    private static final int PLANS = Integer.getInteger("tickmark.scheduler.plans", 10);
    private static final long SEED = Long.getLong("tickmark.scheduler.seed", 20261126L);
    private static final Instant SAVED = Instant.parse("2025-12-01T10:20:00Z");
    private static final long YEAR_START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final int YEAR_SECONDS = 365 * 86_400;
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();

    private static final List<String> ZONES = List.of(
            "Europe/Oslo",
            "America/New_York",
            "Africa/Casablanca",
            "Australia/Lord_Howe",
            "Antarctica/Troll",
            "Asia/Beirut",
            "Pacific/Apia",
            "America/Sao_Paulo",
            "UTC");

    private final Random random = new Random(SEED);

    private <T> T oneOf(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <E extends Enum<E>> E oneOf(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private Timed timed() {
        FreeDays freeDays = random.nextInt(2) == 0 ? FreeDays.RUN : oneOf(FreeDays.class);
        boolean isElapsed = freeDays != FreeDays.BEFORE && freeDays != FreeDays.AFTER && random.nextInt(4) == 0;
        String schedule = isElapsed
                ? "task:every PT" + (1 + random.nextInt(500)) + "M from 2026-01-01T00:07:00Z"
                : new MinuteSchedule(random).text();
        boolean hasEnd = random.nextInt(4) == 0;
        return Timed.of(schedule, oneOf(ZONES))
                .clocks(oneOf(Timing.Gap.class), oneOf(Timing.Overlap.class))
                .freeDays(freeDays == FreeDays.RUN ? null : "NO", freeDays)
                .jitter(random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(random.nextInt(20_000)))
                .between(null, hasEnd ? LocalDateTime.of(2026, 1 + random.nextInt(12), 1, 0, 0) : null)
                .catchUp(
                        oneOf(Policy.class),
                        random.nextBoolean() ? null : Duration.ofMinutes(1 + random.nextInt(5000)),
                        1 + random.nextInt(5));
    }

    private Instant moment() {
        return Instant.ofEpochMilli((YEAR_START + random.nextInt(YEAR_SECONDS)) * 1000 + random.nextInt(1000));
    }

    /** I9: the next time is after the one before, and none lies between; I10: jitter stays before the next time. */
    @Test
    void i9i10_everyTimeIsTheNextAndIsDueBeforeTheOneAfterIt() {
        for (int i = 0; i < PLANS * 10; i++) {
            Timed timed = timed();
            Plan plan = timed.plan(i, SAVED);
            Optional<Due> due = plan.first(moment());
            for (int step = 0; step < 50 && due.isPresent(); step++) {
                Instant nominal = due.get().nominal();
                Optional<Due> next = plan.first(nominal.plusNanos(1));
                Instant bound = nominal.plus(timed.timing().jitter());
                assertThat(due.get().at()).as(timed.toString()).isBetween(nominal, bound);
                assertThat(timed.plan(i, SAVED).first(nominal)).isEqualTo(due);
                next.ifPresent(later -> {
                    assertThat(later.nominal()).as(timed.toString()).isAfter(nominal);
                    Instant between = nominal.plusSeconds(1).plusSeconds((long) (random.nextDouble()
                            * (Duration.between(nominal, later.nominal()).toSeconds() - 1)));
                    assertThat(plan.first(between)).as(timed.toString()).contains(later);
                });
                if (next.isPresent()) {
                    assertThat(due.get().at())
                            .as(timed.toString())
                            .isBefore(next.get().nominal());
                }
                due = next;
            }
        }
    }

    /** I3: each time of the schedule is dropped or starts, once; I4: what is accounted for never is again, wherever clocks go. */
    @Test
    void i3i4_everyTimeIsAccountedForOnceWhateverTheClockDoes() {
        for (int i = 0; i < PLANS * 5; i++) {
            Timed timed = timed();
            Plan plan = timed.plan(i, SAVED);
            Optional<Due> due = plan.first(moment());
            for (int step = 0; step < 10 && due.isPresent(); step++) {
                long ahead = random.nextInt(10) == 0 ? -random.nextInt(100_000) : jump();
                Instant now = due.get().at().plusMillis(ahead);
                boolean paused = random.nextInt(5) == 0;
                Passing passing = plan.pass(due.get(), now, paused);
                if (now.isBefore(due.get().at())) {
                    assertThat(passing).isEqualTo(new Passing(List.of(), List.of(), due));
                    continue;
                }
                checkAccount(timed, plan, due.get(), now, paused, passing);
                due = passing.next();
            }
        }
    }

    private long jump() {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(1000);
            case 1 -> random.nextInt(3_600_000);
            default -> random.nextInt(1_000_000_000);
        };
    }

    private static void checkAccount(Timed timed, Plan plan, Due due, Instant now, boolean paused, Passing passing) {
        List<Instant> kept = new ArrayList<>();
        List<Instant> free = new ArrayList<>();
        Optional<Due> walked = Optional.of(due);
        while (walked.isPresent() && !walked.get().at().isAfter(now)) {
            (isLeftOut(timed, walked.get().nominal()) ? free : kept)
                    .add(walked.get().nominal());
            walked = plan.first(walked.get().nominal().plusSeconds(1));
        }
        String what = timed + " at " + now + " from " + due + ": " + passing;
        assertThat(passing.next()).as(what).isEqualTo(walked);
        passing.next().ifPresent(next -> assertThat(next.at()).as(what).isAfter(now));

        List<Stretch> all = new ArrayList<>(passing.dropped());
        all.addAll(passing.started());
        assertThat(all.stream().filter(stretch -> stretch.state() == RunState.BLACKED_OUT))
                .as(what)
                .isEqualTo(stretches(RunState.BLACKED_OUT, free));
        int started = (int) passing.started().stream().mapToLong(Stretch::times).sum();
        assertThat(started).as(what).isLessThanOrEqualTo(paused ? 0 : kept.size());
        List<Instant> droppedTimes = kept.subList(0, kept.size() - started);
        assertThat(all.stream()
                        .filter(stretch -> stretch.state() == RunState.MISSED || stretch.state() == RunState.PAUSED))
                .as(what)
                .isEqualTo(stretches(paused ? RunState.PAUSED : RunState.MISSED, droppedTimes));
        checkStarted(timed, now, what, passing, kept.subList(kept.size() - started, kept.size()));
        if (started == 0 && !paused && !kept.isEmpty()) {
            checkThatNoneMayRun(timed, plan, now, what, kept, free);
        }
    }

    private static List<Stretch> stretches(RunState state, List<Instant> times) {
        return times.isEmpty()
                ? List.of()
                : List.of(new Stretch(state, times.get(0), times.get(times.size() - 1), times.size()));
    }

    private static void checkStarted(Timed timed, Instant now, String what, Passing passing, List<Instant> times) {
        Timing.CatchUp catchUp = timed.timing().catchUp();
        if (catchUp.policy() == Policy.COALESCE) {
            assertThat(passing.started()).as(what).isEqualTo(stretches(RunState.WAITING, times));
            return;
        }
        assertThat(passing.started().stream().map(Stretch::first)).as(what).isEqualTo(times);
        assertThat(times.size()).as(what).isLessThanOrEqualTo(catchUp.policy() == Policy.ALL ? catchUp.most() : 1);
        if (!times.isEmpty() && catchUp.window().isPresent()) {
            Instant oldest = times.get(0).plus(timed.timing().jitter());
            assertThat(oldest)
                    .as(what)
                    .isAfterOrEqualTo(now.minus(catchUp.window().get()).minusMillis(1));
        }
    }

    /** The latest time that is due runs unless it is too old, or is none on a working day and none is made up for. */
    private static void checkThatNoneMayRun(
            Timed timed, Plan plan, Instant now, String what, List<Instant> kept, List<Instant> free) {
        Instant last = kept.get(kept.size() - 1);
        Instant at = plan.first(last).orElseThrow().at();
        Timing.CatchUp catchUp = timed.timing().catchUp();
        boolean isLatest = free.isEmpty() || free.get(free.size() - 1).isBefore(last);
        Duration usual =
                switch (catchUp.policy()) {
                    case NONE -> Duration.ofMinutes(1);
                    case LATEST -> isLatest ? Duration.ofDays(1) : Duration.ZERO;
                    case ALL, COALESCE -> Duration.ofDays(1);
                };
        boolean isYoung = Duration.between(at, now).compareTo(catchUp.window().orElse(usual)) <= 0;
        assertThat(isYoung && (isLatest || catchUp.policy() != Policy.NONE) && !isPeriodOver(plan, catchUp, last, now))
                .as(what)
                .isFalse();
    }

    private static boolean isPeriodOver(Plan plan, Timing.CatchUp catchUp, Instant last, Instant now) {
        return catchUp.policy() == Policy.LATEST
                && catchUp.window().isEmpty()
                && plan.first(last.plusSeconds(1))
                        .filter(next -> !next.at().isAfter(now))
                        .isPresent();
    }

    private static boolean isLeftOut(Timed timed, Instant time) {
        return timed.timing().freeDays() == FreeDays.LEAVE_OUT
                && !NORWAY.isWorkday(
                        LocalDate.ofInstant(time, ZoneId.of(timed.timing().zone())));
    }

    /** A year of next times against the clock on the wall, looked at minute by minute. */
    @Test
    void aYearOfTimesIsWhatTheClockOnTheWallShowsMinuteByMinute() {
        for (int i = 0; i < PLANS; i++) {
            MinuteSchedule schedule = new MinuteSchedule(random);
            String zone = oneOf(ZONES);
            Timing.Gap gap = oneOf(Timing.Gap.class);
            Timing.Overlap overlap = oneOf(Timing.Overlap.class);
            int year = zone.equals("Pacific/Apia") ? 2011 : zone.equals("America/Sao_Paulo") ? 2018 : 2026;
            Plan plan = Timed.of(schedule.text(), zone).clocks(gap, overlap).plan(i, SAVED);
            Instant from = LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
            Instant end = from.plus(Duration.ofDays(365));

            assertThat(times(plan, from, end))
                    .as(schedule.text() + " in " + zone + " " + gap + " " + overlap)
                    .isEqualTo(schedule.times(ZoneId.of(zone), gap, overlap, from, end));
        }
    }

    private static SortedSet<Instant> times(Plan plan, Instant from, Instant end) {
        SortedSet<Instant> times = new TreeSet<>();
        Optional<Due> due = plan.first(from);
        while (due.isPresent() && due.get().nominal().isBefore(end)) {
            times.add(due.get().nominal());
            due = plan.first(due.get().nominal().plusSeconds(1));
        }
        return times;
    }
}
