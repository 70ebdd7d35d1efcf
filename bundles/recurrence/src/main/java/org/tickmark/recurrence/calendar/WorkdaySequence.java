package org.tickmark.recurrence.calendar;

import java.time.Month;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.internal.YearCounts;

/** The moments of a {@link WorkdayRule}. A month's elements are bits, one for each of its working days. */
final class WorkdaySequence implements Sequence {
    private static final int SECONDS = 86_400;
    private static final int MONTHS = 12;
    private static final int LAST_MONTH = YearShape.LAST_YEAR * MONTHS + MONTHS - 1;

    private final WorkdayRule rule;
    private final int[] nths;
    private final int months;
    private final long start;
    private final int startMonth;
    private final int time;
    private final YearCounts counts;

    WorkdaySequence(WorkdayRule rule, long start) {
        this.rule = rule;
        this.nths = rule.nths().stream().mapToInt(Integer::intValue).toArray();
        this.months = rule.months().stream().mapToInt(WorkdaySequence::bit).sum();
        this.start = start;
        this.startMonth = monthOf(Math.floorDiv(start, SECONDS));
        this.time = Math.floorMod(start, SECONDS);
        this.counts = new YearCounts(startMonth / MONTHS, YearShape.LAST_YEAR, this::countInYear);
    }

    private static int bit(Month month) {
        return 1 << (month.getValue() - 1);
    }

    @Override
    public long next(long atOrAfter) {
        if (atOrAfter > MAX) {
            return NONE;
        }
        long from = Math.max(atOrAfter, start);
        long firstDay = Math.floorDiv(from - time + SECONDS - 1, SECONDS);
        if (firstDay > YearShape.LAST_DAY) {
            return NONE;
        }
        int month = activeOnOrAfter(monthOf(firstDay));
        while (month <= LAST_MONTH) {
            int left = elements(month) & (-1 << workdaysBefore(month, firstDay));
            if (left != 0) {
                return second(month, Integer.numberOfTrailingZeros(left));
            }
            month = activeOnOrAfter(month + 1);
        }
        return NONE;
    }

    @Override
    public long previous(long atOrBefore) {
        if (atOrBefore < start) {
            return NONE;
        }
        long until = Math.min(atOrBefore, MAX);
        long lastDay = Math.floorDiv(until - time, SECONDS);
        int month = activeOnOrBefore(monthOf(lastDay));
        while (month >= startMonth) {
            int left = elements(month) & ~(-1 << workdaysBefore(month, lastDay + 1));
            if (left != 0) {
                return notBeforeStart(second(month, 31 - Integer.numberOfLeadingZeros(left)));
            }
            month = activeOnOrBefore(month - 1);
        }
        return NONE;
    }

    private long notBeforeStart(long second) {
        return second < start ? NONE : second;
    }

    @Override
    public long countBefore(long second) {
        if (second <= start) {
            return 0;
        }
        long end = Math.floorDiv(Math.min(second, MAX + 1) - time + SECONDS - 1, SECONDS);
        int year = end > YearShape.LAST_DAY ? YearShape.LAST_YEAR + 1 : YearShape.yearOf(end);
        long count = counts.before(year);
        int lastMonth = end > YearShape.LAST_DAY ? 0 : monthOf(end);
        for (int month = Math.max(year * MONTHS, startMonth); month <= lastMonth; month++) {
            count += Integer.bitCount(fromStart(month) & ~(-1 << workdaysBefore(month, end)));
        }
        return count;
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
        int month = Math.max(year * MONTHS, startMonth);
        while (left >= Integer.bitCount(fromStart(month))) {
            left -= Integer.bitCount(fromStart(month++));
        }
        int bits = fromStart(month);
        for (; left > 0; left--) {
            bits &= bits - 1;
        }
        return second(month, Integer.numberOfTrailingZeros(bits));
    }

    /** Calendars differ from year to year, but not for ever: after the last year that a calendar names, what happens recurs. */
    @Override
    public boolean isEndless() {
        return next(rule.calendar().settledFrom() * (long) SECONDS) != NONE;
    }

    private long countInYear(int year) {
        long count = 0;
        for (int month = Math.max(year * MONTHS, startMonth); month < (year + 1) * MONTHS; month++) {
            count += Integer.bitCount(fromStart(month));
        }
        return count;
    }

    /** The elements of a month that are not before the start, none where the month is left out. */
    private int fromStart(int month) {
        if (!isActive(month)) {
            return 0;
        }
        return month == startMonth
                ? elements(month) & (-1 << workdaysBefore(month, Math.floorDiv(start, SECONDS)))
                : elements(month);
    }

    /** Bit k stands for the month's working day k, counted from 0. */
    private int elements(int month) {
        int workdays = rule.calendar().workdays(month / MONTHS, month % MONTHS + 1);
        int elements = 0;
        for (int nth : nths) {
            int workday = nth > 0 ? nth - 1 : workdays + nth;
            if (workday >= 0 && workday < workdays) {
                elements |= 1 << workday;
            }
        }
        return elements;
    }

    /** How many working days of the month lie before the day: 0 to 31. */
    private int workdaysBefore(int month, long day) {
        return rule.calendar().workdaysBefore(month / MONTHS, month % MONTHS + 1, day);
    }

    private long second(int month, int workday) {
        return rule.calendar().nthWorkday(month / MONTHS, month % MONTHS + 1, workday + 1) * SECONDS + time;
    }

    /** The first month that counts from there on; one beyond the last where none does. */
    private int activeOnOrAfter(int from) {
        long steps = Math.floorDiv(Math.max(from, startMonth) - startMonth + rule.interval() - 1L, rule.interval());
        long month = startMonth + steps * rule.interval();
        for (int tries = 0; tries < MONTHS && month <= LAST_MONTH; tries++) {
            if (isActive((int) month)) {
                return (int) month;
            }
            month += rule.interval();
        }
        return LAST_MONTH + 1;
    }

    /** The last month that counts up to there; one before the start where none does. */
    private int activeOnOrBefore(int from) {
        long steps = Math.floorDiv(from - startMonth, rule.interval());
        long month = startMonth + steps * rule.interval();
        for (int tries = 0; tries < MONTHS && month >= startMonth; tries++) {
            if (isActive((int) month)) {
                return (int) month;
            }
            month -= rule.interval();
        }
        return startMonth - 1;
    }

    private boolean isActive(int month) {
        return (month - startMonth) % rule.interval() == 0 && ((months >> (month % MONTHS)) & 1) != 0;
    }

    private static int monthOf(long day) {
        int year = YearShape.yearOf(day);
        YearShape shape = YearShape.of(year);
        return year * MONTHS + shape.monthOf((int) (day - shape.firstEpochDay())) - 1;
    }
}
