package org.tickmark.kit.reference;

/**
 * The numbers that a text holds: its runs of digits, and what consecutive runs make when they are joined over one blank or hyphen each,
 * as references are printed in groups. A run with a letter in it ends a chain, and so does a date such as 2026-05-01, which is
 * nothing to join.
 */
final class Chains {
    /** More groups than any reference is printed in; it bounds the work for a text of many short numbers. */
    private static final int MOST_PARTS = 7;

    private static final int DATE_LENGTH = 10;

    private Chains() {}

    /** Gets each number. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes a number.
         *
         * @param digits changes afterwards
         * @param parts of how many runs it is joined
         * @param end the index after its last run
         */
        void number(StringBuilder digits, int parts, int end);
    }

    /** Visits every number of at most so many digits, by where it begins and then by length. */
    static void visit(String text, int mostDigits, Visitor visitor) {
        StringBuilder digits = new StringBuilder(mostDigits);
        int start = Chars.runStart(text, 0);
        while (start < text.length()) {
            int end = Chars.runEnd(text, start);
            if (Chars.isDigits(text, start, end)) {
                if (isDate(text, start)) {
                    end = start + DATE_LENGTH;
                } else {
                    from(text, start, end, mostDigits, digits, visitor);
                }
            }
            start = Chars.runStart(text, end);
        }
    }

    private static void from(String text, int start, int end, int mostDigits, StringBuilder digits, Visitor visitor) {
        digits.setLength(0);
        int partStart = start;
        int partEnd = end;
        for (int parts = 1; parts <= MOST_PARTS; parts++) {
            if (digits.length() + partEnd - partStart > mostDigits) {
                return;
            }
            digits.append(text, partStart, partEnd);
            visitor.number(digits, parts, partEnd);
            if (!isJoined(text, partEnd)) {
                return;
            }
            partStart = partEnd + 1;
            partEnd = Chars.runEnd(text, partStart);
            if (!Chars.isDigits(text, partStart, partEnd) || isDate(text, partStart)) {
                return;
            }
        }
    }

    private static boolean isJoined(String text, int end) {
        return end + 1 < text.length()
                && (text.charAt(end) == ' ' || text.charAt(end) == '-')
                && Chars.isDigit(text.charAt(end + 1));
    }

    /** Whether a run that begins here is the year of a date written with hyphens. */
    private static boolean isDate(String text, int start) {
        int end = start + DATE_LENGTH;
        return end <= text.length()
                && (end == text.length() || !Chars.isAlphanumeric(text.charAt(end)))
                && text.charAt(start + 4) == '-'
                && text.charAt(start + 7) == '-'
                && isBetween(text, start, start + 4, 1900, 2099)
                && isBetween(text, start + 5, start + 7, 1, 12)
                && isBetween(text, start + 8, end, 1, 31);
    }

    private static boolean isBetween(String text, int from, int to, int least, int most) {
        if (!Chars.isDigits(text, from, to)) {
            return false;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number >= least && number <= most;
    }
}
