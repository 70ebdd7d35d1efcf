package org.tickmark.calendar.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Skip;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * The hours of the week, in UTC from Monday at midnight, in which an item may take time, whatever the date: perhaps more than it ever uses,
 * never fewer. Two items that share none never meet, so they need not be compared.
 *
 * @param hours 0 to 167, or {@link #ANY} alone
 * @param from before everything that it blocks
 * @param to after everything; empty for ever
 */
public record WeekHours(SortedSet<Integer> hours, Instant from, Optional<Instant> to) {
    /** Stands for every hour, where it would be most of them. */
    public static final int ANY = -1;

    private static final int MINUTES_A_DAY = 1_440;
    private static final int HOURS_A_WEEK = 168;
    private static final int MANY = 84;
    private static final int FEW = 500;
    private static final int MINUTES_A_WEEK = 7 * MINUTES_A_DAY;
    private static final Duration SLACK = Duration.ofDays(9);

    /** The hours of an item. */
    public static WeekHours of(Item item, ZoneId home) {
        return item.content() instanceof Series series
                ? new Collecting(series.fields(), home).series(series)
                : new Collecting(Map.of(), home).single(((Single) item.content()).occurrence());
    }

    /** Collects hours. One item an instance. */
    private static final class Collecting {
        private final ZoneId home;
        private final Map<String, String> fields;
        private final SortedSet<Integer> hours = new TreeSet<>();

        Collecting(Map<String, String> fields, ZoneId home) {
            this.fields = fields;
            this.home = home;
        }

        WeekHours single(Occurrence one) {
            occurrence(one);
            return hours(Dial.instant(one.start(), home), Optional.of(Dial.instant(one.end(), home)));
        }

        WeekHours series(Series series) {
            regular(series);
            Instant from = Dial.instant(series.start(), home);
            for (Deviation deviation : series.deviations()) {
                if (!HandChanges.of(deviation).isEmpty() || deviation instanceof Deviation.Added) {
                    series.occurrence(deviation.original()).ifPresent(this::occurrence);
                }
            }
            Instant first = series.first()
                    .map(one -> Dial.instant(one.start(), home))
                    .filter(one -> one.isBefore(from))
                    .orElse(from);
            return hours(first, series.last().map(last -> latestEnd(series, last)));
        }

        /** One that begins earlier may end later. */
        private Instant latestEnd(Series series, Occurrence last) {
            Instant end = Dial.instant(last.end(), home);
            for (Deviation deviation : series.deviations()) {
                Optional<Instant> other =
                        series.occurrence(deviation.original()).map(one -> Dial.instant(one.end(), home));
                end = other.isPresent() && other.get().isAfter(end) ? other.get() : end;
            }
            Instant usual = Dial.instant(series.length().end(last.start()), home);
            return usual.isAfter(end) ? usual : end;
        }

        private WeekHours hours(Instant first, Optional<Instant> last) {
            return new WeekHours(hours, first.minus(SLACK), last.map(end -> end.plus(SLACK)));
        }

        private void regular(Series series) {
            Optional<Set<DayOfWeek>> days = days(series);
            if (days.isEmpty() && series.size().orElse(Long.MAX_VALUE) <= FEW) {
                series.occurrences().forEach(this::occurrence);
                return;
            }
            if (days.isEmpty()) {
                everything();
                return;
            }
            Moment start = series.start();
            LocalTime time = start.wallClock().toLocalTime();
            for (ZoneOffset offset : offsets(start)) {
                for (DayOfWeek day : days.get()) {
                    int minute = (day.getValue() - 1) * MINUTES_A_DAY
                            + time.toSecondOfDay() / 60
                            - Math.floorDiv(offset.getTotalSeconds(), 60);
                    block(minute, series.length(), fields);
                }
            }
        }

        /** The days on which the rule may give something at the time of its start; empty where it is not so simple. */
        private static Optional<Set<DayOfWeek>> days(Series series) {
            boolean plain = series.rule() instanceof RecurrenceRule rule
                    && rule.frequency().compareTo(Frequency.DAILY) >= 0
                    && rule.byHour().isEmpty()
                    && rule.byMinute().isEmpty()
                    && rule.bySecond().isEmpty();
            if (!plain || series.shifting().isPresent()) {
                return Optional.empty();
            }
            RecurrenceRule rule = (RecurrenceRule) series.rule();
            EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            rule.byDay().stream().map(NthWeekday::weekday).forEach(days::add);
            if (days.isEmpty() && rule.frequency() == Frequency.WEEKLY) {
                days.add(series.start().wallClock().getDayOfWeek());
            }
            boolean skips = rule.skip() != Skip.OMIT;
            return Optional.of(days.isEmpty() || skips ? EnumSet.allOf(DayOfWeek.class) : days);
        }

        /** What the clock of a start may be ahead of UTC from then on. */
        private Set<ZoneOffset> offsets(Moment start) {
            if (start instanceof Moment.Utc) {
                return Set.of(ZoneOffset.UTC);
            }
            ZoneRules rules = (start instanceof Moment.Zoned zoned ? zoned.zone() : home).getRules();
            Instant from = Dial.instant(start, home).minus(SLACK);
            Set<ZoneOffset> offsets = new TreeSet<>(Set.of(rules.getOffset(from)));
            for (ZoneOffsetTransition change : rules.getTransitions()) {
                if (change.getInstant().isAfter(from)) {
                    offsets.add(change.getOffsetAfter());
                    offsets.add(change.getOffsetBefore());
                }
            }
            rules.getTransitionRules().forEach(rule -> {
                offsets.add(rule.getOffsetAfter());
                offsets.add(rule.getOffsetBefore());
            });
            return offsets;
        }

        private void occurrence(Occurrence one) {
            LocalDateTime start = LocalDateTime.ofInstant(Dial.instant(one.start(), home), ZoneOffset.UTC);
            int minute = (start.getDayOfWeek().getValue() - 1) * MINUTES_A_DAY
                    + start.toLocalTime().toSecondOfDay() / 60;
            block(minute, one.length(), one.fields());
        }

        /** What is blocked around a minute of the week; days on a clock may be an hour or two longer, and a whole one once in Samoa. */
        private void block(int minute, Length length, Map<String, String> blocking) {
            Occupation how = Occupation.of(blocking, "", true, Answer.ACCEPTED);
            long minutes = length.days() * (long) MINUTES_A_DAY + length.seconds() / 60 + how.lead() + how.lag() + 2;
            if (length.days() > 0 || minutes >= MINUTES_A_WEEK) {
                minutes += MINUTES_A_DAY;
            }
            if (minutes >= MINUTES_A_WEEK) {
                everything();
                return;
            }
            int begin = minute - how.lead();
            int first = Math.floorDiv(begin, 60);
            int last = Math.floorDiv(begin + (int) minutes, 60);
            for (int hour = first; hour <= last && !hours.contains(ANY); hour++) {
                hours.add(Math.floorMod(hour, HOURS_A_WEEK));
            }
            if (hours.size() > MANY) {
                everything();
            }
        }

        private void everything() {
            hours.clear();
            hours.add(ANY);
        }
    }

    /** The hours under which items that may meet this one are kept; empty for all. */
    public Optional<SortedSet<Integer>> facing() {
        if (hours.contains(ANY)) {
            return Optional.empty();
        }
        SortedSet<Integer> facing = new TreeSet<>(hours);
        facing.add(ANY);
        return Optional.of(facing);
    }
}
