package org.tickmark.importer.camt;

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
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

/** Reads documents for tests. */
final class Reader {
    private Reader() {}

    static RecordingSink read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8), Limits.USUAL, Map.of());
    }

    static RecordingSink read(byte[] document, Limits limits, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context = new ReadContext("test.xml", Optional.empty(), options, limits, CancelToken.NEVER);
            new CamtImporter().read(new ByteArrayInputStream(document), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    /** The only statement of a document. */
    static RecordedStatement statement(String document) {
        RecordingSink sink = read(document);
        if (sink.statements().size() != 1) {
            throw new AssertionError("statements: " + sink.statements());
        }
        return sink.statements().get(0);
    }

    /** The only entry of a statement with these entries. */
    static ImportedEntry entry(String entries) {
        RecordedStatement statement = statement(Camt.statement(entries));
        if (statement.entries().size() != 1) {
            throw new AssertionError("entries: " + statement.entries());
        }
        return statement.entries().get(0);
    }
}
