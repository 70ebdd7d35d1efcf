package org.tickmark.recurrence.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tickmark.recurrence.Sequence;

/** The part of a sequence that lies in some years. Years that hold nothing are left out from the beginning. */
final class InYears implements Sequence {
    private static final long DAY = 86_400;

    private final Sequence whole;
    private final long[] begins;
    private final long[] ends;
    private final long[] countsBefore;

    private InYears(Sequence whole, List<long[]> runs) {
        this.whole = whole;
        begins = runs.stream().mapToLong(run -> run[0]).toArray();
        ends = runs.stream().mapToLong(run -> run[1]).toArray();
        countsBefore = new long[begins.length + 1];
        for (int i = 0; i < begins.length; i++) {
            countsBefore[i + 1] = countsBefore[i] + whole.countBefore(ends[i]) - whole.countBefore(begins[i]);
        }
    }

    static Sequence of(BitSet years, Sequence whole) {
        List<long[]> runs = new ArrayList<>();
        for (int first = years.nextSetBit(0); first >= 0; first = years.nextSetBit(first)) {
            int after = years.nextClearBit(first);
            long begin = secondOfYear(first);
            long end = secondOfYear(after);
            long hit = whole.next(begin);
            if (hit != NONE && hit < end) {
                runs.add(new long[] {begin, end});
            }
            first = after;
        }
        return new InYears(whole, runs);
    }

    private static long secondOfYear(int year) {
        return LocalDate.of(year, 1, 1).toEpochDay() * DAY;
    }

    @Override
    public long next(long atOrAfter) {
        int run = runEndingAfter(atOrAfter);
        if (run == ends.length) {
            return NONE;
        }
        long hit = whole.next(Math.max(atOrAfter, begins[run]));
        if (hit != NONE && hit < ends[run]) {
            return hit;
        }
        return run + 1 == ends.length ? NONE : whole.next(begins[run + 1]);
    }

    @Override
    public long previous(long atOrBefore) {
        int run = runEndingAfter(atOrBefore);
        if (run < begins.length && begins[run] <= atOrBefore) {
            long hit = whole.previous(atOrBefore);
            if (hit != NONE && hit >= begins[run]) {
                return hit;
            }
        }
        return run == 0 ? NONE : whole.previous(ends[run - 1] - 1);
    }

    @Override
    public long countBefore(long second) {
        int run = runEndingAfter(second);
        boolean inside = run < begins.length && begins[run] < second;
        return countsBefore[run] + (inside ? whole.countBefore(second) - whole.countBefore(begins[run]) : 0);
    }

    @Override
    public long nth(long index) {
        if (index < 0 || index >= countsBefore[begins.length]) {
            return NONE;
        }
        int found = Arrays.binarySearch(countsBefore, index);
        int run = found >= 0 ? found : -found - 2;
        return whole.nth(whole.countBefore(begins[run]) + index - countsBefore[run]);
    }

    @Override
    public boolean isEndless() {
        return false;
    }

    /** The index of the first run that ends after the second. */
    private int runEndingAfter(long second) {
        int found = Arrays.binarySearch(ends, second);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
