package org.tickmark.importer.coda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.EncodingRule;
import org.tickmark.kit.lines.LineReader;

/** Reads bank statements in the format CODA, version 2. Holds nothing; safe for use from many threads. */
@Component(property = StatementImporter.FORMAT + "=coda")
public final class CodaImporter implements StatementImporter {
    static final EncodingRule ENCODING =
            EncodingRule.byBytes(Charset.forName("windows-1252"), Charset.forName("IBM850"));

    private static final int CERTAIN = 95;
    private static final int LONGEST = 2 * FileHead.LIMIT;

    @Override
    public int probe(FileHead head) {
        try {
            LineReader lines = new LineReader(new ByteArrayInputStream(head.bytes()), LONGEST, ENCODING);
            boolean filled = lines.next();
            while (filled && lines.isBlank()) {
                filled = lines.next();
            }
            return filled && isHeader(lines) ? CERTAIN : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<FormatOption> options() {
        return List.of(EncodingOption.of("windows-1252", "UTF-8", "ISO-8859-1", "IBM850"));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        new CodaReader(in, context, sink).read();
    }

    /** Whether the line at hand is a record 0: zeros, a date, the number of a bank, and 05 for statements of account. */
    static boolean isHeader(LineReader lines) {
        int start = lines.start();
        return lines.length() > 16
                && lines.startsWith("00000")
                && Ascii.isDigits(lines.buffer(), start + 5, start + 14)
                && lines.at(14) == '0'
                && lines.at(15) == '5'
                && (lines.at(16) == ' ' || lines.at(16) == 'D');
    }
}
