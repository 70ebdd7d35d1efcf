package org.tickmark.recurrence.words;

/** Text between double quotes, in which a double quote is written twice. */
final class Quoted {
    private static final char QUOTE = '"';

    private Quoted() {}

    static String write(String text) {
        return QUOTE + text.replace("\"", "\"\"") + QUOTE;
    }

    /** The index after the closing quote; after the opening one if none closes it. */
    static int end(String text, int start) {
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == QUOTE) {
                if (at + 1 == text.length() || text.charAt(at + 1) != QUOTE) {
                    return at + 1;
                }
                at++;
            }
        }
        return start + 1;
    }

    static boolean isQuoted(String token) {
        return token.length() >= 2 && token.charAt(0) == QUOTE;
    }

    static String read(String token) {
        return token.substring(1, token.length() - 1).replace("\"\"", "\"");
    }
}
