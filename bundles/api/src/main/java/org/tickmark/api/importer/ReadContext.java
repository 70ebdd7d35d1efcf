package org.tickmark.api.importer;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.StatementHeader.Kind;

/**
 * What an importer is told about the file it reads.
 *
 * @param fileName the file's name without folders, for messages
 * @param kind what its statements are, if that is known; decides only what the file leaves open
 * @param options the options that the definition sets, by name; others have their default
 * @param limits what the host allows
 * @param cancel whether to stop
 */
public record ReadContext(
        String fileName, Optional<Kind> kind, Map<String, String> options, Limits limits, CancelToken cancel) {
    public ReadContext {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(kind, "kind");
        options = Map.copyOf(options);
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(cancel, "cancel");
    }

    /** A context without options, with the usual limits. */
    public static ReadContext of(String fileName) {
        return new ReadContext(fileName, Optional.empty(), Map.of(), Limits.USUAL, CancelToken.NEVER);
    }

    /** The value that the definition sets for an option. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
