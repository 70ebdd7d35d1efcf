package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A sum of scaled amounts in 128 bits: more than any number of longs can fill, so it never overflows. For one thread. */
public final class ExactSum {
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    private long high;
    private long low;

    /** Adds an amount. */
    public void add(long amount) {
        add(amount >> (Long.SIZE - 1), amount);
    }

    /** Takes an amount away. */
    public void subtract(long amount) {
        if (amount == Long.MIN_VALUE) {
            add(0, amount); // its opposite, 2^63, has these low bits
        } else {
            add(-amount);
        }
    }

    private void add(long otherHigh, long otherLow) {
        long sum = low + otherLow;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += otherHigh + carry;
    }

    /** Another sum, of the same amounts so far. */
    ExactSum copy() {
        ExactSum copy = new ExactSum();
        copy.high = high;
        copy.low = low;
        return copy;
    }

    /** Whether this sum is another one and an amount beside it. */
    boolean exceeds(ExactSum other, long amount) {
        ExactSum sum = other.copy();
        sum.add(amount);
        return sum.high == high && sum.low == low;
    }

    /** Whether the sum is one that 64 bits hold. */
    boolean isLong() {
        return high == low >> (Long.SIZE - 1);
    }

    /** The sum, if it {@linkplain #isLong() is} one that 64 bits hold. */
    long toLong() {
        return low;
    }

    /** -1, 0 or 1, as the sum is below, at or above nought. */
    int signum() {
        return high != 0 ? Long.signum(high) : low == 0 ? 0 : 1;
    }

    /** Whether the sum is nought. */
    public boolean isZero() {
        return high == 0 && low == 0;
    }

    /** The sum as a decimal of this scale. */
    public BigDecimal toDecimal(int scale) {
        BigInteger unsignedLow =
                low >= 0 ? BigInteger.valueOf(low) : BigInteger.valueOf(low).add(TWO_TO_64);
        return new BigDecimal(BigInteger.valueOf(high).multiply(TWO_TO_64).add(unsignedLow), scale);
    }
}
