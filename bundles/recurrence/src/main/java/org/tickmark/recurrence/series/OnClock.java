package org.tickmark.recurrence.series;

import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.series.Outlook.Range;

/**
 * What the rule of a series gives, shifted off free days where the series is, on the clock that the rule counts on, without its
 * end and without what was changed by hand.
 *
 * @param clock the clock
 * @param given what the rule gives before it is shifted
 * @param beat what takes place
 * @param times its times of day
 * @param shift where the days of {@code given} go
 * @param margin seconds by which a change of the clock may have moved the times of day of what is shifted
 */
record OnClock(Clock clock, Sequence given, Meets.Beat beat, TimesOfDay times, Optional<Shift> shift, long margin) {
    /** No zone ever changed its clocks by more. */
    private static final long LARGEST_CHANGE = 2 * Cycles.DAY;

    private static final Range FAR_AWAY = new Range(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    /** The series on its clock, the step of its beat only where that is to be used. */
    static OnClock of(Series series, boolean even) {
        Definition definition = series.definition();
        Optional<Shift> shift = definition.shifting().map(Shifting::shift);
        Length length = definition.length();
        long seconds = Math.max(1, length.days() * Cycles.DAY + length.seconds());
        long step = even ? Cycles.of(definition.rule()).getAsLong() : 0;
        Sequence given = definition.given();
        Sequence placed = shift.map(moving -> moving.applied(given)).orElse(given);
        Clock clock = Clock.of(definition);
        return new OnClock(
                clock,
                given,
                new Meets.Beat(placed, seconds, step),
                TimesOfDay.of(definition.rule(), definition.start()),
                shift,
                shift.isPresent() ? clock.largestChange() : 0);
    }

    /** Whether the series has such a clock: not where it shifts days of a zone and its rule counts time that passes. */
    static boolean fits(Series series) {
        return series.shifting().isEmpty()
                || series.rule().timeline() == Timeline.WALL_CLOCK
                || !(series.start() instanceof Moment.Zoned);
    }

    /** The first change of the clock whose surroundings of a reach are not over at the second, as them; far away where none is. */
    Range aroundChange(long second, long reach) {
        Optional<Clock.Change> change = clock.after(beforeShift(second - 2 * reach) - reach - LARGEST_CHANGE);
        while (change.isPresent() && around(change.get(), reach).end() <= second) {
            change = clock.after(change.get().second());
        }
        return change.map(found -> reachedByLater(found, around(found, reach), reach))
                .orElse(FAR_AWAY);
    }

    /** The surroundings, begun sooner where a later change is seen before them, because free days are all that lies between. */
    private Range reachedByLater(Clock.Change change, Range around, long reach) {
        long start = around.start();
        Optional<Clock.Change> later = shift.isPresent() ? clock.after(change.second()) : Optional.empty();
        while (later.isPresent()
                && later.get().second() <= Sequence.MAX
                && beforeShift(later.get().second() - later.get().size() - reach) - reach < start) {
            start = Math.min(start, around(later.get(), reach).start());
            later = clock.after(later.get().second());
        }
        return new Range(start, around.end());
    }

    /**
     * An occurrence near a change is moved by the size of it at most, and meets what is no longer away than the reach. Where it is
     * shifted, that is seen on the day it is shifted to.
     */
    private Range around(Clock.Change change, long reach) {
        long start = change.second() - change.size() - reach;
        long end = change.second() + change.size() + reach;
        return shift.isPresent() && isBusy(given, start - reach, end, change.size())
                ? new Range(beforeShift(start) - reach, afterShift(end) + reach)
                : new Range(start, end);
    }

    /** Whether the times of day alone tell that nothing is near a change of the clock after the second, however far away. */
    boolean isQuietAtChanges(long second, long reach) {
        return shift.isEmpty()
                && clock.kindsOfChanges(second - LARGEST_CHANGE).allMatch(change -> isQuietAt(change, reach));
    }

    private boolean isQuietAt(ZoneOffsetTransition change, long reach) {
        int before = change.getOffsetBefore().getTotalSeconds();
        int after = change.getOffsetAfter().getTotalSeconds();
        long size = Math.abs(after - before);
        long start = change.toEpochSecond() + Math.min(before, after) - size - 2 * reach;
        long end = change.toEpochSecond() + Math.max(before, after) + size + reach;
        return !times.areWithin(start, end);
    }

    /** Whether something may take place that begins within the range, on the line, or before it by the reach at most. */
    boolean isBusy(Range range, long reach) {
        return isBusy(beat.sequence(), range.start() - reach, range.end(), margin);
    }

    private boolean isBusy(Sequence sequence, long start, long end, long slack) {
        long least = clock.ahead(start);
        long most = least;
        Optional<Clock.Change> change = clock.after(start - LARGEST_CHANGE);
        while (change.isPresent() && change.get().second() <= end + LARGEST_CHANGE) {
            long after = clock.ahead(change.get().second());
            long before = clock.ahead(change.get().second() - 1);
            least = Math.min(least, Math.min(before, after));
            most = Math.max(most, Math.max(before, after));
            change = clock.after(change.get().second());
        }
        long found = sequence.next(start + least - slack);
        return found != Sequence.NONE && found <= end + most + slack;
    }

    /** No later than where anything of that second or after it may be shifted to. */
    private long beforeShift(long second) {
        return shift.map(moving -> day(moving.calendar()
                                .previousWorkday(LocalDate.ofEpochDay(inRange(Math.floorDiv(second, Cycles.DAY) - 3)))
                                .map(LocalDate::toEpochDay)
                                .orElse(FIRST_DAY))
                        - 2 * Cycles.DAY)
                .orElse(second);
    }

    /** No earlier than where anything of that second or before it may be shifted to. */
    private long afterShift(long second) {
        return shift.map(moving -> day(moving.calendar()
                                .nextWorkday(LocalDate.ofEpochDay(inRange(Math.floorDiv(second, Cycles.DAY) + 1)))
                                .map(LocalDate::toEpochDay)
                                .orElse(LAST_DAY))
                        + 2 * Cycles.DAY)
                .orElse(second);
    }

    private static long day(long epochDay) {
        return epochDay * Cycles.DAY;
    }

    private static long inRange(long day) {
        return Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
    }
}
