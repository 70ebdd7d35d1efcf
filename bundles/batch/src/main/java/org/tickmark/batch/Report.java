package org.tickmark.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;

/**
 * What there is to tell of a night run.
 *
 * @param run its key
 * @param mode which steps it took
 * @param took how long it took
 * @param beside how it ended apart from its units; empty of one that was killed
 * @param units what was done for each unit
 * @param groups how each group stands
 * @param files what was not imported
 * @param problems what went wrong
 * @param before the runs before it, the newest first
 */
record Report(
        long run,
        Mode mode,
        Instant startedAt,
        Duration took,
        Optional<ExitCode> beside,
        List<UnitLine> units,
        List<GroupLine> groups,
        List<FileOutcome> files,
        List<Told> problems,
        List<EndedRun> before) {
    Report {
        units = List.copyOf(units);
        groups = List.copyOf(groups);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        before = List.copyOf(before);
    }

    /** What was done for a unit. */
    record UnitLine(String unit, ExitCode exit, long files, long entries, long matched, long open) {
        /** Whether anything was imported or matched. */
        boolean isChange() {
            return entries > 0 || matched > 0;
        }
    }

    /**
     * How a group stands.
     *
     * @param rules what each rule matched in the run
     * @param proof its proof; empty if nothing is booked, or it failed
     * @param open its open items
     */
    record GroupLine(String unit, String group, List<RuleCount> rules, Optional<Proof> proof, List<OpenItem> open) {}

    /**
     * Something that went wrong.
     *
     * @param unit the unit whose matter it is; empty if it is everybody's
     */
    record Told(String unit, Problem problem) {
        static List<Told> of(String unit, List<Problem> problems) {
            return problems.stream().map(problem -> new Told(unit, problem)).toList();
        }

        /** Those of these units, or of all for none, and those that are everybody's. */
        static List<Told> chosen(List<Told> problems, Set<String> units) {
            return problems.stream()
                    .filter(told -> told.unit().isEmpty() || isChosen(told.unit(), units))
                    .toList();
        }
    }

    /** The report for those who look after these units, or after all for none. */
    Report only(Set<String> chosen) {
        return new Report(
                run,
                mode,
                startedAt,
                took,
                beside,
                chosen(units, chosen, UnitLine::unit),
                chosen(groups, chosen, GroupLine::unit),
                chosen(files, chosen, FileOutcome::unit),
                Told.chosen(problems, chosen),
                before.stream()
                        .filter(earlier -> earlier.concerns(chosen))
                        .map(earlier -> earlier.only(chosen))
                        .toList());
    }

    static <T> List<T> chosen(List<T> lines, Set<String> units, Function<T, String> unit) {
        return lines.stream().filter(line -> isChosen(unit.apply(line), units)).toList();
    }

    private static boolean isChosen(String unit, Set<String> units) {
        return units.isEmpty() || units.contains(unit);
    }

    static ExitCode worst(List<UnitLine> units) {
        return units.stream().map(UnitLine::exit).reduce(ExitCode.OK, ExitCode::worst);
    }

    /** How it ended; empty of a run that was killed. */
    Optional<ExitCode> exit() {
        return beside.map(worst(units)::worst);
    }

    boolean isWell() {
        return exit().equals(Optional.of(ExitCode.OK));
    }

    /** Whether there is nothing to tell: no unit of those that are looked after took part, and nothing else went wrong. */
    boolean isEmpty() {
        return units.isEmpty() && isWell() && problems.isEmpty();
    }

    /** Whether the run before it was well; empty for the first one. */
    Optional<Boolean> wasWell() {
        return before.stream().findFirst().map(EndedRun::isWell);
    }

    /** It and the runs before it, the newest first. */
    List<EndedRun> runs() {
        return Stream.concat(
                        Stream.of(new EndedRun(run, mode, startedAt, startedAt.plus(took), exit(), units)),
                        before.stream())
                .toList();
    }

    long openItems() {
        return units.stream().mapToLong(UnitLine::open).sum();
    }

    /** Whether anything was imported or matched. */
    boolean changedSomething() {
        return units.stream().anyMatch(UnitLine::isChange);
    }
}
