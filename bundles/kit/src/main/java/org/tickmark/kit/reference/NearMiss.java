package org.tickmark.kit.reference;

import java.util.Optional;

/** How one reference may have become another by a slip; grounds for a suggestion with equal amount, never for a match. */
public enum NearMiss {
    /** One character was taken for another. */
    SUBSTITUTION,
    /** Two neighbours changed places. */
    SWAP,
    /** The last one or two characters are missing. */
    CUT_TAIL;

    private static final int MOST_CUT = 2;

    /** The slip between two references; empty if they are equal, or further apart. The same both ways. */
    public static Optional<NearMiss> between(String left, String right) {
        if (left.length() != right.length()) {
            return isCut(left, right) ? Optional.of(CUT_TAIL) : Optional.empty();
        }
        int first = firstDifference(left, right);
        if (first == left.length()) {
            return Optional.empty();
        }
        if (sameFrom(left, right, first + 1)) {
            return Optional.of(SUBSTITUTION);
        }
        boolean swapped = left.charAt(first) == right.charAt(first + 1)
                && left.charAt(first + 1) == right.charAt(first)
                && sameFrom(left, right, first + 2);
        return swapped ? Optional.of(SWAP) : Optional.empty();
    }

    private static boolean isCut(String left, String right) {
        String shorter = left.length() < right.length() ? left : right;
        String longer = left.length() < right.length() ? right : left;
        return !shorter.isEmpty() && longer.length() - shorter.length() <= MOST_CUT && longer.startsWith(shorter);
    }

    private static int firstDifference(String left, String right) {
        int i = 0;
        while (i < left.length() && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        return i;
    }

    private static boolean sameFrom(String left, String right, int from) {
        return left.regionMatches(from, right, from, left.length() - from);
    }
}
