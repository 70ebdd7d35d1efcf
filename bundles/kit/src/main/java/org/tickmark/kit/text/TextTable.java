package org.tickmark.kit.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in aligned columns for a terminal or a plain-text mail. Without colour. Control characters and those that turn the direction of
 * text are shown as U+FFFD, so that a bank's text cannot steer the terminal. For one thread.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final char REPLACEMENT = '\ufffd';

    /** Columns of text are not made narrower than this. */
    private static final int LEAST_WIDTH = 8;

    private final List<Align> aligns;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> header = List.of();

    private TextTable(List<Align> aligns) {
        this.aligns = aligns;
    }

    /** A table with one column for each of these. */
    public static TextTable of(Align... aligns) {
        return new TextTable(List.of(aligns));
    }

    /** A table with one column for each of these. */
    public static TextTable of(List<Align> aligns) {
        return new TextTable(List.copyOf(aligns));
    }

    /** Sets the headings; a table without them begins with its first row. */
    public TextTable header(List<String> headings) {
        header = checked(headings);
        return this;
    }

    /** Sets the headings. */
    public TextTable header(String... headings) {
        return header(Arrays.asList(headings));
    }

    /** Adds a row, one text a column. */
    public TextTable row(List<String> cells) {
        rows.add(checked(cells));
        return this;
    }

    /** Adds a row, one text a column. */
    public TextTable row(String... cells) {
        return row(Arrays.asList(cells));
    }

    private List<String> checked(List<String> cells) {
        if (cells.size() != aligns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + aligns.size() + " columns");
        }
        return cells.stream().map(TextTable::clean).toList();
    }

    private static String clean(String cell) {
        StringBuilder cleaned = null;
        for (int i = 0; i < cell.length(); i++) {
            char shown = shown(cell.charAt(i));
            if (shown != cell.charAt(i)) {
                cleaned = cleaned == null ? new StringBuilder(cell) : cleaned;
                cleaned.setCharAt(i, shown);
            }
        }
        return cleaned == null ? cell : cleaned.toString();
    }

    private static char shown(char c) {
        if (c == '\t') {
            return ' ';
        }
        boolean turnsDirection = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        boolean steers = Character.isISOControl(c) && c != '\n';
        return steers || turnsDirection ? REPLACEMENT : c;
    }

    /** The table as wide as it needs to be; each row is a line and ends with LF. */
    public String text() {
        return text(Integer.MAX_VALUE, Overflow.ELLIPSIS);
    }

    /**
     * The table at most so wide, if its columns of text can be made narrow enough; numbers are never cut.
     *
     * @param maxWidth in columns of the terminal
     */
    public String text(int maxWidth, Overflow overflow) {
        int[] widths = widths(maxWidth, overflow);
        StringBuilder out = new StringBuilder();
        if (!header.isEmpty()) {
            append(out, header, widths, overflow);
            append(out, rules(widths), widths, overflow);
        }
        for (List<String> row : rows) {
            append(out, row, widths, overflow);
        }
        return out.toString();
    }

    private static List<String> rules(int[] widths) {
        return Arrays.stream(widths).mapToObj("-"::repeat).toList();
    }

    private int[] widths(int maxWidth, Overflow overflow) {
        int[] widths = new int[aligns.size()];
        if (!header.isEmpty()) {
            widen(widths, header, overflow);
        }
        rows.forEach(row -> widen(widths, row, overflow));
        long excess = Arrays.stream(widths).asLongStream().sum()
                + (long) GAP.length() * Math.max(0, widths.length - 1)
                - maxWidth;
        for (int widest = widestText(widths); excess > 0 && widest >= 0; widest = widestText(widths)) {
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private static void widen(int[] widths, List<String> cells, Overflow overflow) {
        for (int column = 0; column < widths.length; column++) {
            for (String line : lines(cells.get(column), Integer.MAX_VALUE, overflow)) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(line));
            }
        }
    }

    /** The widest column of text that can be narrower; -1 if there is none. */
    private int widestText(int[] widths) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            boolean canShrink = aligns.get(column) == Align.LEFT && widths[column] > LEAST_WIDTH;
            if (canShrink && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private void append(StringBuilder out, List<String> cells, int[] widths, Overflow overflow) {
        List<List<String>> linesByColumn = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < widths.length; column++) {
            List<String> lines = lines(cells.get(column), widths[column], overflow);
            linesByColumn.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            int lineStart = out.length();
            for (int column = 0; column < widths.length; column++) {
                List<String> lines = linesByColumn.get(column);
                String part = line < lines.size() ? lines.get(line) : "";
                out.append(column == 0 ? "" : GAP);
                pad(out, part, widths[column], aligns.get(column));
            }
            stripEnd(out, lineStart);
            out.append('\n');
        }
    }

    private static void pad(StringBuilder out, String part, int width, Align align) {
        String blanks = " ".repeat(Math.max(0, width - DisplayWidth.of(part)));
        if (align == Align.RIGHT) {
            out.append(blanks).append(part);
        } else {
            out.append(part).append(blanks);
        }
    }

    private static void stripEnd(StringBuilder out, int lineStart) {
        int end = out.length();
        while (end > lineStart && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
    }

    private static List<String> lines(String cell, int width, Overflow overflow) {
        if (overflow == Overflow.ELLIPSIS) {
            return List.of(DisplayWidth.cut(cell.replace('\n', ' '), Math.max(1, width)));
        }
        List<String> lines = new ArrayList<>();
        for (String paragraph : cell.split("\n", -1)) {
            wrap(paragraph, width, lines);
        }
        return lines;
    }

    /** Breaks at the last blank that fits, or inside a word that is longer than a line. */
    private static void wrap(String paragraph, int width, List<String> lines) {
        int start = 0;
        while (true) {
            int end = DisplayWidth.fitting(paragraph, start, width);
            if (end == paragraph.length()) {
                lines.add(paragraph.substring(start));
                return;
            }
            int blank = paragraph.lastIndexOf(' ', end);
            int next;
            if (blank > start) {
                end = blank;
                next = blank + 1;
            } else {
                end = Math.max(end, paragraph.offsetByCodePoints(start, 1));
                next = end;
            }
            lines.add(paragraph.substring(start, end));
            start = next;
        }
    }

    /** How the cells of a column stand. */
    public enum Align {
        /** Text, at the left. */
        LEFT,
        /** Numbers, at the right; never cut or broken. */
        RIGHT
    }

    /** What happens to text that is wider than its column. */
    public enum Overflow {
        /** It is cut and ends with an ellipsis; its line ends become blanks. */
        ELLIPSIS,
        /** It goes on in the next line. */
        WRAP
    }
}
