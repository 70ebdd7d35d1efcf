package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

/** Reads tables for tests. */
final class Csv {
    private Csv() {}

    /** Reads a table with options as {@code name=value}. */
    static RecordingSink read(String table, String... options) {
        return read(table.getBytes(StandardCharsets.UTF_8), options);
    }

    static RecordingSink read(byte[] table, String... options) {
        return read(new ByteArrayInputStream(table), "test.csv", options);
    }

    static RecordingSink read(InputStream table, String name, String... options) {
        return read(table, name, Optional.empty(), options);
    }

    private static RecordingSink read(InputStream table, String name, Optional<Kind> kind, String... options) {
        Map<String, String> values = new HashMap<>();
        for (String option : options) {
            String[] sides = option.split("=", 2);
            values.put(sides[0], sides[1]);
        }
        RecordingSink sink = new RecordingSink();
        try {
            new CsvImporter().read(table, new ReadContext(name, kind, values, Limits.USUAL, CancelToken.NEVER), sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    /** The only statement of a table of which it is known what it is. */
    static RecordedStatement statement(Kind kind, String table, String... options) {
        InputStream bytes = new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
        return only(read(bytes, "test.csv", Optional.of(kind), options));
    }

    /** The only statement of a table. */
    static RecordedStatement statement(String table, String... options) {
        return only(read(table, options));
    }

    private static RecordedStatement only(RecordingSink sink) {
        if (sink.statements().size() != 1) {
            throw new AssertionError("statements: " + sink.statements());
        }
        return sink.statements().get(0);
    }

    /** Why a table is refused. */
    static Problem refusal(String table, String... options) {
        return refusal(table.getBytes(StandardCharsets.UTF_8), options);
    }

    static Problem refusal(byte[] table, String... options) {
        return catchThrowableOfType(TickmarkException.class, () -> read(table, options))
                .problem();
    }

    /** How a table was read, as the problem that tells it has it. */
    static String howRead(String table, String... options) {
        return read(table, options).problems().stream()
                .filter(problem -> problem.code().matches("W\\.(profile|guess|columns)"))
                .findFirst()
                .flatMap(Problem::found)
                .orElseThrow();
    }
}
