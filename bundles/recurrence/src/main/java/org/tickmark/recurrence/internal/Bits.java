package org.tickmark.recurrence.internal;

/** Questions about a set of small numbers kept as bits, 64 to a word. */
final class Bits {
    private Bits() {}

    static boolean has(long[] words, int bit) {
        return (words[bit >> 6] >>> bit & 1) != 0;
    }

    static void set(long[] words, int bit) {
        words[bit >> 6] |= 1L << bit;
    }

    static void clear(long[] words, int bit) {
        words[bit >> 6] &= ~(1L << bit);
    }

    /** Adds the bits {@code from} to {@code to - 1}. */
    static void setRange(long[] words, int from, int to) {
        for (int word = from >> 6; word << 6 < to; word++) {
            int begin = Math.max(from - (word << 6), 0);
            int length = Math.min(to - (word << 6), 64) - begin;
            words[word] |= low(length) << begin;
        }
    }

    /** Adds the bits of a mask of at most 64, the lowest at {@code position}; none may be beyond the words. */
    static void or(long[] words, long mask, int position) {
        int word = position >> 6;
        int shift = position & 63;
        words[word] |= mask << shift;
        if (shift != 0 && mask >>> (64 - shift) != 0) {
            words[word + 1] |= mask >>> (64 - shift);
        }
    }

    static void and(long[] words, long[] others) {
        for (int word = 0; word < words.length; word++) {
            words[word] &= others[word];
        }
    }

    /** As many ones at the low end. */
    static long low(int ones) {
        return ones >= 64 ? -1L : (1L << ones) - 1;
    }

    /** The least member from {@code from} on, or -1. */
    static int next(long[] words, int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long rest = words[word] & -1L << from;
        while (rest == 0) {
            if (++word == words.length) {
                return -1;
            }
            rest = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    /** The greatest member up to {@code from}, or -1; {@code from} may be -1. */
    static int previous(long[] words, int from) {
        if (from < 0) {
            return -1;
        }
        int word = Math.min(from >> 6, words.length - 1);
        long rest = from >> 6 > word ? words[word] : words[word] & -1L >>> (63 - (from & 63));
        while (rest == 0) {
            if (--word < 0) {
                return -1;
            }
            rest = words[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(rest);
    }

    static int size(long[] words) {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** How many members are less than {@code bit}. */
    static int countBefore(long[] words, int bit) {
        int whole = Math.min(bit >> 6, words.length);
        int count = 0;
        for (int word = 0; word < whole; word++) {
            count += Long.bitCount(words[word]);
        }
        return whole < words.length ? count + Long.bitCount(words[whole] & low(bit & 63)) : count;
    }

    /** The member with the given index; there must be so many. */
    static int nth(long[] words, int index) {
        int word = 0;
        int rest = index;
        int inWord = Long.bitCount(words[0]);
        while (rest >= inWord) {
            rest -= inWord;
            inWord = Long.bitCount(words[++word]);
        }
        return (word << 6) + nth(words[word], rest);
    }

    /** The position of the one with the given index in a word; there must be so many. */
    static int nth(long word, int index) {
        long rest = word;
        for (int i = 0; i < index; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }
}
