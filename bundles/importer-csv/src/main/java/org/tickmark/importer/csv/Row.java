package org.tickmark.importer.csv;

import java.util.Arrays;
import org.tickmark.importer.csv.xlsx.Cell;

/**
 * One row of a table while it is read: the characters of its cells in one buffer, used again for the next row. Cells of a text file are texts; those of a
 * sheet have kinds. For one thread.
 */
final class Row {
    private char[] chars = new char[1024];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private Cell.Kind[] kinds = new Cell.Kind[32];
    private int count;
    private int length;
    private long line;

    /** Starts over, at this line of the file. */
    void start(long number) {
        line = number;
        count = 0;
        length = 0;
    }

    /** Adds a cell of a text file, without the blanks around it. */
    void add(char[] source, int offset, int size) {
        add(source, offset, size, Cell.Kind.TEXT);
    }

    /** Adds a cell of a sheet, and empty ones before it for the columns that the row has nothing in. */
    void add(Cell cell) {
        while (count < cell.column()) {
            add(chars, 0, 0, Cell.Kind.TEXT);
        }
        char[] text = cell.text().toCharArray();
        add(text, 0, text.length, cell.kind());
    }

    private void add(char[] source, int offset, int size, Cell.Kind kind) {
        if (count == ends.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        if (length + size > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + size));
        }
        int from = offset;
        int to = offset + size;
        while (from < to && isBlank(source[from])) {
            from++;
        }
        while (from < to && isBlank(source[to - 1])) {
            to--;
        }
        System.arraycopy(source, from, chars, length, to - from);
        starts[count] = length;
        kinds[count] = kind;
        length += to - from;
        ends[count++] = length;
    }

    /** Blanks, also those that do not break. */
    static boolean isBlank(char c) {
        return c <= ' ' || (c > 0x7E && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF'));
    }

    /** Line of the file on which it begins, from 1. */
    long line() {
        return line;
    }

    /** How many cells it has. */
    int count() {
        return count;
    }

    /** How many characters its cells have. */
    int length() {
        return length;
    }

    /** The buffer in which the cells lie. */
    char[] chars() {
        return chars;
    }

    /** Where a cell begins; a column that the row does not reach is empty. */
    int start(int column) {
        return column < count ? starts[column] : 0;
    }

    /** Where a cell ends. */
    int end(int column) {
        return column < count ? ends[column] : 0;
    }

    /** Whether a cell holds nothing, or there is none. */
    boolean isEmpty(int column) {
        return start(column) == end(column);
    }

    /** What a cell holds. */
    Cell.Kind kind(int column) {
        return column >= 0 && column < count ? kinds[column] : Cell.Kind.TEXT;
    }

    /** Whether a cell is a number or a day of a sheet, so that nothing about it is open. */
    boolean isTyped(int column) {
        Cell.Kind kind = kind(column);
        return kind == Cell.Kind.NUMBER || kind == Cell.Kind.DAY;
    }

    /** Whether a cell's formula failed, or has no value. */
    boolean isFailed(int column) {
        Cell.Kind kind = kind(column);
        return kind == Cell.Kind.ERROR || kind == Cell.Kind.UNCALCULATED;
    }

    /** Whether no cell holds anything. */
    boolean isEmpty() {
        return length == 0;
    }

    /** How many cells hold something. */
    int filled() {
        int filled = 0;
        for (int i = 0; i < count; i++) {
            filled += isEmpty(i) ? 0 : 1;
        }
        return filled;
    }

    /** A cell as text. */
    String text(int column) {
        int from = start(column);
        int size = end(column) - from;
        return size == 0 ? "" : new String(chars, from, size);
    }

    /** The row's cells as texts, each on its own. */
    String[] texts() {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = text(i);
        }
        return texts;
    }
}
