package org.tickmark.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.setting.Settings;

/** The night run on the services of the other bundles: plan, lock, unit by unit, journal. */
final class NightRun implements Batch {
    private static final Logger LOG = LoggerFactory.getLogger(NightRun.class);
    private static final String LOCK = "batch";

    private final Books books;
    private final Imports imports;
    private final Reconciliation reconciliation;
    private final Locks locks;
    private final Settings settings;
    private final RunJournal journal;
    private final Outbox outbox;
    private final Letters letters;
    private final Reports reports;
    private final SignOfLife signOfLife;
    private final Clock clock;

    NightRun(
            Books books,
            Imports imports,
            Reconciliation reconciliation,
            Locks locks,
            Settings settings,
            RunJournal journal,
            Outbox outbox,
            Clock clock) {
        this.books = books;
        this.imports = imports;
        this.reconciliation = reconciliation;
        this.locks = locks;
        this.settings = settings;
        this.journal = journal;
        this.outbox = outbox;
        this.letters = new Letters(settings, outbox);
        this.reports = new Reports(imports, reconciliation);
        this.signOfLife = new SignOfLife(settings);
        this.clock = clock;
    }

    @Override
    public BatchResult run(Caller caller, BatchRequest request, Progress progress, CancelToken cancel) {
        requireRights(caller, request.mode());
        return new Night(caller, request, progress, cancel).run();
    }

    private static void requireRights(Caller caller, Mode mode) {
        if (mode != Mode.RECONCILE) {
            caller.require(Permission.IMPORT_RUN);
        }
        if (mode != Mode.IMPORT) {
            caller.require(Permission.RECONCILIATION_RUN);
        }
    }

    /** One run, from the first check to its last line. */
    private final class Night {
        private final Caller caller;
        private final BatchRequest request;
        private final Progress progress;
        private final Instant start = clock.instant();
        private final Stop stop;
        private final Tally tally;
        private long runId;
        private List<Long> mails = List.of();

        Night(Caller caller, BatchRequest request, Progress progress, CancelToken cancel) {
            this.caller = caller;
            this.request = request;
            this.progress = progress;
            this.stop = new Stop(cancel, clock, request.timeout());
            this.tally = new Tally(request);
        }

        BatchResult run() {
            try {
                if (settings.get(BatchSettings.ENABLED)) {
                    planned();
                } else {
                    tally.fail(ExitCode.CONFIGURATION, Problems.disabled());
                }
            } catch (TickmarkException e) {
                LOG.error("Batch run {}: {}", runId, e.problem(), e);
                tally.fail(ExitCode.FAILURE, e.problem());
            } catch (RuntimeException e) {
                LOG.error("Batch run {}: unforeseen failure", runId, e);
                tally.fail(ExitCode.FAILURE, Problems.unforeseen(e));
            }
            tellOfNone();
            deliver();
            giveSignOfLife();
            return result();
        }

        private BatchResult result() {
            return tally.result(runId, Duration.between(start, clock.instant()));
        }

        private void planned() {
            Plan plan = Plan.of(caller, request, books, imports, reconciliation);
            if (plan.errors().isEmpty()) {
                tally.note(plan.warnings());
                locked(plan);
            } else {
                plan.errors().forEach(error -> tally.fail(ExitCode.USAGE, error));
            }
        }

        private void locked(Plan plan) {
            Optional<Locks.Lock> taken = locks.acquire(LOCK, request.waitLock(), stop);
            if (taken.isEmpty()) {
                tally.fail(stop.reason().orElse(ExitCode.LOCKED), whyNotLocked(plan));
                return;
            }
            try (Locks.Lock held = taken.get()) {
                LOG.debug("Holding {}", held);
                if (request.dryRun()) {
                    units(plan);
                } else {
                    kept(plan);
                }
            }
        }

