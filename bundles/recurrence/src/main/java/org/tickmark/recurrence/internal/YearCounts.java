package org.tickmark.recurrence.internal;

import java.util.Arrays;

/**
 * How many elements of a sequence lie before a year, counted year by year when first asked for and then kept: a calendar
 * with Easter in it has no cycle to count by. Safe for use from many threads.
 */
public final class YearCounts {
    private static final int STEP = 16;
    private static final int BEYOND = 10_000;

    private final int firstYear;
    private final int endYear;
    private final Counter counter;
    private volatile long[] before = {0};

    /** The first and the last year that may hold elements, and how to count those of one year. */
    public YearCounts(int firstYear, int lastYear, Counter counter) {
        this.firstYear = firstYear;
        this.endYear = lastYear + 1;
        this.counter = counter;
    }

    /** Elements in the years before the given one. */
    public long before(int year) {
        int index = Math.min(year, endYear) - firstYear;
        return index <= 0 ? 0 : upTo(index)[index];
    }

    /** The year in which the element with that index lies; 10,000 where there are not so many. */
    public int yearOf(long element) {
        int end = endYear - firstYear;
        long[] known = before;
        while (known[known.length - 1] <= element && known.length <= end) {
            known = upTo(Math.min(known.length + STEP, end));
        }
        int found = Arrays.binarySearch(known, element);
        int index = found < 0 ? -found - 2 : lastOfEqual(known, found);
        return index >= end ? BEYOND : firstYear + index;
    }

    private static int lastOfEqual(long[] counts, int found) {
        int index = found;
        while (index + 1 < counts.length && counts[index + 1] == counts[found]) {
            index++;
        }
        return index;
    }

    private long[] upTo(int index) {
        long[] known = before;
        return index < known.length ? known : extend(index);
    }

    private synchronized long[] extend(int index) {
        int known = before.length;
        if (index >= known) {
            long[] longer = Arrays.copyOf(before, index + 1);
            for (int next = known; next <= index; next++) {
                longer[next] = longer[next - 1] + counter.count(firstYear + next - 1);
            }
            before = longer;
        }
        return before;
    }

    /** Counts the elements of one year. */
    @FunctionalInterface
    public interface Counter {
        long count(int year);
    }
}
