package org.tickmark.reconciliation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely it is that two rows have the same amount by chance. Rows without a counterpart meet a stranger of the same
 * amount the more often, the more of them there are and the closer amounts lie; whole amounts lie closer than others, and
 * whole hundreds closer still. Estimated from counts, so that it is the same on every machine.
 */
final class Odds {
    /** Amounts within this part of an amount, to either side, show how close amounts lie around it. */
    private static final int BAND = 10;
    /** What amounts are rounded to, in whole units of the currency. */
    private static final int[] ROUND = {1, 5, 10, 50, 100, 500, 1000, 5000, 10_000};

    private final Snapshot rows;
    private final List<Grid> grids = new ArrayList<>();
    private final long spanDays;

    /** Amounts that are multiples of a step, sorted. */
    private static final class Grid {
        private final long step;
        private final long[] amounts;

        Grid(long step, long[] amounts) {
            this.step = step;
            this.amounts = Arrays.stream(amounts).filter(this::holds).toArray();
        }

        boolean holds(long amount) {
            return amount % step == 0;
        }
    }

    /** The odds among the open ledger rows. */
    Odds(Board board) {
        rows = board.rows();
        long[] open = new long[rows.size() - rows.bankRows()];
        int count = 0;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row = rows.bankRows(); row < rows.size(); row++) {
            if (board.isOpen(row)) {
                open[count++] = rows.scaled(row);
                first = Math.min(first, rows.day(row));
                last = Math.max(last, rows.day(row));
            }
        }
        long[] amounts = Arrays.copyOf(open, count);
        Arrays.sort(amounts);
        grids.add(new Grid(1, amounts));
        for (int units : ROUND) {
            addGrid(BigInteger.valueOf(units).multiply(BigInteger.valueOf(rows.wholeUnit())), amounts);
        }
        spanDays = count == 0 ? 1 : last - first + 1L;
    }

    private void addGrid(BigInteger step, long[] amounts) {
        if (step.bitLength() < Long.SIZE) {
            grids.add(new Grid(step.longValueExact(), amounts));
        }
    }

    /**
     * Whether a pair is right with at least these odds, whatever its amount was rounded to.
     *
     * @param odds so many to one
     * @param paired how many bank rows have one counterpart of their amount
     * @param alone how many have none
     * @param windowDays days in which a counterpart may lie
     */
    boolean favour(int bankRow, int odds, long paired, long alone, long windowDays) {
        long amount = rows.scaled(bankRow);
        return grids.stream()
                .filter(grid -> grid.holds(amount))
                .allMatch(grid -> favour(grid, amount, odds, paired, alone, windowDays));
    }

    private boolean favour(Grid grid, long amount, int odds, long paired, long alone, long windowDays) {
        long reach = Math.max(grid.step, Math.abs(amount / BAND));
        long strangers = Math.max(1, count(grid.amounts, amount, reach) - 1L);
        BigInteger accidents = BigInteger.valueOf(strangers)
                .multiply(BigInteger.valueOf(grid.step))
                .multiply(BigInteger.valueOf(Math.min(windowDays, spanDays)))
                .multiply(BigInteger.valueOf(alone));
        BigInteger room = BigInteger.valueOf(reach)
                .shiftLeft(1)
                .multiply(BigInteger.valueOf(spanDays))
                .multiply(BigInteger.valueOf(paired));
        return accidents.multiply(BigInteger.valueOf(odds)).compareTo(room) <= 0;
    }

    /** How many amounts are as near; amounts at the ends of the range of longs are never near. */
    private static long count(long[] sorted, long amount, long reach) {
        long from = amount < Long.MIN_VALUE + reach ? Long.MIN_VALUE : amount - reach;
        long to = amount > Long.MAX_VALUE - reach ? Long.MAX_VALUE : amount + reach;
        return firstAbove(sorted, to) - (from == Long.MIN_VALUE ? 0 : firstAbove(sorted, from - 1));
    }

    private static long firstAbove(long[] sorted, long amount) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
