package org.tickmark.console.engine;

import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.record.Column;
import org.tickmark.kit.text.DisplayWidth;

/** Which columns of a table fit into a terminal: the first ones, whose words may be cut, though not to nothing, and whose other values are whole. */
final class FittingColumns {
    /** What words are cut to at least; no moment or number of the program is wider. */
    private static final int LEAST_WORDS = 20;

    private static final int GAP = 2;

    private FittingColumns() {}

    /**
     * How many of the first columns fit; one at least.
     *
     * @param columns all of them
     * @param headings what they are called
     * @param rows as they are shown
     * @param width of the terminal, in its columns
     */
    static int count(List<Column> columns, List<String> headings, List<List<String>> rows, int width) {
        int fitting = 0;
        int used = -GAP;
        for (Column column : columns) {
            used += GAP + least(column, headings, rows, fitting);
            if (used > width) {
                break;
            }
            fitting++;
        }
        return Math.max(1, fitting);
    }

    private static int least(Column column, List<String> headings, List<List<String>> rows, int place) {
        int widest = Stream.concat(Stream.of(headings), rows.stream())
                .mapToInt(row -> DisplayWidth.of(row.get(place)))
                .max()
                .orElse(0);
        return switch (column.type()) {
            case TEXT, MESSAGE, LIST -> Math.min(widest, LEAST_WORDS);
            case INTEGER, AMOUNT, DATE, INSTANT, FLAG -> widest;
        };
    }
}
