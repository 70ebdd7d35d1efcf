package org.tickmark.importer.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;

/** Streams the rows of a table to a {@link RowReader}, and knows whether the file ends where it should. For one thread. */
final class TableReader {
    private static final int ROWS_BETWEEN_CHECKS = 500;

    private final TextReader text;
    private final Dialect dialect;
    private final Layout layout;
    private final ReadContext context;
    private final RowReader rows;
    private long lastLine;
    private long readAtLastLine;

    TableReader(TextReader text, Dialect dialect, Layout layout, ReadContext context, RowReader rows) {
        this.text = text;
        this.dialect = dialect;
        this.layout = layout;
        this.context = context;
        this.rows = rows;
    }

    /**
     * Reads all rows.
     *
     * @throws TickmarkException of class E3 if the table cannot be read on, or is cut off
     */
    void read() throws IOException {
        RowHandler handler = new RowHandler(context.limits(), dialect.delimiter());
        try (CsvReader<Row> reader =
                dialect.open(text, handler, context.limits().line())) {
            for (Row row : reader) {
                lastLine = row.line();
                readAtLastLine = text.count();
                if (row.line() > layout.headerLine() && !row.isEmpty()) {
                    take(row, handler);
                } else if (row.line() == layout.headerLine()) {
                    handler.columns(row.count(), layout.columns().at(Role.BOOKING_DATE));
                }
            }
        } catch (CsvParseException e) {
            throw cannotGoOn(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        rows.finish(text.endsLine());
    }

    private void take(Row row, RowHandler handler) {
        rows.take(row, handler.isUndecodable());
        if (rows.count() % ROWS_BETWEEN_CHECKS == 0) {
            context.cancel().throwIfCancelled();
        }
    }

    /**
     * FastCSV gives up for three reasons, which it does not tell apart: a quotation mark that is open when the file ends, a cell that is longer than
     * allowed, and characters after a closing quotation mark.
     */
    private TickmarkException cannotGoOn(CsvParseException e) {
        if (e.getCause() instanceof TickmarkException ours) {
            return ours;
        }
        return refusal().where(Problems.line(lastLine + 1)).exception(e);
    }

    private Problem.Builder refusal() {
        if (text.isEnded()) {
            return Problems.refusal(ErrorClass.E3, "cut-off").expected(String.valueOf(dialect.quote()));
        }
        boolean isLong = text.count() - readAtLastLine > context.limits().line() / 2;
        return isLong
                ? Problems.refusal(ErrorClass.E3, "length", context.limits().line())
                : Problems.refusal(ErrorClass.E3, "quotes");
    }
}
