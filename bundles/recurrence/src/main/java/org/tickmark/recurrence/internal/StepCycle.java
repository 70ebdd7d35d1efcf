package org.tickmark.recurrence.internal;

import java.util.function.IntPredicate;

/** Which steps, numbered from 0, a sub-daily rule allows: a pattern of bits that repeats. Immutable. */
final class StepCycle {
    private static final StepCycle ALL = new StepCycle(1, new long[] {1});

    private final int length;
    private final long[] bits;
    /** How many bits the words before each word have. */
    private final int[] before;

    private final boolean isFull;

    private StepCycle(int length, long[] bits) {
        this.length = length;
        this.bits = bits;
        before = new int[bits.length + 1];
        for (int word = 0; word < bits.length; word++) {
            before[word + 1] = before[word] + Long.bitCount(bits[word]);
        }
        isFull = before[bits.length] == length;
    }

    static StepCycle all() {
        return ALL;
    }

    /**
     * The steps of {@code interval} units from {@code base} on whose place among {@code modulus} units is allowed.
     *
     * @param base the place of step 0, from 0 to one less than the modulus
     */
    static StepCycle of(int modulus, int base, long interval, IntPredicate allowed) {
        int stride = (int) (interval % modulus);
        int length = length(modulus, interval);
        long[] bits = new long[(length + 63) / 64];
        int place = base;
        for (int step = 0; step < length; step++) {
            if (allowed.test(place)) {
                Bits.set(bits, step);
            }
            place += stride;
            place = place >= modulus ? place - modulus : place;
        }
        return new StepCycle(length, bits);
    }

    /** After how many steps of {@code interval} units the place among {@code modulus} units repeats. */
    static int length(int modulus, long interval) {
        return modulus / Periods.gcd(modulus, (int) (interval % modulus));
    }

    boolean isEmpty() {
        return size() == 0;
    }

    boolean has(long step) {
        return isFull || Bits.has(bits, (int) (step % length));
    }

    /** The first allowed step from the given one on. */
    long next(long step) {
        return has(step) ? step : nth(countBefore(step));
    }

    long countBefore(long step) {
        int place = (int) (step % length);
        int word = place >> 6;
        return step / length * size() + before[word] + Long.bitCount(bits[word] & Bits.low(place & 63));
    }

    long nth(long index) {
        int inCycle = (int) (index % size());
        int low = 0;
        int high = bits.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= inCycle) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return index / size() * length + (low << 6) + Bits.nth(bits[low], inCycle - before[low]);
    }

    private int size() {
        return before[bits.length];
    }
}
