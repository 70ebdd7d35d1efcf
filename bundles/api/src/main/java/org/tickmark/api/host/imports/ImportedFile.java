package org.tickmark.api.host.imports;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that a run has taken, as it is kept.
 *
 * @param outcome what became of it; WAITING while a run is at work on it
 * @param encoding its character encoding; empty when none was told
 * @param bytes its size
 * @param foundAt when it was taken
 * @param finishedAt when it was moved to where it belongs
 * @param undoneAt when what it brought was taken out of the books again
 */
public record ImportedFile(
        FileOutcome outcome,
        String encoding,
        long bytes,
        Instant foundAt,
        Optional<Instant> finishedAt,
        Optional<Instant> undoneAt) {
    public ImportedFile {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(foundAt, "foundAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(undoneAt, "undoneAt");
    }
}
