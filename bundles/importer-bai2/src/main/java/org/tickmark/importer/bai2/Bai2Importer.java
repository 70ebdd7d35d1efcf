package org.tickmark.importer.bai2;

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
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.EncodingRule;
import org.tickmark.kit.lines.LineReader;

/** Reads bank statements in the format BAI2. Holds nothing; safe for use from many threads. */
@Component(property = StatementImporter.FORMAT + "=bai2")
public final class Bai2Importer implements StatementImporter {
    static final EncodingRule ENCODING = EncodingRule.byBytes(Charset.forName("windows-1252"));

    private static final int CERTAIN = 95;
    private static final int LONGEST = 2 * FileHead.LIMIT;
    private static final int SHOWN = 200;

    /** Code, sender, receiver, date, time, file, length of records, size of blocks, version. */
    private static final int FIELDS = 9;

    private static final int DATE = 3;
    private static final int TIME = 4;
    private static final int VERSION = 8;

    @Override
    public int probe(FileHead head) {
        try {
            LineReader lines = new LineReader(new ByteArrayInputStream(head.bytes()), LONGEST, ENCODING);
            boolean header = lines.nextFilled()
                    && isHeader(lines.latin(lines.start(), Math.min(lines.end(), lines.start() + SHOWN)));
            return header ? CERTAIN : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<FormatOption> options() {
        return List.of(EncodingOption.of("windows-1252", "UTF-8", "ISO-8859-1"));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        new Bai2Reader(in, context, sink).read();
    }

    /** Whether a line begins with a record 01: its code, a date and a time at their places, and a version before the first slash. */
    private static boolean isHeader(String line) {
        int slash = line.indexOf('/');
        if (!line.startsWith("01,") || slash < 0) {
            return false;
        }
        String[] fields = line.substring(0, slash).split(",", -1);
        return fields.length == FIELDS
                && fields[DATE].strip().matches("[0-9]{6}([0-9]{2})?")
                && fields[TIME].strip().matches("[0-9]{0,4}")
                && fields[VERSION].strip().matches("[0-9]?");
    }
}
