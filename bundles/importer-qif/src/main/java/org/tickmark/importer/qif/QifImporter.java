package org.tickmark.importer.qif;

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

/** Reads transactions in the format QIF. Holds nothing; safe for use from many threads. */
@Component(property = StatementImporter.FORMAT + "=qif")
public final class QifImporter implements StatementImporter {
    static final String DATE = "date";
    static final String DECIMAL = "decimal";
    static final String CURRENCY = "currency";
    static final String ACCOUNT = "account";
    static final String AUTO = "auto";

    static final EncodingRule ENCODING = EncodingRule.byBytes(
            Charset.forName("windows-1252"), Charset.forName("x-MacRoman"), Charset.forName("IBM850"));

    private static final int CERTAIN = 95;
    /** A line of a head may be as long as the head. */
    private static final int LONGEST = 2 * FileHead.LIMIT;

    @Override
    public int probe(FileHead head) {
        try {
            LineReader lines = new LineReader(new ByteArrayInputStream(head.bytes()), LONGEST, ENCODING);
            while (lines.nextFilled()) {
                if (!isBeforeHeading(lines)) {
                    return Heading.isHeading(lines) ? CERTAIN : 0;
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                EncodingOption.of("windows-1252", "UTF-8", "ISO-8859-1", "x-MacRoman", "IBM850"),
                new FormatOption(DATE, List.of(AUTO, "dmy", "mdy", "ymd"), AUTO, Texts.message("qif.option.date")),
                new FormatOption(DECIMAL, List.of(AUTO, "point", "comma"), AUTO, Texts.message("qif.option.decimal")),
                new FormatOption(CURRENCY, List.of(), AUTO, Texts.message("qif.option.currency")),
                new FormatOption(ACCOUNT, List.of(), AUTO, Texts.message("qif.option.account")));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        new FileReader(in, context, sink).read();
    }

    /** Comments, and the ends of records that someone left out. */
    static boolean isBeforeHeading(LineReader lines) {
        return lines.at(0) == '#' || lines.at(0) == '^';
    }
}
