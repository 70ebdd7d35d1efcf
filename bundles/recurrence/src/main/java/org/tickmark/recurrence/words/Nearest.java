package org.tickmark.recurrence.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was probably meant; of its own, so that the library needs no other jar. */
final class Nearest {
    private Nearest() {}

    /** The nearest word that is at most a third of the letters away, or one; of equally near ones the first of the alphabet. */
    static Optional<String> of(String given, Collection<String> words) {
        int bound = Math.max(1, given.length() / 3);
        return words.stream()
                .filter(word -> Math.abs(word.length() - given.length()) <= bound)
                .filter(word -> distance(given, word) <= bound)
                .min(Comparator.<String>comparingInt(word -> distance(given, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters are to be added, taken away, changed or swapped with their neighbour to make one word of the other. */
    static int distance(String left, String right) {
        int[][] of = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                of[i][j] = i == 0 || j == 0 ? i + j : Math.min(of[i - 1][j], of[i][j - 1]) + 1;
                if (i > 0 && j > 0) {
                    int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                    of[i][j] = Math.min(of[i][j], of[i - 1][j - 1] + changed);
                }
                if (isSwap(left, i, right, j)) {
                    of[i][j] = Math.min(of[i][j], of[i - 2][j - 2] + 1);
                }
            }
        }
        return of[left.length()][right.length()];
    }

    private static boolean isSwap(String left, int i, String right, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
