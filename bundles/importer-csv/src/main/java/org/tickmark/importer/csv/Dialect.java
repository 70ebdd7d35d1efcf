package org.tickmark.importer.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;

/**
 * How the cells of a text are told apart.
 *
 * @param delimiter what stands between two cells
 * @param quote what stands around a cell that holds delimiters; {@link #NO_QUOTE} for none
 * @param padded whether blanks stand between quotation marks and delimiters
 */
record Dialect(char delimiter, char quote, boolean padded) implements TableForm {
    /** A character that no text holds. */
    static final char NO_QUOTE = '\uFFFF';

    @Override
    public String option() {
        return "delimiter=" + Choices.delimiterWord(delimiter);
    }

    @Override
    public String place(long row) {
        return Problems.line(row);
    }

    @Override
    public String place(long row, int column, String name) {
        return Problems.line(row) + ", column " + (column + 1) + " (" + name + ")";
    }

    /** Opens a table; a row is good until the next one is asked for. */
    CsvReader<Row> open(Reader text, RowHandler handler, int longestCell) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(padded)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(longestCell)
                .build(handler, text);
    }
}
