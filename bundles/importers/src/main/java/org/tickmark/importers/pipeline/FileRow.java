package org.tickmark.importers.pipeline;

import java.util.Optional;

/**
 * A row of {@code import_file}, as far as the pipeline reads it.
 *
 * @param workPath where the file lies while it is claimed
 * @param archivedAs its name in the archive, once decided
 */
record FileRow(
        long id,
        String definition,
        String unit,
        String name,
        Optional<String> sha256,
        FileState state,
        boolean filed,
        String workPath,
        String archivedAs,
        boolean undone) {
    /** Whether the books may hold something of it: also a file whose entries all stood already is one of those that brought them. */
    boolean isInBooks() {
        return state == FileState.IMPORTED || state == FileState.DUPLICATE;
    }
}
