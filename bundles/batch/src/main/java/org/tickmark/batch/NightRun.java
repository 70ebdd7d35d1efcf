package org.tickmark.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.setting.Settings;
import org.tickmark.batch.Plan.UnitPlan;

/** The night run on the services of the other bundles: plan, lock, unit by unit, journal. */
final class NightRun implements Batch {
    private static final Logger LOG = LoggerFactory.getLogger(NightRun.class);
    /** The lock that whoever runs holds. */
    static final String LOCK = "batch";

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

    /** @param zone whose clocks nights are told by */
    NightRun(
            Books books,
            Imports imports,
            Reconciliation reconciliation,
            Locks locks,
            Settings settings,
            RunJournal journal,
            Outbox outbox,
            Clock clock,
            ZoneId zone) {
        this.books = books;
        this.imports = imports;
        this.reconciliation = reconciliation;
        this.locks = locks;
        this.settings = settings;
        this.journal = journal;
        this.outbox = outbox;
        this.letters = new Letters(settings, outbox, zone);
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
        /** By unit, what runs that were killed could not tell. */
        private final Map<String, List<Problem>> left = new HashMap<>();

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
            tellOfCrashed(plan, crashed);
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
        private void tellOfCrashed(Plan plan, List<RunJournal.Crashed> runs) {
            tally.note(runs.stream().map(Problems::crashed).toList());
            if (!runs.isEmpty()) {
                Set<String> units = plan.units().stream().map(UnitPlan::unit).collect(Collectors.toSet());
                for (FileOutcome file :
                        imports.rejectedSince(caller, runs.get(0).startedAt())) {
                    Problem rejected = Problems.rejectedByCrashed(file);
                    if (units.contains(file.unit())) {
                        left.computeIfAbsent(file.unit(), unit -> new ArrayList<>())
                                .add(rejected);
                    } else {
                        tally.fail(ExitCode.PARTLY, rejected);
                    }
                }
            }
        }

        /** The letters about this run. That one cannot be written must not keep the run from being closed. */
        private List<Letter> letters(int crashed) {
            if (!letters.areWanted()) {
                return List.of();
            }
            try {
                Reports.Span span = new Reports.Span(start, Duration.between(start, clock.instant()));
                Report report = reports.of(caller, request, runId, span, tally, journal.before(runId));
                return taken(letters.about(
                        report,
                        crashed,
                        unitCodes(),
                        (view, language) -> reports.files(caller, view, request.asOf(), language)));
            } catch (RuntimeException e) {
                LOG.error("Batch run {}: no letter could be written", runId, e);
                tally.fail(ExitCode.MAIL, Problems.unforeseen(e));
                return List.of();
            }
        }

        private Set<String> unitCodes() {
            return books.units(caller).stream().map(Unit::code).collect(Collectors.toCollection(TreeSet::new));
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
                    mails = journal.send(caller, taken(letters.aboutNone(exit, result().problems(), unitCodes())));
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
            for (UnitPlan unit : plan.units()) {
                if (stop.isCancelled()) {
                    break;
                }
                List<Problem> untold = left.getOrDefault(unit.unit(), List.of());
                UnitOutcome outcome =
                        new UnitWork(caller, request, unit, untold, stop, progress).run(imports, reconciliation);
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
