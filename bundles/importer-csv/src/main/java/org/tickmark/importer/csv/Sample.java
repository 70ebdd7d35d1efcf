package org.tickmark.importer.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Limits;

/** The beginning of a file as text, to decide on how all of it is read. For one thread. */
final class Sample {
    private static final int TABLE_LINES = 200;

    private final String text;
    private final Limits limits;
    private TickmarkException obstacle;

    /**
     * A sample.
     *
     * @param decoded the beginning of the file
     * @param whole whether that is all of it; else a row that is cut off is left out
     */
    Sample(String decoded, boolean whole, Limits limits) {
        int end = Math.max(decoded.lastIndexOf('\n'), decoded.lastIndexOf('\r')) + 1;
        this.text = whole || end == 0 ? decoded : decoded.substring(0, end);
        this.limits = limits;
    }

    String text() {
        return text;
    }

    /** Why rows could not be read on, if they could not. */
    Optional<TickmarkException> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** The first rows in a dialect. */
    Table table(Dialect dialect) {
        List<Table.Line> lines = new ArrayList<>();
        rows(dialect, row -> {
            if (!row.isEmpty()) {
                lines.add(new Table.Line(row.line(), Arrays.asList(row.texts())));
            }
            return lines.size() < TABLE_LINES;
        });
        return new Table(dialect, lines);
    }

    /** Shows the rows in a dialect one after the other, as long as more are wanted. What cannot be read on ends the sample. */
    void rows(Dialect dialect, Predicate<Row> more) {
        try (CsvReader<Row> reader =
                dialect.open(new StringReader(text), new RowHandler(limits, dialect.delimiter()), limits.line())) {
            for (Row row : reader) {
                if (!more.test(row)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            // else a cell in quotation marks goes on beyond the sample, which reading the file will tell
            obstacle = e.getCause() instanceof TickmarkException ours ? ours : obstacle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
