package org.tickmark.recurrence.internal;

import java.util.BitSet;
import java.util.function.IntBinaryOperator;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;

/** Days of months that depend on nothing but the month, its length and the weekday it begins with, each with the same times. */
public final class MonthPattern {
    private final BitSet months;
    private final IntBinaryOperator days;

    /**
     * @param months 1 to 12
     * @param days the days of a month of a length that begins with a weekday (0 for Monday), as bits, the first one lowest
     */
    public MonthPattern(BitSet months, IntBinaryOperator days) {
        this.months = (BitSet) months.clone();
        this.days = days;
    }

    /** The days from the start on, at all combinations of hours, minutes and seconds; at midnight for a start that is a date. */
    public Sequence sequence(BitSet hours, BitSet minutes, BitSet seconds, Moment start) {
        Times times = start instanceof Moment.DateOnly
                ? Times.of(0)
                : Times.product(word(hours), word(minutes), word(seconds));
        long startSecond = start.wallClockSecond();
        int year = Periods.YEARS.indexOf(Civil.dayOf(startSecond));
        CellSource years = new YearOfMonthsCells(this::daysOf, 1, 0, times);
        return Window.from(startSecond, new PeriodSequence(Periods.YEARS, 1, year, years));
    }

    private long daysOf(int month, int length, int firstWeekday) {
        return months.get(month) ? days.applyAsInt(length, firstWeekday) : 0;
    }

    private static long word(BitSet numbers) {
        return numbers.toLongArray()[0];
    }
}
