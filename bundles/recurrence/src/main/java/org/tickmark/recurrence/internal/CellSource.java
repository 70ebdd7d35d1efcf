package org.tickmark.recurrence.internal;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** Says which days a rule takes in a period, and makes the period's cell of them. Immutable. */
abstract class CellSource {
    /** No positions: all of a period's set. */
    static final int[] ALL = {};

    private final Times times;
    private final int[] positions;
    private final boolean carries;

    /**
     * @param times the times of each day
     * @param positions the positions of BYSETPOS, empty for all
     * @param carries whether the day after a period's end belongs to the next period, which is one of the rule's as well
     */
    CellSource(Times times, int[] positions, boolean carries) {
        this.times = times;
        this.positions = positions.clone();
        this.carries = carries;
    }

    /** The days of a period as bits, the first one lowest; the bit after the last day is a date skipped forward. */
    abstract long[] days(int period);

    /** How many days the period has. */
    abstract int length(int period);

    /** Whether it can be told, at less cost than making its cell, that the period has days of the rule. */
    boolean surelyHasDays(int period) {
        return false;
    }

    final Cell cell(int period) {
        if (times.size() == 0) {
            return new Cell.OfSeconds(new long[0]);
        }
        if (positions.length == 0) {
            return new Cell.OfDays(carried(days(period), period, this::days), times);
        }
        return times.size() == 1
                ? new Cell.OfDays(carried(chosenDays(period), period, this::chosenDays), times)
                : new Cell.OfSeconds(carriedSeconds(period));
    }

    private long[] carried(long[] days, int period, IntFunction<long[]> source) {
        if (carries) {
            Bits.clear(days, length(period));
            if (Bits.has(source.apply(period - 1), length(period - 1))) {
                Bits.set(days, 0);
            }
        }
        return days;
    }

    /** The days at the rule's positions, where each day has one time. */
    private long[] chosenDays(int period) {
        long[] days = days(period);
        if (positions.length == 0) {
            return days;
        }
        long[] chosen = new long[days.length];
        int size = Bits.size(days);
        for (int position : positions) {
            int index = Positions.index(position, size);
            if (index >= 0 && index < size) {
                Bits.set(chosen, Bits.nth(days, index));
            }
        }
        return chosen;
    }

    private long[] carriedSeconds(int period) {
        long[] own = chosenSeconds(period);
        if (!carries) {
            return own;
        }
        long length = (long) length(period) * Civil.DAY;
        long lengthBefore = (long) length(period - 1) * Civil.DAY;
        LongStream fromBefore = Arrays.stream(chosenSeconds(period - 1))
                .filter(second -> second >= lengthBefore)
                .map(second -> second - lengthBefore);
        return LongStream.concat(fromBefore, Arrays.stream(own).filter(second -> second < length))
                .sorted()
                .distinct()
                .toArray();
    }

    private long[] chosenSeconds(int period) {
        var all = new Cell.OfDays(days(period), times);
        return Arrays.stream(Positions.indices(positions, all.size()))
                .mapToLong(all::nth)
                .toArray();
    }
}