        private Problem whyNotLocked(Plan plan) {
            return stop.reason()
                    .map(reason -> Problems.stopped(reason, 0, plan.units().size()))
                    .orElseGet(() -> Problems.locked(request.waitLock()));
        }

        private void kept(Plan plan) {
            List<RunJournal.Crashed> crashed = journal.markCrashed(caller);
            tellOfCrashed(crashed);
            runId = journal.open(caller, request);
            LOG.info(
                    "Batch run {} {} begins: {} units",
                    runId,
                    request.mode(),
                    plan.units().size());
            units(plan);
            RunState state = stop.reason().isPresent() ? RunState.INTERRUPTED : RunState.FINISHED;
            List<Letter> written = letters(crashed.size());
            mails = journal.close(caller, runId, state, tally.exitCode(), tally.figures(), written);
            LOG.info(
                    "Batch run {} {}: exit {}, {}",
                    runId,
                    state,
                    tally.exitCode().code(),
                    tally.figures());
        }

        /** What they committed stands and what they left is taken up; only what they rejected nobody would hear of. */
        private void tellOfCrashed(List<RunJournal.Crashed> runs) {
            tally.note(runs.stream().map(Problems::crashed).toList());
            if (!runs.isEmpty()) {
                imports.rejectedSince(caller, runs.get(0).startedAt())
                        .forEach(file -> tally.fail(ExitCode.PARTLY, Problems.rejectedByCrashed(file)));
            }
        }

        /** The letters about this run. That one cannot be written must not keep the run from being closed. */
        private List<Letter> letters(int crashed) {
            if (!letters.areWanted()) {
                return List.of();
            }
            try {
                Report report = reports.of(caller, request, result(), start, tally.units());
                return taken(letters.about(
                        report,
                        crashed,
                        journal.wasWellBefore(runId),
                        reports.files(caller, report, request.asOf(), outbox.language())));
            } catch (RuntimeException e) {
                LOG.error("Batch run {}: no letter could be written", runId, e);
                tally.fail(ExitCode.MAIL, Problems.unforeseen(e));
                return List.of();
            }
        }

        private List<Letter> taken(Letters.Written written) {
            written.problems().forEach(problem -> tally.fail(ExitCode.MAIL, problem));
            return written.letters();
        }

        /** Tells of a run that did not come to run; one that is switched off is meant not to. */
        private void tellOfNone() {
            ExitCode exit = tally.exitCode();
            if (runId == 0 && !request.dryRun() && exit != ExitCode.OK && exit != ExitCode.CONFIGURATION) {
                try {
                    mails = journal.send(caller, taken(letters.aboutNone(exit, result().problems())));
                } catch (RuntimeException e) {
                    LOG.error("No letter could be written about a run that did not come to run", e);
                    tally.fail(ExitCode.MAIL, Problems.unforeseen(e));
                }
            }
        }

        /** Waits for the letters, for a caller who ends with this run; also one who was interrupted wants them sent. */
        private void deliver() {
            if (!mails.isEmpty() && !request.mailWait().isZero()) {
                outbox.deliver(mails, request.mailWait(), CancelToken.NEVER)
                        .forEach(problem -> tally.fail(ExitCode.MAIL, problem));
            }
        }

        private void giveSignOfLife() {
            if (runId != 0 && tally.exitCode() == ExitCode.OK) {
                tally.note(signOfLife.give().stream().toList());
            }
        }

        private void units(Plan plan) {
            for (Plan.UnitPlan unit : plan.units()) {
                if (stop.isCancelled()) {
                    break;
                }
                UnitOutcome outcome = new UnitWork(caller, request, unit, stop, progress).run(imports, reconciliation);
                tally.add(outcome);
                if (runId != 0) {
                    journal.unitDone(runId, outcome);
                }
            }
            stop.reason()
                    .ifPresent(reason -> tally.fail(
                            reason,
                            Problems.stopped(
                                    reason, tally.unitsDone(), plan.units().size())));
        }
    }
}
