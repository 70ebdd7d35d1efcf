package org.tickmark.scheduler.plan;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.host.tasks.Timing.FreeDays;
import org.tickmark.kit.text.Distance;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Extent;
import org.tickmark.recurrence.GapPolicy;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.OverlapPolicy;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.calendar.ShiftPolicy;
import org.tickmark.recurrence.calendar.ShiftedRule;
import org.tickmark.recurrence.calendar.WorkCalendar;
import org.tickmark.recurrence.form.QuartzCron;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.TaskFrequency;
import org.tickmark.recurrence.form.UnixCron;

/** A timing, read and checked: its rule, zone and calendar, put together as {@code recurrence} does it. */
final class Compiled {
    /** Longer catch-up and jitter than this is a mistake. */
    private static final Duration LONGEST = Duration.ofDays(3660);

    private static final int MOST_CAUGHT_UP = 1000;
    private static final int LAST_YEAR = 9999;
    private static final int MOST_KNOWN = 4096;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    /** Where schedules begin that count from no start. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** Schedules that many tasks share are read once. */
    private static final Map<Timing, Compiled> KNOWN = new LinkedHashMap<>(MOST_KNOWN, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Timing, Compiled> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private final Timing timing;
    private final ZoneId zone;
    private final Rule rule;
    private final Moment start;
    private final Optional<WorkCalendar> calendar;
    private final Optional<Kept> kept;
    private final Recurrence unmoved;

    private Compiled(ScheduleText.Read read) {
        this.timing = read.timing();
        this.zone = zone(timing);
        this.rule = read.rule();
        checkTime("start", timing.start());
        checkTime("end", timing.end());
        this.start = Moment.of(timing.start().orElse(BEGINNING), zone);
        this.calendar = timing.calendar().map(Compiled::calendar);
        this.kept = Optional.empty();
        this.unmoved = recurrence(rule);
        check();
    }

    /** Times that another bundle looks after; none where it has none any more. */
    private Compiled(Timing given, Optional<Kept> kept) {
        this.timing = kept.map(times -> Timing.of(given.schedule(), times.zone()))
                .map(plain -> bounded(plain, given))
                .orElse(given);
        this.zone = zone(timing);
        this.rule = kept.map(times -> ScheduleText.rule(times.rule())).orElseGet(TaskFrequency.Never::new);
        require(given.start().isEmpty(), "start", "kept.start", timing.schedule());
        require(!moves(), "free-days", "kept.free-days", timing.schedule());
        checkTime("end", timing.end());
        this.start = Moment.of(kept.map(Kept::start).orElse(BEGINNING), zone);
        this.calendar = timing.calendar().map(Compiled::calendar);
        require(timing.freeDays() == FreeDays.RUN || calendar.isPresent(), "calendar", "calendar.missing", "");
        this.kept = kept;
        this.unmoved = recurrence(rule);
    }

    /** A timing with the bounds and free days of another. */
    private static Timing bounded(Timing plain, Timing given) {
        return new Timing(
                plain.schedule(),
                plain.zone(),
                plain.gap(),
                plain.overlap(),
                plain.start(),
                given.end(),
                given.calendar(),
                given.freeDays(),
                plain.jitter(),
                plain.catchUp());
    }

    /** Reads and checks a timing, which may name times that another bundle looks after. */
    static Compiled of(Timing timing, Optional<Kept> kept, Instant savedAt) {
        if (!ScheduleText.isKept(timing.schedule())) {
            return of(timing, savedAt);
        }
        checkJitter(timing.jitter());
        checkCatchUp(timing.catchUp());
        return new Compiled(timing, kept);
    }

    /** Reads and checks a timing; one whose schedule counts from a start, and has none, counts from when it was saved. */
    static Compiled of(Timing timing, Instant savedAt) {
        checkJitter(timing.jitter());
        checkCatchUp(timing.catchUp());
        Timing times = timesOf(timing);
        return known(times).orElseGet(() -> keep(new Compiled(ScheduleText.read(times, savedAt, Locale.ENGLISH))));
    }

    /** What was made of a timing that says its schedule in canonical text, if it was asked about lately. */
    static Optional<Compiled> known(Timing timing) {
        Timing times = timesOf(timing);
        synchronized (KNOWN) {
            return Optional.ofNullable(KNOWN.get(times));
        }
    }

    private static Compiled keep(Compiled compiled) {
        synchronized (KNOWN) {
            KNOWN.put(compiled.timing, compiled);
        }
        return compiled;
    }

    /** A timing without what has no say in which times there are. */
    private static Timing timesOf(Timing timing) {
        Timing usual = Timing.never(timing.zone());
        return new Timing(
                timing.schedule(),
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                timing.start(),
                timing.end(),
                timing.calendar(),
                timing.freeDays(),
                usual.jitter(),
                usual.catchUp());
    }

    /** What the clocks of a zone show, to the minute. */
    static LocalDateTime startAt(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    static ZoneId zone(Timing timing) {
        try {
            return ZoneId.of(timing.zone());
        } catch (DateTimeException e) {
            String near = Distance.nearest(timing.zone(), ZoneId.getAvailableZoneIds())
                    .orElse("Europe/Oslo");
            throw TimingProblems.invalid("zone", "zone")
                    .found(timing.zone())
                    .expected(near)
                    .exception(e);
        }
    }

    private static WorkCalendar calendar(String id) {
        return NationalCalendars.find(id).orElseThrow(() -> TimingProblems.invalid("calendar", "calendar")
                .found(id)
                .expected(String.join(", ", NationalCalendars.countries()))
                .exception());
    }

    private void check() {
        require(timing.freeDays() == FreeDays.RUN || calendar.isPresent(), "calendar", "calendar.missing", "");
        require(
                !moves() || rule.timeline() == Timeline.WALL_CLOCK,
                "free-days",
                "free-days.elapsed",
                timing.schedule());
        require(
                timing.end()
                        .map(end -> timing.start().map(end::isAfter).orElse(true))
                        .orElse(true),
                "end",
                "end.before-start",
                timing.end().map(LocalDateTime::toString).orElse(""));
        boolean isNever = rule instanceof TaskFrequency.Never;
        require(isNever || unmoved.extent() != Extent.EMPTY, "schedule", "schedule.never", timing.schedule());
    }

    private static void checkJitter(Duration jitter) {
        require(!jitter.isNegative() && jitter.compareTo(LONGEST) <= 0, "jitter", "jitter", jitter.toString());
    }

    private static void checkCatchUp(Timing.CatchUp catchUp) {
        require(
                catchUp.most() >= 1 && catchUp.most() <= MOST_CAUGHT_UP,
                "catch-up.most",
                "most",
                String.valueOf(catchUp.most()));
        catchUp.window()
                .ifPresent(window -> require(
                        window.compareTo(Duration.ofMinutes(1)) >= 0 && window.compareTo(LONGEST) <= 0,
                        "catch-up.window",
                        "window",
                        window.toString()));
    }

    private static void checkTime(String field, Optional<LocalDateTime> time) {
        time.ifPresent(given -> require(
                given.equals(given.truncatedTo(ChronoUnit.SECONDS))
                        && !given.isBefore(BEGINNING)
                        && given.getYear() <= LAST_YEAR,
                field,
                "seconds",
                given.toString()));
    }

    private static void require(boolean right, String field, String problem, String found) {
        if (!right) {
            throw TimingProblems.invalid(field, problem).found(found).exception();
        }
    }

    private boolean moves() {
        return timing.freeDays() == FreeDays.BEFORE || timing.freeDays() == FreeDays.AFTER;
    }

    ZoneId zone() {
        return zone;
    }

    /** The timing as it was read. */
    Timing timing() {
        return timing;
    }

    Optional<WorkCalendar> calendar() {
        return calendar;
    }

    /** The times that the schedule has. */
    Times times() {
        return new Times(
                moves() ? recurrence(moved()) : unmoved,
                zone,
                timing.freeDays() == FreeDays.LEAVE_OUT ? calendar : Optional.empty(),
                timing.end().map(this::second).orElse(Long.MAX_VALUE));
    }

    /** The times that the schedule has before any is moved off a free day. */
    Sequence unmoved() {
        return unmoved;
    }

    /** What the clock on the wall shows at the times of the schedule, had the zone's clocks never been changed. */
    Optional<Sequence> wallClock() {
        return rule.timeline() == Timeline.WALL_CLOCK
                ? Optional.of(compile(Moment.of(start.wallClock()), moves() ? moved() : rule))
                : Optional.empty();
    }

    private Recurrence recurrence(Rule timed) {
        return compile(start, timed);
    }

    private Recurrence compile(Moment from, Rule timed) {
        try {
            return Recurrence.startingAt(from)
                    .rule(timed)
                    .addAll(dates(Kept::extra, from))
                    .excludeAll(withoutExtra(from))
                    .gapPolicy(GapPolicy.valueOf(timing.gap().name()))
                    .overlapPolicy(overlap(from, timed))
                    .compile();
        } catch (IllegalArgumentException e) {
            throw TimingProblems.invalid("schedule", "schedule.unfit", e.getMessage())
                    .found(timing.schedule())
                    .exception(e);
        }
    }

    private List<Moment> dates(Function<Kept, List<LocalDateTime>> which, Moment like) {
        return kept.map(which).orElse(List.of()).stream()
                .map(time -> like instanceof Moment.Zoned ? Moment.of(time, zone) : Moment.of(time))
                .toList();
    }

    /** A time that is told both ways is one. */
    private List<Moment> withoutExtra(Moment like) {
        List<Moment> without = new ArrayList<>(dates(Kept::without, like));
        without.removeAll(dates(Kept::extra, like));
        return without;
    }

    /** A schedule that names no hours goes on through an hour that clocks show twice. */
    private OverlapPolicy overlap(Moment from, Rule timed) {
        boolean goesOn = kept.isEmpty()
                && timing.overlap() == Timing.Overlap.FIRST
                && from instanceof Moment.Zoned
                && timed.timeline() == Timeline.WALL_CLOCK
                && namesNoHours(timed, from);
        return goesOn
                ? OverlapPolicy.BOTH
                : OverlapPolicy.valueOf(timing.overlap().name());
    }

    private static boolean namesNoHours(Rule timed, Moment from) {
        if (timed instanceof UnixCron cron) {
            return cron.hour().isAll();
        }
        if (timed instanceof QuartzCron cron) {
            return cron.hour().isAll();
        }
        return timed instanceof TaskFrequency
                ? timed instanceof TaskFrequency.Hourly
                : isHourly(timed.sequence(Moment.of(from.wallClock())));
    }

    /** Whether it has times in every hour of a day of its; its first day may be cut off by the start. */
    private static boolean isHourly(Sequence wallClock) {
        long first = wallClock.first();
        long later = first == Sequence.NONE ? first : wallClock.next(nextDay(first));
        return later != Sequence.NONE
                && LongStream.iterate(nextDay(later) - DAY, hour -> hour < nextDay(later), hour -> hour + HOUR)
                        .allMatch(hour -> wallClock.next(hour) != Sequence.NONE && wallClock.next(hour) < hour + HOUR);
    }

    private static long nextDay(long second) {
        return (Math.floorDiv(second, DAY) + 1) * DAY;
    }

    private Rule moved() {
        Shift shift = new Shift(
                calendar.orElseThrow(),
                timing.freeDays() == FreeDays.BEFORE ? ShiftPolicy.PRECEDING : ShiftPolicy.FOLLOWING);
        return rule instanceof RuleForm form && form.toRecurrenceRule().value().isPresent()
                ? new ShiftedRule(form.toRecurrenceRule().value().orElseThrow(), shift)
                : new Moved(rule, shift);
    }

    private long second(LocalDateTime time) {
        return Moment.of(time, zone).lineSecond();
    }

    /** A rule that no rule of RFC 5545 says, moved off free days; such a rule has no end of its own. */
    private record Moved(Rule rule, Shift shift) implements Rule {
        @Override
        public Timeline timeline() {
            return Timeline.WALL_CLOCK;
        }

        @Override
        public End end() {
            return rule.end();
        }

        @Override
        public Sequence sequence(Moment start) {
            return shift.applied(rule.sequence(start));
        }
    }
}
