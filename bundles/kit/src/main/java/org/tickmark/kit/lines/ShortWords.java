package org.tickmark.kit.lines;

/**
 * Makes text of short words of ASCII letters, such as labels, account numbers and codes: they come again and again in a file, and the same word is mostly the same
 * string. For one thread.
 */
public final class ShortWords {
    private static final int LONGEST = 7;
    private static final int SLOT_BITS = 8;

    /** An odd number whose high bits are well mixed by a multiplication (2<sup>64</sup> by the golden ratio). */
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final long[] keys = new long[1 << SLOT_BITS];
    private final String[] words = new String[1 << SLOT_BITS];

    /** The word that these bytes make, one letter a byte. */
    public String word(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return Letters.latin(bytes, from, to);
        } else if (length <= 0) {
            return "";
        }
        long key = length;
        for (int i = from; i < to; i++) {
            key = (key << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        int slot = (int) ((key * MIX) >>> (Long.SIZE - SLOT_BITS));
        if (keys[slot] != key) {
            keys[slot] = key;
            words[slot] = Letters.latin(bytes, from, to);
        }
        return words[slot];
    }
}
