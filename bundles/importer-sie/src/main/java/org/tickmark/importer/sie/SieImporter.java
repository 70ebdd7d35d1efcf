package org.tickmark.importer.sie;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;

/**
 * Reads ledgers in the format SIE 4 (types 4E, 4I and 1 to 3): each account that has entries or balances is a statement. Holds nothing; safe for
 * use from many threads.
 */
@Component(property = StatementImporter.FORMAT + "=sie4")
public final class SieImporter implements StatementImporter {
    private static final int CERTAIN = 95;
    /** So many known records in one head are no coincidence. */
    private static final long RECORDS = 2;

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    @Override
    public int probe(FileHead head) {
        String text = head.latin1();
        String start = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        List<String> labels = start.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(RECORDS)
                .map(SieImporter::label)
                .toList();
        return labels.size() == RECORDS && labels.stream().allMatch(Labels::isLabel) ? CERTAIN : 0;
    }

    @Override
    public List<FormatOption> options() {
        return Choices.options();
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        new LedgerReader(in, context, sink).read();
    }

    /** The first word of a line. */
    private static String label(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        return line.substring(0, end);
    }
}
