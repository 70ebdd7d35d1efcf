package org.tickmark.importer.mt940;

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

/** Reads bank statements in the formats SWIFT MT940, MT942 and MT950. Holds nothing; safe for use from many threads. */
@Component(property = StatementImporter.FORMAT + "=mt940")
public final class Mt940Importer implements StatementImporter {
    /** How the encoding is decided: SWIFT allows ASCII alone, banks write more. */
    static final EncodingRule ENCODING =
            EncodingRule.byBytes(Charset.forName("windows-1252"), Charset.forName("IBM850"));

    private static final int CERTAIN = 95;
    /** A tag at the very beginning may be the rest of a statement, which reading will refuse with better words. */
    private static final int FRAGMENT = 30;

    /** Banks put some lines of their own before the first message. */
    private static final int HEADER_LINES = 30;

    /** A line of a head may be as long as the head. */
    private static final int LONGEST = 2 * FileHead.LIMIT;

    @Override
    public int probe(FileHead head) {
        try {
            return probe(new LineReader(new ByteArrayInputStream(head.bytes()), LONGEST, ENCODING));
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
        new MessageReader(in, context, sink).read();
    }

    /** A message has a reference and then an account, with at most a field :21: between them. */
    private static int probe(LineReader lines) throws IOException {
        boolean reference = false;
        for (int read = 0; read < HEADER_LINES && lines.nextFilled(); read++) {
            MessageReader.skipControls(lines);
            if (lines.at(0) == '{') {
                Envelope.narrowToText(lines);
            }
            Tag tag = Tag.of(lines);
            if (tag == Tag.REFERENCE) {
                reference = true;
            } else if (tag == Tag.ACCOUNT && reference) {
                return CERTAIN;
            } else if (tag != null && tag != Tag.OTHER && reference) {
                return FRAGMENT;
            } else if (tag != null && read == 0) {
                return FRAGMENT;
            }
        }
        return reference ? FRAGMENT : 0;
    }
}
