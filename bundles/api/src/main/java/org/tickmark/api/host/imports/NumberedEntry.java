package org.tickmark.api.host.imports;

import java.util.Objects;
import org.tickmark.api.importer.ImportedEntry;

/**
 * An entry and where it stands among all entries of its file.
 *
 * @param number from 1, in the order of the file
 * @param entry the entry
 */
public record NumberedEntry(long number, ImportedEntry entry) {
    public NumberedEntry {
        Objects.requireNonNull(entry, "entry");
    }
}
