package org.tickmark.books;

import java.util.BitSet;

/**
 * Identities that were put here before: it answers yes for each of them, and for one in seventy of the others, more where there are millions. For one
 * thread.
 */
final class Seen {
    private static final int BITS_EACH = 16;
    private static final int LEAST_BITS = 1 << 10;
    private static final int MOST_BITS = 1 << 23;

    private final int mask;
    private final BitSet bits;

    /** Room for so many. */
    Seen(long count) {
        long wanted = Math.max(LEAST_BITS, Math.min(MOST_BITS, count * BITS_EACH));
        this.mask = Integer.highestOneBit((int) wanted - 1) * 2 - 1;
        this.bits = new BitSet(mask + 1);
    }

    void add(String identity) {
        int hash = hash(identity);
        bits.set(hash & mask);
        bits.set(Integer.rotateLeft(hash, Integer.SIZE / 2) & mask);
    }

    /** Whether it may have been added. */
    boolean mayHold(String identity) {
        int hash = hash(identity);
        return bits.get(hash & mask) && bits.get(Integer.rotateLeft(hash, Integer.SIZE / 2) & mask);
    }

    private static int hash(String identity) {
        int hash = identity.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
