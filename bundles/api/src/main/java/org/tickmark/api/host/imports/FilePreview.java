package org.tickmark.api.host.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.importer.StatementHeader;

/**
 * What a file holds, read without any set-up and without changing anything.
 *
 * @param file the file as it was named
 * @param format name of the format; empty when not recognised
 * @param encoding character encoding decided on; empty when none was told
 * @param statements its statements, in the order of the file
 * @param problems warnings that belong to no statement
 * @param error why it could not be read; empty when it could
 */
public record FilePreview(
        String file,
        String format,
        String encoding,
        List<Statement> statements,
        List<Problem> problems,
        Optional<Problem> error) {
    public FilePreview {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(encoding, "encoding");
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
        Objects.requireNonNull(error, "error");
    }

    /**
     * A statement in a file.
     *
     * @param header what it says of itself
     * @param proof whether it adds up
     * @param problems errors and warnings about it
     */
    public record Statement(StatementHeader header, StatementProof proof, List<Problem> problems) {
        public Statement {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(proof, "proof");
            problems = List.copyOf(problems);
        }
    }
}
