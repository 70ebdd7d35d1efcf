package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds rows by amount: all rows ordered by amount and then by number, which within a side is the order of dates.
 * Immutable.
 */
final class AmountIndex {
    private static final int ROW_BITS = 32;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    private final long[] sorted;
    private final int bankRows;

    private AmountIndex(long[] sorted, int bankRows) {
        this.sorted = sorted;
        this.bankRows = bankRows;
    }

    static AmountIndex of(int[] amountIds, int bankRows) {
        long[] packed = new long[amountIds.length];
        for (int row = 0; row < amountIds.length; row++) {
            packed[row] = pack(amountIds[row], row);
        }
        Arrays.parallelSort(packed);
        return new AmountIndex(packed, bankRows);
    }

    /** The index of some of the rows. */
    AmountIndex only(IntPredicate wanted) {
        long[] kept = new long[sorted.length];
        int count = 0;
        for (long packed : sorted) {
            if (wanted.test(row(packed))) {
                kept[count++] = packed;
            }
        }
        return new AmountIndex(Arrays.copyOf(kept, count), bankRows);
    }

    /**
     * Numbers amounts: twice the number of the size, and one more if negative. The size of the lowest long is itself, which
     * no other long equals, so it has no opposite.
     */
    static int[] numberAmounts(long[] amounts) {
        int slots = Integer.highestOneBit(Math.max(8, amounts.length)) * 4;
        long[] sizes = new long[slots];
        int[] numbers = new int[slots];
        int[] found = new int[amounts.length];
        int count = 0;
        for (int row = 0; row < amounts.length; row++) {
            long size = Math.abs(amounts[row]);
            int slot = (int) Hashes.mix(size) & (slots - 1);
            while (numbers[slot] != 0 && sizes[slot] != size) {
                slot = (slot + 1) & (slots - 1);
            }
            if (numbers[slot] == 0) {
                sizes[slot] = size;
                numbers[slot] = ++count;
            }
            found[row] = (numbers[slot] - 1) * 2 + (amounts[row] < 0 ? 1 : 0);
        }
        return found;
    }

    /** A number above, a row below: sorted, rows with the same number stand together in their order. */
    static long pack(int number, int row) {
        return ((long) number << ROW_BITS) | row;
    }

    static int row(long packed) {
        return (int) (packed & ROW_MASK);
    }

    static int number(long packed) {
        return (int) (packed >>> ROW_BITS);
    }

    int size() {
        return sorted.length;
    }

    int amountAt(int position) {
        return number(sorted[position]);
    }

    /** The position of the first row of a side with this amount. */
    int start(int amountId, boolean bank) {
        return position(pack(amountId, bank ? 0 : bankRows));
    }

    /** The position after the last row of a side with this amount. */
    int end(int amountId, boolean bank) {
        return bank ? position(pack(amountId, bankRows)) : position((long) (amountId + 1) << ROW_BITS);
    }

    int rowAt(int position) {
        return row(sorted[position]);
    }

    private int position(long packed) {
        int found = Arrays.binarySearch(sorted, packed);
        return found >= 0 ? found : -found - 1;
    }
}
