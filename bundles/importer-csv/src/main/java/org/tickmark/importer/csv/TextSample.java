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
import java.util.stream.IntStream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Limits;

/** The beginning of a text file. For one thread. */
final class TextSample implements Sample {
    private static final char[] DELIMITERS = {';', ',', '\t', '|'};
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
    TextSample(String decoded, boolean whole, Limits limits) {
        int end = Math.max(decoded.lastIndexOf('\n'), decoded.lastIndexOf('\r')) + 1;
        this.text = whole || end == 0 ? decoded : decoded.substring(0, end);
        this.limits = limits;
    }

    @Override
    public List<Table> tables(Choices choices) {
        return dialects(choices).stream().map(this::table).toList();
    }

    private List<Dialect> dialects(Choices choices) {
        char quote = choices.quote().orElse('"');
        List<Character> delimiters =
                choices.delimiter().or(this::stated).map(List::of).orElseGet(TextSample::usual);
        return delimiters.stream()
                .map(delimiter -> new Dialect(delimiter, quote, isPadded(delimiter, quote)))
                .toList();
    }

    private static List<Character> usual() {
        return IntStream.range(0, DELIMITERS.length)
                .mapToObj(i -> DELIMITERS[i])
                .toList();
    }

    /** The delimiter of a first line as spreadsheets write it: {@code sep=;}. */
    private Optional<Character> stated() {
        int start = text.startsWith("\"") ? 1 : 0;
        return text.startsWith("sep=", start) && text.length() > start + 4
                ? Optional.of(text.charAt(start + 4))
                : Optional.empty();
    }

    /** Whether blanks stand between delimiters and quotation marks, and never nothing. */
    private boolean isPadded(char delimiter, char quote) {
        boolean before = text.contains(delimiter + " " + quote) && !text.contains("" + delimiter + quote);
        return before || (text.contains(quote + " " + delimiter) && !text.contains("" + quote + delimiter));
    }

    @Override
    public String beginning() {
        return text.lines().findFirst().orElse("").strip();
    }

    @Override
    public Optional<TickmarkException> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    private Table table(Dialect dialect) {
        List<Table.Line> lines = new ArrayList<>();
        rows(dialect, row -> {
            if (!row.isEmpty()) {
                lines.add(new Table.Line(row.line(), Arrays.asList(row.texts())));
            }
            return lines.size() < TABLE_LINES;
        });
        return new Table(dialect, lines);
    }

    @Override
    public void rows(TableForm form, Predicate<Row> more) {
        Dialect dialect = (Dialect) form;
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
