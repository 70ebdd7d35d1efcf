package org.tickmark.recurrence.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.recurrence.Sequence;

/**
 * A policy with the calendar it goes by: moves dates off the days that are not worked. It never changes the order of two
 * dates, so the dates that one working day receives follow each other without a gap.
 *
 * @param calendar which days are worked
 * @param policy what becomes of the others
 */
public record Shift(WorkCalendar calendar, ShiftPolicy policy) {
    public Shift {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(policy, "policy");
    }

    /** What the date becomes; empty where it is left out. */
    public Optional<LocalDate> target(LocalDate date) {
        return calendar.shift(date, policy);
    }

    /** The first date that becomes the given one; the given one itself where only that, or none, does. */
    public LocalDate firstSource(LocalDate target) {
        return LocalDate.ofEpochDay(firstSource(target.toEpochDay()));
    }

    /** The last date that becomes the given one; the given one itself where only that, or none, does. */
    public LocalDate lastSource(LocalDate target) {
        return LocalDate.ofEpochDay(lastSource(target.toEpochDay()));
    }

    /** What a sequence on the wall clock gives, on the days that its days become, at the same times; two that meet are one. */
    public Sequence applied(Sequence wallClock) {
        return new ShiftedSequence(wallClock, this);
    }

    /** As {@link #target(LocalDate)} in days from 1970-01-01; {@link WorkCalendar#NONE} where it is left out. */
    long target(long day) {
        return calendar.shift(day, policy);
    }

    long firstSource(long target) {
        if (movesNothing() || !calendar.isWorkday(target)) {
            return target;
        }
        long workdayBefore = calendar.workdayOnOrBefore(target - 1);
        long outside = workdayBefore == WorkCalendar.NONE ? YearShape.FIRST_DAY - 1 : workdayBefore;
        return edge(outside, target);
    }

    long lastSource(long target) {
        if (movesNothing() || !calendar.isWorkday(target)) {
            return target;
        }
        long workdayAfter = calendar.workdayOnOrAfter(target + 1);
        long outside = workdayAfter == WorkCalendar.NONE ? YearShape.LAST_DAY + 1 : workdayAfter;
        return edge(outside, target);
    }

    private boolean movesNothing() {
        return policy == ShiftPolicy.KEEP || policy == ShiftPolicy.SKIP;
    }

    /** The day farthest from the target, towards one that does not become it, that still becomes it. */
    private long edge(long outside, long target) {
        long not = outside;
        long becomes = target;
        while (Math.abs(becomes - not) > 1) {
            long middle = (not + becomes) / 2;
            if (target(middle) == target) {
                becomes = middle;
            } else {
                not = middle;
            }
        }
        return becomes;
    }
}
