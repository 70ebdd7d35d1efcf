package org.tickmark.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.HeadedStream;
import org.tickmark.kit.lines.RepeatedWarnings;

/**
 * Reads statements and ledgers from comma-separated values of any dialect: by a profile where the names of the columns are those of one, else by a guess
 * that is told. Holds nothing; safe for use from many threads.
 */
@Component(property = StatementImporter.FORMAT + "=csv")
public final class CsvImporter implements StatementImporter {
    /** So much of a file is looked at before it is decided how all of it is read. */
    private static final int SAMPLE = 1 << 20;

    /** How files of other kinds begin: markup, packed and office files, other formats of banks. */
    private static final List<String> OTHERS =
            List.of("<", "PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0", "%PDF", "\u001F\u008B");

    @Override
    public int probe(FileHead head) {
        byte[] bytes = head.bytes();
        if (bytes.length == 0 || isOther(bytes)) {
            return 0;
        }
        try {
            Sample sample =
                    new TextSample(Encoding.of(bytes).decode(bytes), bytes.length < FileHead.LIMIT, Limits.USUAL);
            return new LayoutFinder(sample, Choices.none())
                    .find()
                    .map(LayoutFinder.Found::sureness)
                    .orElse(0);
        } catch (TickmarkException e) {
            return 0;
        }
    }

    @Override
    public List<FormatOption> options() {
        return Choices.ofTexts();
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        Choices choices = Choices.of(context);
        byte[] bytes = in.readNBytes(SAMPLE);
        requireText(bytes);
        Encoding encoding =
                choices.encoding().map(name -> Encoding.named(name, bytes)).orElseGet(() -> Encoding.of(bytes));
        Sample sample = new TextSample(encoding.decode(bytes), bytes.length < SAMPLE, context.limits());
        Layout layout = new LayoutFinder(sample, choices).layout(context);
        TextReader text = new TextReader(
                new HeadedStream(bytes, in), encoding, choices.encoding().isEmpty());
        RepeatedWarnings problems = new RepeatedWarnings(sink);
        Statements statements = new Statements(
                sink, layout, problems, layout.howRead(!choices.columns().isEmpty()));
        new TableReader(text, (Dialect) layout.form(), layout, context, new RowReader(layout, statements, problems))
                .read();
        sink.encoding(text.encoding());
        problems.finish();
    }

    private static boolean isOther(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .stripLeading();
        return OTHERS.stream().anyMatch(start::startsWith);
    }

    private static void requireText(byte[] bytes) {
        boolean blank = true;
        for (byte one : bytes) {
            blank &= one <= ' ' && one > 0;
        }
        if (bytes.length == 0 || blank) {
            throw Problems.refusal(ErrorClass.E1, "empty").exception();
        }
        if (isOther(bytes)) {
            throw Problems.refusal(ErrorClass.E2, "not-csv")
                    .found(beginning(bytes))
                    .exception();
        }
    }

    private static String beginning(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 40), StandardCharsets.US_ASCII);
        return start.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\P{Graph}", " ")
                .strip();
    }
}
