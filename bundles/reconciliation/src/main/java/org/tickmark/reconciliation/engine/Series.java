package org.tickmark.reconciliation.engine;

/** Tells numbers that the same hand gave: as long, letters and digits in the same places, the front half in common or near each other. */
final class Series {
    private static final int SHORTEST = 4;
    private static final int LONGEST_LONG = 18;

    private Series() {}

    /** Whether two numbers, which are not the same, look as if the same hand had given them. */
    static boolean isOne(String one, String other) {
        int length = one.length();
        if (length < SHORTEST
                || other.length() != length
                || one.equals(other)
                || !haveDigitsInTheSamePlaces(one, other)) {
            return false;
        }
        int common = 0;
        while (one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common * 2 >= length || areNear(one, other);
    }

    private static boolean haveDigitsInTheSamePlaces(String one, String other) {
        for (int i = 0; i < one.length(); i++) {
            boolean same = one.charAt(i) == other.charAt(i);
            if (!same && Runs.isDigit(one.charAt(i)) != Runs.isDigit(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether they differ by less than half of their digits can count, such as 1499 and 1501. */
    private static boolean areNear(String one, String other) {
        if (one.length() > LONGEST_LONG || !isNumber(one) || !isNumber(other)) {
            return false;
        }
        long reach = 1;
        for (int i = 0; i < one.length() / 2; i++) {
            reach *= 10;
        }
        return Math.abs(Long.parseLong(one) - Long.parseLong(other)) < reach;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> Runs.isDigit((char) c));
    }
}
