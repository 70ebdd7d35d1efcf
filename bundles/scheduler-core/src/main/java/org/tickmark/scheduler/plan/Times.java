package org.tickmark.scheduler.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.calendar.WorkCalendar;

/**
 * The times of a schedule, in seconds since 1970-01-01T00:00:00Z, and which of them are left out since their day is free. No answer
 * is found by walking from time to time; the free ones of a span cost a step a day.
 */
final class Times {
    static final long NONE = Sequence.NONE;

    /** A schedule that has nothing but free days for so long is taken for one that never runs. */
    private static final long PATIENCE_SECONDS = 100L * 366 * 86_400;

    private final Sequence all;
    private final ZoneId zone;
    private final Optional<WorkCalendar> leavesOut;
    private final long endExclusive;

    /**
     * @param all the times, also those at or after the end
     * @param zone whose days are free or not
     * @param leavesOut by which calendar times on free days are left out; empty: none is
     * @param endExclusive nothing at or after this
     */
    Times(Sequence all, ZoneId zone, Optional<WorkCalendar> leavesOut, long endExclusive) {
        this.all = Objects.requireNonNull(all, "all");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.leavesOut = Objects.requireNonNull(leavesOut, "leavesOut");
        this.endExclusive = endExclusive;
    }

    /** The first time at or after a second, or {@link #NONE}. */
    long next(long atOrAfter) {
        long time = all.next(atOrAfter);
        return time < endExclusive ? time : NONE;
    }

    /** The last time at or before a second, or {@link #NONE}. */
    long previous(long atOrBefore) {
        return all.previous(Math.min(atOrBefore, endExclusive - 1));
    }

    /** How many times there are in a span. */
    long count(long fromInclusive, long toExclusive) {
        return Math.max(0, all.countBefore(Math.min(toExclusive, endExclusive)) - all.countBefore(fromInclusive));
    }

    /** The first time at or after a second that is not left out, or {@link #NONE}. */
    long nextKept(long atOrAfter) {
        long time = next(atOrAfter);
        long patience = time == NONE ? NONE : time + PATIENCE_SECONDS;
        while (time != NONE && isLeftOut(time)) {
            long workday = start(leavesOut.orElseThrow().nextWorkday(day(time)));
            time = workday == NONE || workday > patience ? NONE : next(workday);
        }
        return time;
    }

    /** The last time in a span that is not left out, or {@link #NONE}. */
    long lastKept(long fromInclusive, long toExclusive) {
        long time = previous(toExclusive - 1);
        while (time >= fromInclusive && isLeftOut(time)) {
            time = previous(start(Optional.of(firstFree(day(time)))) - 1);
        }
        return time < fromInclusive ? NONE : time;
    }

    /** The first of the free days that end with a day. */
    private LocalDate firstFree(LocalDate free) {
        return leavesOut
                .orElseThrow()
                .previousWorkday(free)
                .map(workday -> workday.plusDays(1))
                .orElse(free);
    }

    /** How many times of a span are left out. */
    long countLeftOut(long fromInclusive, long toExclusive) {
        if (leavesOut.isEmpty()) {
            return 0;
        }
        long count = 0;
        for (long time = nextLeftOut(fromInclusive, toExclusive); time != NONE; ) {
            long end = Math.min(toExclusive, start(Optional.of(day(time).plusDays(1))));
            count += count(time, end);
            time = nextLeftOut(end, toExclusive);
        }
        return count;
    }

    /** The first time of a span that is left out, or {@link #NONE}. */
    long nextLeftOut(long fromInclusive, long toExclusive) {
        long time = leavesOut.isEmpty() ? NONE : next(fromInclusive);
        while (time != NONE && time < toExclusive) {
            if (isLeftOut(time)) {
                return time;
            }
            time = next(start(Optional.of(day(time).plusDays(1))));
        }
        return NONE;
    }

    /** The last time of a span that is left out, or {@link #NONE}. */
    long lastLeftOut(long fromInclusive, long toExclusive) {
        long time = leavesOut.isEmpty() ? NONE : previous(toExclusive - 1);
        while (time >= fromInclusive && !isLeftOut(time)) {
            time = previous(start(Optional.of(day(time))) - 1);
        }
        return time < fromInclusive ? NONE : time;
    }

    boolean isLeftOut(long time) {
        return leavesOut.isPresent() && !leavesOut.get().isWorkday(day(time));
    }

    private LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    private long start(Optional<LocalDate> day) {
        return day.map(date -> date.atStartOfDay(zone).toEpochSecond()).orElse(NONE);
    }
}
