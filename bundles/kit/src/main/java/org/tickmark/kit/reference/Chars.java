package org.tickmark.kit.reference;

/** ASCII digits and letters; what Unicode adds to them is brought here by {@link Normal} or separates. */
final class Chars {
    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isLetter(c);
    }

    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    /** The next index at which a run of letters and digits begins, or the length of the text. */
    static int runStart(String text, int from) {
        int i = from;
        while (i < text.length() && !isAlphanumeric(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The index after a run of letters and digits. */
    static int runEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isAlphanumeric(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether a part is digits only; true for an empty one. */
    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A text without the zeros it begins with; empty if it is all zeros. */
    static String withoutLeadingZeros(String digits) {
        int i = 0;
        while (i < digits.length() && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }
}
