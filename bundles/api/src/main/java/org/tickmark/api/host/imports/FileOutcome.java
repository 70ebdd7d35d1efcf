package org.tickmark.api.host.imports;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.Problem;

/**
 * What became of one file in a run.
 *
 * @param fileId key of the file; 0 where none was kept, as in a dry run
 * @param definition name of the definition
 * @param unit code of the unit
 * @param file name of the file
 * @param format name of the format; empty when not recognised
 * @param result what became of it
 * @param statements statements that are new
 * @param entries entries that are new
 * @param known entries that stood already
 * @param archivedAs name in the archive or in its folder {@code rejected}; empty when the file was left where it is
 * @param problems errors and warnings, in the order of the file
 */
public record FileOutcome(
        long fileId,
        String definition,
        String unit,
        String file,
        String format,
        Result result,
        int statements,
        long entries,
        long known,
        String archivedAs,
        List<Problem> problems) {
    /** What can become of a file. */
    public enum Result {
        /** Booked and archived. */
        IMPORTED,
        /** Everything in it stood already; archived. */
        DUPLICATE,
        /** Rejected: moved to the folder {@code rejected} with a report beside it; nothing of it was booked. */
        REJECTED,
        /** Left where it is until something is set right, such as an account mapped. */
        HELD,
        /** Left where it is because it is still being written or is in use. */
        WAITING
    }

    public FileOutcome {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(archivedAs, "archivedAs");
        problems = List.copyOf(problems);
    }
}
