package org.tickmark.recurrence.words;

/**
 * A word, a number or a sign of a text.
 *
 * @param start the index of its first character in the text
 * @param end the index after its last character
 * @param folded how it is compared: in lower case and without marks; digits and signs as they are
 * @param value the number it is, or -1 if it is none or too great for a long
 */
record Token(int start, int end, String folded, long value) {
    private static final int DIGITS_OF_LONG = 19;

    static Token of(int start, int end, String folded) {
        return new Token(start, end, folded, valueOf(folded));
    }

    private static long valueOf(String folded) {
        char first = folded.charAt(0);
        if (first < '0' || first > '9' || folded.length() > DIGITS_OF_LONG) {
            return -1;
        }
        boolean tooGreat = folded.length() == DIGITS_OF_LONG && folded.compareTo(Long.toString(Long.MAX_VALUE)) > 0;
        return tooGreat ? -1 : Long.parseLong(folded);
    }

    boolean isNumber() {
        return value >= 0;
    }

    /** Whether it stands directly after the other one. */
    boolean touches(Token before) {
        return start == before.end;
    }
}
