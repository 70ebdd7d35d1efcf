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
        CellSource years = new YearOfMonthsCells(new Cells(times), 1, 0, times);
        return Window.from(startSecond, new PeriodSequence(Periods.YEARS, 1, year, years));
    }

    private static long word(BitSet numbers) {
        return numbers.toLongArray()[0];
    }

    private final class Cells extends CellSource {
        Cells(Times times) {
            super(times, ALL, false);
        }

        @Override
        long[] days(int period) {
            if (!months.get(period % 12 + 1)) {
                return new long[1];
            }
            return new long[] {days.applyAsInt(length(period), Civil.weekday(Periods.MONTHS.startDay(period)))};
        }

        @Override
        int length(int period) {
            return Civil.lengthOfMonth(Civil.isLeap(period / 12), period % 12 + 1);
        }
    }
}
