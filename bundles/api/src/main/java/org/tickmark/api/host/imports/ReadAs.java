package org.tickmark.api.host.imports;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.importer.StatementHeader.Kind;

/**
 * How a file is to be read, as far as whoever asks knows better than the file. Immutable.
 *
 * @param kind what its statements are; decides only what the file leaves open
 * @param options options of formats, by name; a format passes over those of others
 */
public record ReadAs(Optional<Kind> kind, Map<String, String> options) {
    /** As the file says itself. */
    public static final ReadAs IT_SAYS = new ReadAs(Optional.empty(), Map.of());

    public ReadAs {
        Objects.requireNonNull(kind, "kind");
        options = Map.copyOf(options);
    }
}
