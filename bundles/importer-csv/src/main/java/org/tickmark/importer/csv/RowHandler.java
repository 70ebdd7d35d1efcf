package org.tickmark.importer.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.Limits;

/**
 * Takes the cells that FastCSV finds into one {@link Row}, within the limits. For one thread.
 *
 * <p>A quotation mark that opens and is not closed swallows the rows up to the next one. Such a cell is known by its lines, which are rows.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {
    /** No bank's table has more columns. */
    static final int MOST_COLUMNS = 1000;
    /** What a decoder puts in the place of bytes that are no letter. */
    private static final char UNDECODABLE = '\uFFFD';

    private final Row row = new Row();
    private final DateCell date = new DateCell();
    private final Limits limits;
    private final char delimiter;
    private int columns = Integer.MAX_VALUE;
    private int dateColumn;
    private boolean undecodable;

    RowHandler(Limits limits, char delimiter) {
        this.limits = limits;
        this.delimiter = delimiter;
    }

    /** Says how many columns the table has, and where dates stand. */
    void columns(int count, int dates) {
        columns = count;
        dateColumn = dates;
    }

    /** Whether the row at hand holds a letter that could not be decoded. */
    boolean isUndecodable() {
        return undecodable;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        row.start(startingLineNumber);
        undecodable = false;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column == MOST_COLUMNS) {
            throw Problems.refusal(ErrorClass.E3, "columns", MOST_COLUMNS)
                    .where(Problems.line(row.line()))
                    .exception();
        }
        if (row.length() + length > limits.line()) {
            throw Problems.refusal(ErrorClass.E3, "length", limits.line())
                    .where(Problems.line(row.line()))
                    .exception();
        }
        check(column, buffer, offset, offset + length, quoted);
        row.add(buffer, offset, length);
    }

    private void check(int column, char[] buffer, int from, int to, boolean quoted) {
        int lineStart = -1;
        int delimiters = 0;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            if (c == 0) {
                throw refusal("nul", column);
            }
            undecodable |= c == UNDECODABLE;
            if (quoted && (c == '\n' || c == '\r')) {
                lineStart = i + 1;
                delimiters = 0;
            } else if (c == delimiter && lineStart >= 0 && ++delimiters == columns - 1) {
                requireNoRow(column, buffer, lineStart, to);
            }
        }
    }

    /** Refuses a line inside a cell that is a row: as many cells, and a date where dates stand. */
    private void requireNoRow(int column, char[] buffer, int lineStart, int to) {
        int start = lineStart;
        for (int skipped = 0; skipped < dateColumn; skipped++) {
            start = endOfCell(buffer, start, to) + 1;
        }
        int end = endOfCell(buffer, start, to);
        if (end > start && date.isDate(new String(buffer, start, end - start))) {
            throw refusal("quotes", column);
        }
    }

    private int endOfCell(char[] buffer, int start, int to) {
        int end = start;
        while (end < to && buffer[end] != delimiter) {
            end++;
        }
        return end;
    }

    private TickmarkException refusal(String word, int column) {
        return Problems.refusal(ErrorClass.E3, word)
                .where(Problems.line(row.line()) + ", column " + (column + 1))
                .exception();
    }

    @Override
    protected Row buildRecord() {
        return row;
    }
}
