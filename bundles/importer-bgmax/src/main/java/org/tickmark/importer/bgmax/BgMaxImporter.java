package org.tickmark.importer.bgmax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.EncodingRule;

/** Reads payments to bankgiro numbers in the format BgMax. Holds nothing; safe for use from many threads. */
@Component(property = StatementImporter.FORMAT + "=bgmax")
public final class BgMaxImporter implements StatementImporter {
    static final String ENTRIES = "entries";
    static final String PAYMENTS = "payments";
    static final String DEPOSITS = "deposits";
    /** How every file begins. */
    static final String START = "01BGMAX ";

    /** Bankgirot wrote ISO 8859-1; programs that files went through wrote others. */
    static final EncodingRule ENCODING =
            EncodingRule.byBytes(StandardCharsets.ISO_8859_1, Charset.forName("x-MacRoman"), Charset.forName("IBM850"));

    /** From this day on no bank sends the format: the Swedish banks' notice of the end of Bankgirot's files. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 27);

    private static final int CERTAIN = 95;
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

    private final Clock clock;

    @Activate
    public BgMaxImporter(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public int probe(FileHead head) {
        String text = head.latin1();
        String start = text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text;
        return start.stripLeading().startsWith(START) ? CERTAIN : 0;
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                EncodingOption.of("ISO-8859-1", "UTF-8", "x-MacRoman", "IBM850"),
                new FormatOption(
                        ENTRIES, List.of(PAYMENTS, DEPOSITS), PAYMENTS, Texts.message("bgmax.option.entries")));
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        new SectionReader(in, context, sink).read();
        if (!LocalDate.now(clock).isBefore(LAST_DAY)) {
            sink.problem(Problem.info(ErrorClass.W.code("ended"), Texts.message("bgmax.ended", LAST_DAY))
                    .advice(Texts.message("bgmax.ended.advice"))
                    .build());
        }
    }
}
