package org.tickmark.importer.ocrgiro;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.EncodingRule;

/**
 * Reads payments in the format OCR giro. Other services in the same envelope, AvtaleGiro first among them, are recognised and refused. Holds nothing; safe for
 * use from many threads.
 */
@Component(property = StatementImporter.FORMAT + "=ocr-giro")
public final class OcrGiroImporter implements StatementImporter {
    /** How every shipment begins. */
    static final String START = "NY000010";

    static final EncodingRule ENCODING = EncodingRule.byBytes(StandardCharsets.ISO_8859_1, Charset.forName("IBM850"));

    private static final int CERTAIN = 95;
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

    @Override
    public int probe(FileHead head) {
        String text = head.latin1();
        String start = text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text;
        return start.stripLeading().startsWith(START) ? CERTAIN : 0;
    }

    @Override
    public List<FormatOption> options() {
        return List.of(EncodingOption.of("ISO-8859-1", "UTF-8", "IBM850"));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        new AssignmentReader(in, context, sink).read();
    }
}
