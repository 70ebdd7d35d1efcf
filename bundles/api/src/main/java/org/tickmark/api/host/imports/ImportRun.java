package org.tickmark.api.host.imports;

import java.util.List;
import org.tickmark.api.Problem;

/**
 * What an import run did.
 *
 * @param files what became of each file, by definition and in the order taken
 * @param paths checks of folders that failed, so that a definition could not run
 * @param failures what kept a definition from running, beside its paths
 * @param elsewhere names of the definitions that a scheduled run left to nodes with their labels
 */
public record ImportRun(
        List<FileOutcome> files, List<PathCheck> paths, List<Problem> failures, List<String> elsewhere) {
    public ImportRun {
        files = List.copyOf(files);
        paths = List.copyOf(paths);
        failures = List.copyOf(failures);
        elsewhere = List.copyOf(elsewhere);
    }

    /** What a run did that left nothing to other nodes. */
    public ImportRun(List<FileOutcome> files, List<PathCheck> paths, List<Problem> failures) {
        this(files, paths, failures, List.of());
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
