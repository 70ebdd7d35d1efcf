package org.tickmark.kit.lines;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The number of a line, kept as the words that tell where the line is: each entry of a file bears them. For one thread. */
final class LinePlace {
    private static final byte[] WORD = "line ".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 19;

    private final byte[] words = Arrays.copyOf(WORD, WORD.length + MOST_DIGITS);
    private int end = WORD.length;

    /** Goes on to the next line; the first one is 1. */
    void next() {
        int digit = end - 1;
        while (digit >= WORD.length && words[digit] == '9') {
            words[digit] = '0';
            digit--;
        }
        if (digit < WORD.length) {
            System.arraycopy(words, WORD.length, words, WORD.length + 1, end - WORD.length);
            words[WORD.length] = '1';
            end++;
        } else {
            words[digit]++;
        }
    }

    /** In words: {@code line 118}. */
    @Override
    public String toString() {
        return new String(words, 0, end, StandardCharsets.ISO_8859_1);
    }
}
