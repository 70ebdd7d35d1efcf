package org.tickmark.importer.mt940;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads messages for tests; parties are invented. */
final class Mt {
    static final String HEAD = ":20:DAGUTDRAG\n:25:NO9386011117947\n:28C:17/1\n:60F:C261101NOK1000,00\n";
    static final String END = ":62F:C261102NOK990,00\n-\n";
    static final String REPORT = ":20:DAGEN\n:25:NO9386011117947\n:28C:3/1\n:34F:NOK0,\n:13D:2611021815+0100\n";

    private Mt() {}

    /** A statement of one entry of -10.00 with this text. */
    static String withText(String details) {
        return HEAD + ":61:2611021102D10,00NTRFNONREF\n:86:" + details + "\n" + END;
    }

    /** The only entry of a statement whose field :61: is this. */
    static ImportedEntry entry(String field) {
        return onlyEntry(read(HEAD + ":61:" + field + "\n" + END));
    }

    /** The only entry of a statement, with this text. */
    static ImportedEntry entryWithText(String details) {
        return onlyEntry(read(withText(details)));
    }

    static ImportedEntry onlyEntry(RecordingSink sink) {
        if (sink.statements().size() != 1 || sink.statements().get(0).entries().size() != 1) {
            throw new AssertionError("expected one entry: " + sink.transcript());
        }
        return sink.statements().get(0).entries().get(0);
    }

    static RecordingSink read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), Limits.USUAL, Map.of());
    }

    static RecordingSink read(byte[] file, Limits limits, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context = new ReadContext("test.sta", Optional.empty(), options, limits, CancelToken.NEVER);
            new Mt940Importer().read(new ByteArrayInputStream(file), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }
}
