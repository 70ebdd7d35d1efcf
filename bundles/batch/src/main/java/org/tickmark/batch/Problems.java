package org.tickmark.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.reconciliation.GroupRun;

/** What can go wrong in a night run outside single files and groups. */
final class Problems {
    static final String MAIL_OFF = "batch.mail-off";

    private Problems() {}

    static Problem disabled() {
        return Problem.error("batch.disabled", Texts.message("disabled"))
                .where(BatchSettings.ENABLED.key())
                .found("false")
                .advice(Texts.message("disabled.advice", BatchSettings.ENABLED.environmentVariable()))
                .build();
    }

    static Problem locked(Duration waited) {
        return Problem.error("batch.locked", Texts.message("locked", Texts.span(waited)))
                .advice(Texts.message("locked.advice"))
                .build();
    }

    static Problem crashed(RunJournal.Crashed run) {
        return Problem.warning(
                        "batch.crashed",
                        Texts.message("crashed", run.id(), run.startedAt().toString()))
                .advice(Texts.message("crashed.advice"))
                .build();
    }

    static Problem rejectedByCrashed(FileOutcome file) {
        return Problem.error(
                        "batch.rejected-by-crashed",
                        Texts.message("rejected-by-crashed", file.file(), file.definition()))
                .where(file.unit())
                .advice(Texts.message("rejected-by-crashed.advice", file.archivedAs() + ".txt"))
                .build();
    }

    static Problem mailOff() {
        String recipients = BatchSettings.ERRORS_TO.key() + ", " + BatchSettings.DONE_TO.key();
        return Problem.warning(MAIL_OFF, Texts.message("mail-off"))
                .where(recipients)
                .advice(Texts.message("mail-off.advice", recipients))
                .build();
    }

    static Problem noSignOfLife(String found) {
        return Problem.warning("batch.no-sign-of-life", Texts.message("no-sign-of-life"))
                .where(BatchSettings.ALIVE_URL.key())
                .found(found)
                .advice(Texts.message("no-sign-of-life.advice"))
                .build();
    }

    static Problem missing(String by) {
        return Problem.error("batch.missing", Texts.message("missing", by))
                .where(BatchSettings.EXPECTED.key())
                .advice(Texts.message("missing.advice"))
                .build();
    }

    /** All that went wrong in a run: beside files and groups, in files, in groups. */
    static List<Problem> all(BatchResult result) {
        return with(result.problems(), result.imports(), result.groups());
    }

    /** All that went wrong in a unit. */
    static List<Problem> all(UnitOutcome unit) {
        return with(unit.problems(), unit.imports(), unit.groups());
    }

    private static List<Problem> with(List<Problem> beside, ImportRun imports, List<GroupRun> groups) {
        List<Problem> problems = new ArrayList<>(beside);
        problems.addAll(imports.failures());
        imports.paths()
                .forEach(check -> problems.add(Problem.error("import.path", check.detail())
                        .where(check.definition() + ", " + check.check())
                        .build()));
        for (FileOutcome file : imports.files()) {
            file.problems().forEach(problem -> problems.add(problem.within(file.definition() + ", " + file.file())));
        }
        for (GroupRun group : groups) {
            group.problems().forEach(problem -> problems.add(problem.within(group.group())));
            group.proof().ifPresent(proof -> proof.failures()
                    .forEach(problem -> problems.add(problem.within(group.group()))));
        }
        return List.copyOf(problems);
    }

    static Problem stopped(ExitCode reason, int unitsDone, int units) {
        String how = reason == ExitCode.TIMEOUT ? "timeout" : "interrupted";
        return Problem.warning("batch." + how, Texts.message(how, unitsDone, units))
                .advice(Texts.message("stopped.advice"))
                .build();
    }

    static Problem unforeseen(RuntimeException e) {
        return Problem.error("batch.unforeseen", Texts.message("unforeseen", String.valueOf(e.getMessage())))
                .found(e.getClass().getName())
                .advice(Texts.message("unforeseen.advice"))
                .build();
    }

    /** The problem as an error of a unit. */
    static Problem inUnit(String unit, Problem problem) {
        return problem.within(unit).toBuilder().severity(Severity.ERROR).build();
    }
}
