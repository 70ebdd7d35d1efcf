package org.tickmark.importer.qif;

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

/** Makes and reads files for tests; parties are invented. */
final class Qif {
    private Qif() {}

    /** A file of a bank account with these records. */
    static String bank(String... records) {
        return "!Type:Bank\n" + String.join("", records);
    }

    /** A record of these fields, parted by bars. */
    static String record(String fields) {
        return fields.replace('|', '\n') + "\n^\n";
    }

    static RecordingSink read(String file) {
        return read(file, Map.of());
    }

    static RecordingSink read(String file, Map<String, String> options) {
        return read(file.getBytes(StandardCharsets.UTF_8), options);
    }

    static RecordingSink read(byte[] file, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context =
                    new ReadContext("test.qif", Optional.empty(), options, Limits.USUAL, CancelToken.NEVER);
            new QifImporter().read(new ByteArrayInputStream(file), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    /** The first entry of a file with this record. */
    static ImportedEntry entry(String fields) {
        return read(bank(record(fields))).statements().get(0).entries().get(0);
    }
}
