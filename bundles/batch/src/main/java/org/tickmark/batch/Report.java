package org.tickmark.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;

/**
 * What there is to tell of a night run.
 *
 * @param run its key
 * @param exit how it ended; empty of one that was killed
 * @param took how long it took
 * @param units what was done for each unit
 * @param groups how each group stands
 * @param files what was not imported
 * @param problems what went wrong
 */
record Report(
        long run,
        Instant startedAt,
        Duration took,
        Optional<ExitCode> exit,
        List<UnitLine> units,
        List<GroupLine> groups,
        List<FileOutcome> files,
        List<Problem> problems) {
    /** What was done for a unit. */
    record UnitLine(String unit, long files, long entries, long matched, long open) {}

    /**
     * How a group stands.
     *
     * @param rules what each rule matched in the run
     * @param proof its proof; empty if nothing is booked, or it failed
     * @param open its open items
     */
    record GroupLine(String group, List<RuleCount> rules, Optional<Proof> proof, List<OpenItem> open) {}

    boolean isWell() {
        return exit.equals(Optional.of(ExitCode.OK));
    }

    long openItems() {
        return units.stream().mapToLong(UnitLine::open).sum();
    }

    /** Whether anything was imported or matched. */
    boolean changedSomething() {
        return units.stream().anyMatch(unit -> unit.entries() > 0 || unit.matched() > 0);
    }
}
