package org.tickmark.kit.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text holds that could be a reference without check digits. Letters and digits are the ASCII ones, and case is kept: give
 * {@link Normal#ascii} text if it shall not matter.
 */
public final class Tokens {
    private static final int LEAST_LENGTH = 4;
    private static final int MOST_JOINED = 25;

    private Tokens() {}

    /** The maximal runs of letters and digits of at least four characters with a digit among them, in order, each once. */
    public static List<String> tokens(String text) {
        Set<String> tokens = null;
        int start = Chars.runStart(text, 0);
        while (start < text.length()) {
            int end = Chars.runEnd(text, start);
            if (end - start >= LEAST_LENGTH && hasDigit(text, start, end)) {
                tokens = tokens == null ? new LinkedHashSet<>() : tokens;
                tokens.add(text.substring(start, end));
            }
            start = Chars.runStart(text, end);
        }
        return tokens == null ? List.of() : List.copyOf(tokens);
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The digits of a field, without what separates them: {@code "1234-57 4"} is {@code 1234574}, {@code "F123"} is {@code 123}. Empty if a letter
     * stands between two digits, since {@code "a34bc3x1"} is no number 3431.
     */
    public static String digits(String field) {
        StringBuilder digits = new StringBuilder(field.length());
        boolean letterSince = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (Chars.isDigit(c)) {
                if (letterSince && digits.length() > 0) {
                    return "";
                }
                letterSince = false;
                digits.append(c);
            } else {
                letterSince |= Character.isLetterOrDigit(c);
            }
        }
        return digits.toString();
    }

    /** As {@link #digits}, without leading zeros; empty for zeros only. */
    public static String digits0(String field) {
        return Chars.withoutLeadingZeros(digits(field));
    }

    /**
     * The numbers of 4 to 25 digits that two to seven consecutive runs of digits make, each separated by one blank or one hyphen:
     * {@code "1234 574"} is {@code 1234574}. In order of where they begin and then of length, each once; a date such as 2026-05-01 is
     * not joined to anything.
     */
    public static List<String> joined(String text) {
        List<String> joined = new ArrayList<>(0);
        Chains.visit(text, MOST_JOINED, (digits, parts, end) -> {
            if (parts > 1 && digits.length() >= LEAST_LENGTH) {
                joined.add(digits.toString());
            }
        });
        return joined.size() < 2 ? List.copyOf(joined) : List.copyOf(new LinkedHashSet<>(joined));
    }
}
