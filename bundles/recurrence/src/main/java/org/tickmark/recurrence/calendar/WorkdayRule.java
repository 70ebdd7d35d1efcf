package org.tickmark.recurrence.calendar;

import java.time.Month;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;

/**
 * The nth working days of a month by a calendar, counted from its start or from its end: the last working day, the third, the
 * first and the last. A month that has not so many leaves them out. The time of day is that of the start.
 *
 * @param calendar which days are worked
 * @param nths 1 to 31 from the month's start, -1 to -31 from its end; ascending, without duplicates, at least one
 * @param interval every how many months, at least 1, counted from the month of the start
 * @param months in which months; all twelve when none is given
 * @param end when the rule ends
 */
public record WorkdayRule(WorkCalendar calendar, List<Integer> nths, int interval, Set<Month> months, End end)
        implements Rule {
    private static final int MOST = 31;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when a number is out of its bounds
     */
    public WorkdayRule {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(end, "end");
        nths = nths.stream().distinct().sorted().toList();
        if (nths.isEmpty() || nths.contains(0) || nths.stream().anyMatch(nth -> Math.abs(nth) > MOST)) {
            throw new IllegalArgumentException("Working days " + nths
                    + " of a month: expected at least one number, from 1 to 31 or from -1 to -31");
        }
        if (interval < 1) {
            throw new IllegalArgumentException("Every " + interval + " months: expected 1 or more");
        }
        months = months.isEmpty()
                ? Collections.unmodifiableSet(EnumSet.allOf(Month.class))
                : Collections.unmodifiableSet(EnumSet.copyOf(months));
    }

    /** The nth working day of every month, without end. */
    public static WorkdayRule nth(WorkCalendar calendar, int nth) {
        return new WorkdayRule(calendar, List.of(nth), 1, Set.of(), End.never());
    }

    /** The last working day of every month, without end. */
    public static WorkdayRule last(WorkCalendar calendar) {
        return nth(calendar, -1);
    }

    /** The same days with another end. */
    public WorkdayRule withEnd(End other) {
        return new WorkdayRule(calendar, nths, interval, months, other);
    }

    @Override
    public Timeline timeline() {
        return Timeline.WALL_CLOCK;
    }

    @Override
    public Sequence sequence(Moment start) {
        return new WorkdaySequence(this, start.wallClockSecond());
    }
}
