package org.tickmark.importer.bgmax;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads files for tests; numbers and names are invented. */
final class BgMax {
    static final String START = pad("01BGMAX               0120261126173035010331P");
    static final String SECTION = pad("050055551113          SEK");

    /** When banks still sent the format. */
    static final Instant BEFORE_THE_END = Instant.parse("2026-11-26T23:30:00Z");

    private BgMax() {}

    /** An importer on a day when banks still send the format. */
    static BgMaxImporter importer() {
        return importer(BEFORE_THE_END);
    }

    static BgMaxImporter importer(Instant now) {
        return new BgMaxImporter(Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A record of 80 characters with a line end. */
    static String pad(String record) {
        return record + " ".repeat(80 - record.length()) + "\r\n";
    }

    /** A payment (20) or deduction (21) with a checked reference. */
    static String payment(String code, String reference, String amount, long serial) {
        return payment(code, reference, amount, serial, '2');
    }

    /** A payment with a reference of the kind that the code tells. */
    static String payment(String code, String reference, String amount, long serial, char kind) {
        return pad(String.format("%s0003783511%-25s%s%c1%012d0", code, reference, amount(amount), kind, serial));
    }

    /** A deposit of this sum, or of one that lacks its sign. */
    static String deposit(String amount, int count) {
        String account = "0".repeat(19) + "5841000001009823";
        return pad(String.format("15%s2026112600001%sSEK%08dK", account, amount(amount), count));
    }

    /** The end of a file. */
    static String end(int payments, int deductions, int references, int deposits) {
        return pad(String.format("70%08d%08d%08d%08d", payments, deductions, references, deposits));
    }

    private static String amount(String amount) {
        return String.format("%018d", new BigDecimal(amount).movePointRight(2).longValueExact());
    }

    static RecordingSink read(String file) {
        return read(file.getBytes(StandardCharsets.ISO_8859_1), Map.of());
    }

    static RecordingSink read(byte[] file, Map<String, String> options) {
        return read(importer(), file, options);
    }

    static RecordingSink read(BgMaxImporter importer, byte[] file, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context =
                    new ReadContext("test.txt", Optional.empty(), options, Limits.USUAL, CancelToken.NEVER);
            importer.read(new ByteArrayInputStream(file), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }
}
