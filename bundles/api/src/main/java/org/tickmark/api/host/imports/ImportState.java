package org.tickmark.api.host.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a definition stands on this node.
 *
 * @param definition which one
 * @param failures checks of its folders that failed, without which a run does not begin; empty if it can run
 * @param waiting the files that the next run finds, by name; empty if the folder cannot be read
 * @param last the file that was taken last
 * @param rejected how many files lie in its folder {@code rejected}
 */
public record ImportState(
        ImportDefinition definition,
        List<PathCheck> failures,
        List<ServerFile> waiting,
        Optional<ImportedFile> last,
        long rejected) {
    public ImportState {
        Objects.requireNonNull(definition, "definition");
        failures = List.copyOf(failures);
        waiting = List.copyOf(waiting);
        Objects.requireNonNull(last, "last");
    }
}
