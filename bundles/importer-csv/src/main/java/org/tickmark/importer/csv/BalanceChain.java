package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The running balance of one statement, walked in both orders at the same time, because a table shows only at its end which one it has. Holds two
 * balances and a sum for each, however many rows there are. For one thread.
 */
final class BalanceChain {
    private static final int BREAKS_KEPT = 20;

    private final Walk oldest = new Walk(RowOrder.OLDEST);
    private final Walk newest = new Walk(RowOrder.NEWEST);
    private long rows;
    private long balances;

    /**
     * A balance that does not follow from the one before it in time.
     *
     * @param line line of the row that states it
     * @param found the balance stated
     * @param expected the balance before it and the amounts since
     */
    record Break(long line, BigDecimal found, BigDecimal expected) {}

    /** Adds a row; the sequence number is that of the bank, where it gives one. */
    void add(long line, BigDecimal amount, Optional<BigDecimal> balance, OptionalLong sequence) {
        rows++;
        balances += balance.isPresent() ? 1 : 0;
        oldest.add(line, amount, balance, sequence);
        newest.add(line, amount, balance, sequence);
    }

    /** Whether no row had a balance. */
    boolean isEmpty() {
        return balances == 0;
    }

    /** Whether only some rows had a balance. */
    boolean isSparse() {
        return balances < rows;
    }

    /**
     * The walk in the order that the balances show; where they do not, the order given.
     *
     * @param likely the order to take when both do as well, such as that of the dates
     */
    Walk walk(RowOrder likely) {
        Walk first = likely == RowOrder.OLDEST ? oldest : newest;
        Walk second = likely == RowOrder.OLDEST ? newest : oldest;
        return second.broken == 0 && first.broken > 0 ? second : first;
    }

    /** The walk in this order. */
    Walk in(RowOrder order) {
        return order == RowOrder.OLDEST ? oldest : newest;
    }

    /** How many balances follow from the one before, in the order that does better. */
    long held() {
        return Math.max(oldest.held, newest.held);
    }

    /** Whether every balance follows from the one before, in one of the orders. */
    boolean holds() {
        return (oldest.held > 0 && oldest.broken == 0) || (newest.held > 0 && newest.broken == 0);
    }

    /** The chain in one order. */
    static final class Walk {
        private final RowOrder order;
        private final List<Break> breaks = new ArrayList<>();
        private BigDecimal first;
        private BigDecimal last;
        private BigDecimal since = BigDecimal.ZERO;
        private long lastLine;
        private OptionalLong lastSequence = OptionalLong.empty();
        private boolean skips;
        private long held;
        private long broken;
        private long gaps;

        private Walk(RowOrder order) {
            this.order = order;
        }

        private void add(long line, BigDecimal amount, Optional<BigDecimal> balance, OptionalLong sequence) {
            skips |= isGap(sequence);
            lastSequence = sequence;
            since = order == RowOrder.OLDEST ? since.add(amount) : since;
            if (balance.isPresent()) {
                take(line, balance.get());
            }
            since = order == RowOrder.NEWEST ? since.add(amount) : since;
        }

        private boolean isGap(OptionalLong sequence) {
            return sequence.isPresent()
                    && lastSequence.isPresent()
                    && Math.abs(sequence.getAsLong() - lastSequence.getAsLong()) != 1;
        }

        private void take(long line, BigDecimal balance) {
            if (last == null) {
                first = order == RowOrder.OLDEST ? balance.subtract(since) : balance.add(since);
            } else if (order == RowOrder.OLDEST) {
                compare(line, balance, last.add(since));
            } else {
                compare(lastLine, last, balance.add(since));
            }
            last = balance;
            lastLine = line;
            since = BigDecimal.ZERO;
            skips = false;
        }

        private void compare(long line, BigDecimal found, BigDecimal expected) {
            if (found.compareTo(expected) == 0) {
                held++;
            } else if (skips) {
                gaps++;
            } else {
                broken++;
                if (breaks.size() < BREAKS_KEPT) {
                    breaks.add(new Break(line, found, expected));
                }
            }
        }

        /** The first breaks. */
        List<Break> breaks() {
            return List.copyOf(breaks);
        }

        /** How many balances do not follow. */
        long broken() {
            return broken;
        }

        /** How many balances do not follow where the bank's sequence numbers have a gap. */
        long gaps() {
            return gaps;
        }

        /** Whether balances follow from one another at least once. */
        boolean holdsAnywhere() {
            return held > 0;
        }

        /** The balance before the oldest row. */
        BigDecimal opening() {
            return order == RowOrder.OLDEST ? first : last.subtract(since);
        }

        /** The balance after the newest row. */
        BigDecimal closing() {
            return order == RowOrder.OLDEST ? last.add(since) : first;
        }
    }
}
