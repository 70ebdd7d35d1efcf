package org.tickmark.kit.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How far apart two words are, for "did you mean". */
public final class Distance {
    private Distance() {}

    /**
     * The number of single-character insertions, deletions, substitutions and swaps of neighbours that make one word of the
     * other (optimal string alignment), by UTF-16 chars.
     *
     * @param bound the largest distance of interest, 0 or more
     * @return the distance, or {@code bound + 1} if it is greater than the bound
     */
    public static int bounded(String left, String right, int bound) {
        if (Math.abs(left.length() - right.length()) > bound) {
            return bound + 1;
        }
        int[] twoBack = new int[right.length() + 1];
        int[] back = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = back[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(back[j], row[j - 1]) + 1);
                if (swapped(left, i, right, j)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
                best = Math.min(best, row[j]);
            }
            if (best > bound) {
                return bound + 1;
            }
            int[] free = twoBack;
            twoBack = back;
            back = row;
            row = free;
        }
        return Math.min(back[right.length()], bound + 1);
    }

    private static boolean swapped(String left, int i, String right, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }

    /**
     * The word that was probably meant: the nearest, regardless of case, if it is near enough (a third of the length, at least
     * one); of equally near ones the first in alphabetical order.
     */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int bound = Math.max(1, given.length() / 3);
        return known.stream()
                .filter(word -> bounded(wanted, word.toLowerCase(Locale.ROOT), bound) <= bound)
                .min(Comparator.<String>comparingInt(word -> bounded(wanted, word.toLowerCase(Locale.ROOT), bound))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
