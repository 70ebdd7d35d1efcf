package org.tickmark.api.host.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A file or folder of the machine that Tickmark runs on.
 *
 * @param path where it lies
 * @param folder whether it is a folder
 * @param bytes its size; 0 for a folder
 * @param changedAt when it was changed last
 */
public record ServerFile(Path path, boolean folder, long bytes, Instant changedAt) {
    public ServerFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(changedAt, "changedAt");
    }
}
