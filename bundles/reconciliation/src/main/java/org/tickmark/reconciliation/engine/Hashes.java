package org.tickmark.reconciliation.engine;

/** Hashes of 64 bits by contents: the same in every process. */
final class Hashes {
    private Hashes() {}

    /** Spreads every bit over all bits; the finaliser of SplitMix64. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Joins one more value to a hash; the order counts. */
    static long join(long hash, long value) {
        return mix(hash * 31 + value + 0x9e3779b97f4a7c15L);
    }

    /** Joins one more text to a hash; the order counts. */
    static long join(long hash, CharSequence text) {
        long joined = hash;
        for (int i = 0; i < text.length(); i++) {
            joined = (joined ^ text.charAt(i)) * 0x100000001b3L;
            joined ^= joined >>> 29;
        }
        return join(joined, text.length());
    }
}
