package org.tickmark.api.host.imports;

import java.util.List;
import org.tickmark.api.Problem;

/**
 * What an import run did.
 *
 * @param files what became of each file, by definition and in the order taken
 * @param paths checks of folders that failed, so that a definition could not run
 * @param failures what kept a definition from running, beside its paths
 */
public record ImportRun(List<FileOutcome> files, List<PathCheck> paths, List<Problem> failures) {
    public ImportRun {
        files = List.copyOf(files);
        paths = List.copyOf(paths);
        failures = List.copyOf(failures);
    }

    /** How many files ended so. */
    public long count(FileOutcome.Result result) {
        return files.stream().filter(file -> file.result() == result).count();
    }

    /** How many entries are new. */
    public long entries() {
        return files.stream().mapToLong(FileOutcome::entries).sum();
    }
}
