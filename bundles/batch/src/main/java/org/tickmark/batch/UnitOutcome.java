package org.tickmark.batch;

import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.batch.Report.UnitLine;

/**
 * What a night run did for one unit.
 *
 * @param unit code of the unit
 * @param imports what was imported
 * @param groups what was reconciled
 * @param problems what went wrong outside single files and groups
 * @param failure how badly that went: {@link ExitCode#OK} when nothing did
 */
record UnitOutcome(String unit, ImportRun imports, List<GroupRun> groups, List<Problem> problems, ExitCode failure) {
    UnitOutcome {
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
    }

    /** The worst that happened in it. */
    ExitCode exitCode() {
        return Stream.concat(Stream.of(failure, ofImports()), groups.stream().map(UnitOutcome::ofGroup))
                .reduce(ExitCode.OK, ExitCode::worst);
    }

    private ExitCode ofImports() {
        if (!imports.paths().isEmpty()) {
            return ExitCode.PATH;
        }
        boolean failed = !imports.failures().isEmpty()
                || imports.count(FileOutcome.Result.REJECTED) + imports.count(FileOutcome.Result.HELD) > 0;
        return failed ? ExitCode.PARTLY : ExitCode.OK;
    }

    private static ExitCode ofGroup(GroupRun group) {
        if (!group.proof().map(Proof::ok).orElse(true)) {
            return ExitCode.PROOF_FAILED;
        }
        boolean failed = group.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return failed ? ExitCode.PARTLY : ExitCode.OK;
    }

    /** It in figures. */
    UnitLine line() {
        return new UnitLine(unit, exitCode(), imports.files().size(), imports.entries(), matched(), open());
    }

    long matched() {
        return groups.stream().mapToLong(GroupRun::matchedEntries).sum();
    }

    long open() {
        return groups.stream()
                .mapToLong(group -> group.bankOpen() + group.ledgerOpen())
                .sum();
    }
}
