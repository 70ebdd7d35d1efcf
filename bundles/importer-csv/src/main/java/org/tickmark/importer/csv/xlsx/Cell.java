package org.tickmark.importer.csv.xlsx;

import java.util.Objects;

/**
 * A cell of a sheet.
 *
 * @param column its column, from 0
 * @param kind what it holds
 * @param text what it shows: numbers with a decimal point and without groups, days as {@code 2026-11-26}, with a time of day behind if there is one
 */
public record Cell(int column, Kind kind, String text) {
    /** What a cell holds. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A number that is shown as a day, a time of day, or both. */
        DAY,
        /** What a formula that failed shows, such as {@code #N/A}. */
        ERROR,
        /** A formula whose value was not stored. */
        UNCALCULATED
    }

    public Cell {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** The letters of a column: A, B … Z, AA … */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }

    /** The column that a reference such as {@code AB12} begins with; -1 if it begins with none. */
    static int column(String reference) {
        int column = 0;
        int length = 0;
        while (length < reference.length() && length <= MOST_LETTERS && isLetter(reference.charAt(length))) {
            column = LETTERS * column + (reference.charAt(length++) & ~0x20) - 'A' + 1;
        }
        return length > MOST_LETTERS ? -1 : column - 1;
    }

    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
