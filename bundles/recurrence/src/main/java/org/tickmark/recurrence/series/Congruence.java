package org.tickmark.recurrence.series;

import java.math.BigInteger;

/**
 * Linear congruences with a range on the other side: the question where two sequences of equal steps meet. Solved as Euclid's
 * algorithm finds a common divisor, in a number of steps that grows with the logarithm of the modulus.
 */
final class Congruence {
    static final long NONE = -1;

    private Congruence() {}

    /**
     * The smallest count, from 0, after which {@code start + count * step} leaves a remainder between {@code least} and
     * {@code most}, or {@link #NONE} where it never does.
     *
     * @param modulus at least 1; with start it must not leave the range of a long
     * @param least 0 to modulus - 1
     * @param most least to modulus - 1
     */
    static long firstBetween(long start, long step, long modulus, long least, long most) {
        long from = Math.floorMod(least - start, modulus);
        long width = most - least;
        long factor = Math.floorMod(step, modulus);
        if (from + width < modulus) {
            return multipleBetween(factor, modulus, from, from + width);
        }
        return 0;
    }

    /** The smallest factor that takes the number, modulo the modulus, between two remainders. */
    private static long multipleBetween(long number, long modulus, long least, long most) {
        if (least == 0) {
            return 0;
        }
        if (number == 0) {
            return NONE;
        }
        if (number > modulus - number) {
            return multipleBetween(modulus - number, modulus, modulus - most, modulus - least);
        }
        long first = (least - 1) / number + 1;
        if (first <= most / number) {
            return first;
        }
        long turns =
                multipleBetween(modulus % number, number, Math.floorMod(-most, number), Math.floorMod(-least, number));
        if (turns == NONE) {
            return NONE;
        }
        return BigInteger.valueOf(modulus)
                        .multiply(BigInteger.valueOf(turns))
                        .add(BigInteger.valueOf(least - 1))
                        .divide(BigInteger.valueOf(number))
                        .longValueExact()
                + 1;
    }
}
