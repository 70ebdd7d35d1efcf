package org.tickmark.reconciliation.engine;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds letters so that the same word written by two systems compares equal: upper case, without accents, å ä æ as A and ö
 * ø as O. One character becomes one character or none, so no letter ever joins what was apart.
 */
final class Folding {
    /** Up to Latin Extended Additional, where the precomposed letters end. */
    private static final int TABLE = 0x1F00;

    private static final char[] FOLDED = table();

    /** What a character that leaves no trace folds to. */
    static final char NOTHING = 0;

    private Folding() {}

    /** The folded character; {@link #NOTHING} for a combining accent. */
    static char fold(char c) {
        return c < TABLE ? FOLDED[c] : Character.toUpperCase(c);
    }

    /** A folded text. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            if (c != NOTHING) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** A folded word in which two letters that stand for one are one: AA as A, AE as A, OE as O, UE as U. */
    static String word(String word) {
        String folded = fold(word);
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            plain.append(c);
            if (i + 1 < folded.length() && standsForOne(c, folded.charAt(i + 1))) {
                i++;
            }
        }
        return plain.toString();
    }

    private static boolean standsForOne(char one, char other) {
        return other == 'E' ? one == 'A' || one == 'O' || one == 'U' : one == 'A' && other == 'A';
    }

    private static char[] table() {
        char[] table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            table[c] = computed(c);
        }
        return table;
    }

    private static char computed(char c) {
        return switch (c) {
            case 'æ', 'Æ' -> 'A';
            case 'ø', 'Ø', 'œ', 'Œ' -> 'O';
            case 'ß' -> 'S';
            case 'đ', 'Đ', 'ð', 'Ð' -> 'D';
            case 'ł', 'Ł' -> 'L';
            case 'þ', 'Þ' -> 'T';
            default -> decomposed(c);
        };
    }

    private static char decomposed(char c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return NOTHING;
        }
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return parts.toUpperCase(Locale.ROOT).charAt(0);
    }
}
