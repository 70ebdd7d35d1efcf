package org.tickmark.recurrence.calendar;

import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.internal.YearCounts;

/**
 * The elements of a wall-clock sequence on the days that a shift gives them, at the times they had; two that meet are one.
 *
 * <p>A shift keeps the order of days, so the elements of one day come from days that follow each other: its sources. Every
 * question is answered from the sources of the days near it.
 */
final class ShiftedSequence implements Sequence {
    private static final int SECONDS = 86_400;

    private final Sequence original;
    private final Shift shift;
    private final YearCounts counts;

    ShiftedSequence(Sequence original, Shift shift) {
        this.original = original;
        this.shift = shift;
        this.counts = new YearCounts(
                Math.max(yearOf(original.first()) - 1, YearShape.FIRST_YEAR),
                Math.min(yearOf(original.last()) + 1, YearShape.LAST_YEAR),
                this::countInYear);
    }

    private static int yearOf(long element) {
        return element == NONE ? YearShape.FIRST_YEAR : YearShape.yearOf(Math.floorDiv(element, SECONDS));
    }

    @Override
    public long next(long atOrAfter) {
        if (atOrAfter > MAX) {
            return NONE;
        }
        long from = Math.max(atOrAfter, MIN);
        long day = Math.floorDiv(from, SECONDS);
        long found = earliestOn(day, Math.floorMod(from, SECONDS));
        long after = shift.target(day) == day ? shift.lastSource(day) : lastSourceBefore(day);
        while (found == NONE) {
            long source = original.next((after + 1) * SECONDS);
            if (source == NONE) {
                return NONE;
            }
            after = Math.floorDiv(source, SECONDS);
            long target = shift.target(after);
            if (target != WorkCalendar.NONE && target >= day) {
                found = earliestOn(target, 0);
                after = shift.lastSource(target);
            }
        }
        return found;
    }

    @Override
    public long previous(long atOrBefore) {
        if (atOrBefore < MIN) {
            return NONE;
        }
        long until = Math.min(atOrBefore, MAX);
        long day = Math.floorDiv(until, SECONDS);
        long found = latestOn(day, Math.floorMod(until, SECONDS));
        long before = shift.target(day) == day ? shift.firstSource(day) : firstSourceAfter(day);
        while (found == NONE) {
            long source = original.previous(before * SECONDS - 1);
            if (source == NONE) {
                return NONE;
            }
            before = Math.floorDiv(source, SECONDS);
            long target = shift.target(before);
            if (target != WorkCalendar.NONE && target <= day) {
                found = latestOn(target, SECONDS - 1);
                before = shift.firstSource(target);
            }
        }
        return found;
    }

    @Override
    public long countBefore(long second) {
        if (second <= MIN) {
            return 0;
        }
        if (second > MAX) {
            return counts.before(YearShape.LAST_YEAR + 1);
        }
        long day = Math.floorDiv(second, SECONDS);
        int year = YearShape.yearOf(day);
        return counts.before(year)
                + countDays(YearShape.of(year).firstEpochDay(), day)
                + countOn(day, Math.floorMod(second, SECONDS));
    }

    @Override
    public long nth(long index) {
        if (index < 0) {
            return NONE;
        }
        int year = counts.yearOf(index);
        if (year > YearShape.LAST_YEAR) {
            return NONE;
        }
        long left = index - counts.before(year);
        long element = next(YearShape.of(year).firstEpochDay() * SECONDS);
        for (long onDay = countOnDayOf(element); left >= onDay; onDay = countOnDayOf(element)) {
            left -= onDay;
            element = next((Math.floorDiv(element, SECONDS) + 1) * SECONDS);
        }
        for (; left > 0; left--) {
            element = next(element + 1);
        }
        return element;
    }

    @Override
    public boolean isEndless() {
        return original.isEndless() && next(shift.calendar().settledFrom() * SECONDS) != NONE;
    }

    private long countOnDayOf(long element) {
        return countOn(Math.floorDiv(element, SECONDS), SECONDS);
    }

    private long countInYear(int year) {
        YearShape shape = YearShape.of(year);
        return countDays(shape.firstEpochDay(), shape.firstEpochDay() + shape.length());
    }

    /** Elements on the days from the first, inclusive, to the second, exclusive. */
    private long countDays(long firstDay, long endDay) {
        long count = 0;
        long element = next(firstDay * SECONDS);
        while (element != NONE && element < endDay * SECONDS) {
            long day = Math.floorDiv(element, SECONDS);
            count += countOn(day, SECONDS);
            element = next((day + 1) * SECONDS);
        }
        return count;
    }

    /** How many different times of day before the given one the sources of the day have. */
    private long countOn(long day, int endTime) {
        long first = shift.firstSource(day);
        long last = shift.lastSource(day);
        if (shift.target(day) != day) {
            return 0;
        }
        if (first == last) {
            return original.countBefore(day * SECONDS + endTime) - original.countBefore(day * SECONDS);
        }
        long count = 0;
        for (long time = earliestTime(first, last, 0);
                time < endTime;
                time = earliestTime(first, last, (int) time + 1)) {
            count++;
        }
        return count;
    }

    private long earliestOn(long day, int time) {
        if (shift.target(day) != day) {
            return NONE;
        }
        long found = earliestTime(shift.firstSource(day), shift.lastSource(day), time);
        return found == SECONDS ? NONE : day * SECONDS + found;
    }

    /** The earliest time, not before the given one, on any of the days; the length of a day where there is none. */
    private long earliestTime(long firstDay, long lastDay, int time) {
        long earliest = SECONDS;
        long day = firstDay;
        while (day <= lastDay && time < SECONDS) {
            long element = original.next(day * SECONDS + time);
            if (element == NONE || element >= (lastDay + 1) * SECONDS) {
                break;
            }
            long elementDay = Math.floorDiv(element, SECONDS);
            int elementTime = Math.floorMod(element, SECONDS);
            if (elementTime >= time) {
                earliest = Math.min(earliest, elementTime);
                day = elementDay + 1;
            } else {
                day = elementDay;
            }
        }
        return earliest;
    }

    private long latestOn(long day, int time) {
        if (shift.target(day) != day) {
            return NONE;
        }
        long latest = -1;
        long source = shift.lastSource(day);
        long firstDay = shift.firstSource(day);
        while (source >= firstDay) {
            long element = original.previous(source * SECONDS + time);
            if (element == NONE || element < firstDay * SECONDS) {
                break;
            }
            long elementDay = Math.floorDiv(element, SECONDS);
            int elementTime = Math.floorMod(element, SECONDS);
            if (elementTime <= time) {
                latest = Math.max(latest, elementTime);
                source = elementDay - 1;
            } else {
                source = elementDay;
            }
        }
        return latest < 0 ? NONE : day * SECONDS + latest;
    }

    /** The last day that becomes an earlier one than the given day, which nothing becomes. */
    private long lastSourceBefore(long day) {
        long workday = shift.calendar().workdayOnOrBefore(day);
        return workday == WorkCalendar.NONE ? YearShape.FIRST_DAY - 1 : shift.lastSource(workday);
    }

    /** The first day that becomes a later one than the given day, which nothing becomes. */
    private long firstSourceAfter(long day) {
        long workday = shift.calendar().workdayOnOrAfter(day);
        return workday == WorkCalendar.NONE ? YearShape.LAST_DAY + 1 : shift.firstSource(workday);
    }
}
