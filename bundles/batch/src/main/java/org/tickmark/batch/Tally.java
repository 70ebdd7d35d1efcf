package org.tickmark.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.message.Message;

/** Adds up what a night run did, unit by unit; one thread at a time. */
final class Tally {
    private final BatchRequest request;
    private final List<UnitOutcome> units = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    /** Those of the problems that are no unit's. */
    private final List<Problem> beside = new ArrayList<>();

    private ExitCode exitCode = ExitCode.OK;
    private ExitCode exitBeside = ExitCode.OK;

    Tally(BatchRequest request) {
        this.request = request;
    }

    void add(UnitOutcome outcome) {
        units.add(outcome);
        problems.addAll(outcome.problems());
        exitCode = exitCode.worst(outcome.exitCode());
    }

    void note(List<Problem> more) {
        problems.addAll(more);
        beside.addAll(more);
    }

    void fail(ExitCode how, Problem why) {
        note(List.of(why));
        exitCode = exitCode.worst(how);
        exitBeside = exitBeside.worst(how);
    }

    /** What went wrong apart from the units. */
    List<Problem> beside() {
        return List.copyOf(beside);
    }

    /** How badly that went. */
    ExitCode exitBeside() {
        return exitBeside;
    }

    List<UnitOutcome> units() {
        return List.copyOf(units);
    }

    int unitsDone() {
        return units.size();
    }

    ExitCode exitCode() {
        return exitCode;
    }

    /** The figures, as events and the audit log tell them. */
    Map<String, String> figures() {
        return Map.of(
                "mode", request.mode().name(),
                "units", Integer.toString(units.size()),
                "files", Long.toString(files()),
                "entries", Long.toString(entries()),
                "matched", Long.toString(matched()),
                "open", Long.toString(open()));
    }

    BatchResult result(long runId, Duration took) {
        return new BatchResult(
                runId,
                exitCode,
                new ImportRun(
                        all(unit -> unit.imports().files()),
                        all(unit -> unit.imports().paths()),
                        all(unit -> unit.imports().failures()),
                        all(unit -> unit.imports().elsewhere())),
                groups(),
                problems,
                took,
                summary(runId, took));
    }

    private List<GroupRun> groups() {
        return all(UnitOutcome::groups);
    }

    private <T> List<T> all(Function<UnitOutcome, List<T>> part) {
        return units.stream().map(part).flatMap(List::stream).toList();
    }

    private Message summary(long runId, Duration took) {
        Message run = runId == 0 ? notKept() : Texts.message("run", runId);
        return Texts.message(
                "summary." + request.mode(),
                Texts.message("files", files()),
                Texts.message("rows", entries()),
                Texts.message("matched", matched()),
                Texts.message("open", open()),
                Texts.span(took),
                run);
    }

    private Message notKept() {
        return Texts.message(request.dryRun() ? "dry-run" : "no-run");
    }

    private long files() {
        return units.stream().mapToLong(unit -> unit.imports().files().size()).sum();
    }

    private long entries() {
        return units.stream().mapToLong(unit -> unit.imports().entries()).sum();
    }

    private long matched() {
        return units.stream().mapToLong(UnitOutcome::matched).sum();
    }

    private long open() {
        return units.stream().mapToLong(UnitOutcome::open).sum();
    }
}
