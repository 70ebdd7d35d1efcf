package org.tickmark.api.host.batch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.message.Message;

/**
 * What a night run did.
 *
 * @param runId key of the batch run; 0 for a dry run or when it could not start
 * @param exitCode how it ended
 * @param imports what was imported
 * @param groups what was reconciled
 * @param problems what went wrong outside single files and groups
 * @param took how long it took
 * @param summary one line that sums it up
 */
public record BatchResult(
        long runId,
        ExitCode exitCode,
        ImportRun imports,
        List<GroupRun> groups,
        List<Problem> problems,
        Duration took,
        Message summary) {
    public BatchResult {
        Objects.requireNonNull(exitCode, "exitCode");
        Objects.requireNonNull(imports, "imports");
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(summary, "summary");
    }

    /** Whether nothing was there to be done: no file was taken and nothing was matched. */
    public boolean empty() {
        return imports.files().isEmpty() && groups.stream().allMatch(group -> group.matchedEntries() == 0);
    }

    /** How many items are open in the groups reconciled. */
    public long openItems() {
        return groups.stream()
                .mapToLong(group -> group.bankOpen() + group.ledgerOpen())
                .sum();
    }
}
