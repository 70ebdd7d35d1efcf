package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.api.host.imports.FileOutcome.Result.DUPLICATE;
import static org.tickmark.api.host.imports.FileOutcome.Result.HELD;
import static org.tickmark.api.host.imports.FileOutcome.Result.IMPORTED;
import static org.tickmark.api.host.imports.FileOutcome.Result.REJECTED;
import static org.tickmark.api.host.imports.FileOutcome.Result.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.setting.Settings;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.ManualSettings;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NightRunSuite {
    private static final Caller CALLER = Caller.os("test", Locale.ENGLISH).through(Origin.BATCH);

    private static final List<Unit> TWO_UNITS =
            List.of(new Unit("A", "Alpha AB", "", "SEK"), new Unit("B", "Beta AB", "", "SEK"));

    private final DatabaseFixture database = database();
    private Transactions transactions;

    private ManualClock clock;
    private FakeImports imports;
    private FakeReconciliation reconciliation;
    private RecordingAudit audit;
    private RecordingEvents events;
    private boolean enabled;
    private boolean lockIsFree;
    private final List<Duration> lockPatience = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    abstract DatabaseFixture database();

    @BeforeAll
    void migrate() {
        transactions = database.migrate("org.tickmark.batch", NightRun.class);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void prepare() {
        clock = ManualClock.at("2026-06-01T04:00:00Z");
        imports = new FakeImports();
        reconciliation = new FakeReconciliation();
        audit = new RecordingAudit();
        events = new RecordingEvents(clock);
        enabled = true;
        lockIsFree = true;
        lockPatience.clear();
        cancelled.set(false);
        transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "delete from batch_run_unit").update();
            return Sql.on(tx.connection(), "delete from batch_run").update();
        });
    }

    // ---------------------------------------------------------------- what is done

    @Test
    void importsAndThenReconcilesEachUnit() {
        unitA();
        BatchResult result = run(Mode.ALL);

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.runId()).isPositive();
        assertThat(imports.requests).singleElement().satisfies(request -> {
            assertThat(request.units()).containsExactly("A");
            assertThat(request.backgroundOnly()).isTrue();
            assertThat(request.dryRun()).isFalse();
        });
        assertThat(reconciliation.requests).singleElement().satisfies(request -> {
            assertThat(request.groups()).containsExactly("bank-a");
            assertThat(request.scheduled()).isTrue();
        });
    }

    @Test
    void importsOnly() {
        unitA();
        run(Mode.IMPORT);
        assertThat(imports.requests).hasSize(1);
        assertThat(reconciliation.requests).isEmpty();
    }

    @Test
    void reconcilesOnly() {
        unitA();
        run(Mode.RECONCILE);
        assertThat(imports.requests).isEmpty();
        assertThat(reconciliation.requests).hasSize(1);
    }

    @Test
    void leavesOutWhatIsNotTickedForScheduledRuns() {
        imports.unscheduled("A");
        reconciliation.unscheduled("A", "bank-a");
        BatchResult result = run(Mode.ALL);

        assertThat(imports.requests).isEmpty();
        assertThat(reconciliation.requests).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.empty()).isTrue();
        assertThat(codes(result)).containsExactly("batch.nothing-scheduled");
    }

    @Test
    void runsForTheUnitsAskedForOnly() {
        unitA();
        unitB();
        run(new Asked(Mode.ALL).units("B").request());
        assertThat(imports.requests)
                .extracting(request -> request.units().get(0))
                .containsExactly("B");
        assertThat(reconciliation.requests)
                .extracting(request -> request.groups().get(0))
                .containsExactly("bank-b");
    }

    @Test
    void reconcilesTheGroupsAskedForOnly() {
        unitA();
        unitB();
        run(new Asked(Mode.RECONCILE).groups("bank-b").request());
        assertThat(reconciliation.requests)
                .extracting(request -> request.groups().get(0))
                .containsExactly("bank-b");
    }

    @Test
    void saysThatAGroupAskedForIsNotTicked() {
        unitA();
        reconciliation.unscheduled("A", "by-hand");
        BatchResult result = run(new Asked(Mode.RECONCILE).groups("by-hand").request());
        assertThat(codes(result)).contains("batch.not-scheduled");
        assertThat(reconciliation.requests).isEmpty();
    }

    @Test
    void handsOnTheDateAndTheDryRun() {
        unitA();
        LocalDate asOf = LocalDate.of(2026, 5, 31);
        run(new Asked(Mode.ALL).asOf(asOf).dryRun().request());
        assertThat(imports.requests.get(0).dryRun()).isTrue();
        assertThat(reconciliation.requests.get(0).dryRun()).isTrue();
        assertThat(reconciliation.requests.get(0).asOf()).contains(asOf);
    }

    // ---------------------------------------------------------------- before anything runs

    @Test
    void refusesAnUnknownUnitBeforeAnythingRuns() {
        unitA();
        BatchResult result = run(new Asked(Mode.ALL).units("A", "Z").request());
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.problems().get(0).text(Locale.ENGLISH))
                .contains("no unit Z")
                .contains("A, B");
        assertNothingRan(result);
    }

    @Test
    void refusesAnUnknownGroupBeforeAnythingRuns() {
        unitA();
        BatchResult result = run(new Asked(Mode.ALL).groups("bank-z").request());
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(codes(result)).containsExactly("batch.unknown-group");
        assertNothingRan(result);
    }

    @Test
    void doesNothingWhileBackgroundJobsAreOff() {
        unitA();
        enabled = false;
        BatchResult result = run(Mode.ALL);
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(result.problems().get(0).text(Locale.ENGLISH)).contains("batch.enabled");
        assertNothingRan(result);
    }

    @Test
    void a37_endsAsLockedWhileAnotherBatchHoldsTheLock() {
        unitA();
        lockIsFree = false;
        BatchResult result =
                run(new Asked(Mode.ALL).waitLock(Duration.ofMinutes(5)).request());
        assertThat(result.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(lockPatience).containsExactly(Duration.ofMinutes(5));
        assertNothingRan(result);
    }

    @Test
    void endsAsInterruptedWhenItsCallerLeavesWhileItWaitsForTheLock() {
        unitA();
        lockIsFree = false;
        cancelled.set(true);
        assertThat(run(Mode.ALL).exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void refusesACallerWhoMayNotReconcile() {
        Caller importer = new Caller("ann", Set.of(Permission.IMPORT_RUN), Set.of(), Locale.ENGLISH, Origin.SHELL);
        assertThatThrownBy(() -> batch().run(importer, new Asked(Mode.ALL).request(), Progress.NONE, CancelToken.NEVER))
                .isInstanceOf(PermissionDenied.class);
        assertThat(batch().run(importer, new Asked(Mode.IMPORT).request(), Progress.NONE, CancelToken.NEVER)
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    // ---------------------------------------------------------------- how it ends

    @Test
    void endsAsPartlyDoneWhenAFileWasRejectedOrHeld() {
        imports.scheduled("A", cancel -> FakeImports.files(IMPORTED, REJECTED));
        assertThat(run(Mode.IMPORT).exitCode()).isEqualTo(ExitCode.PARTLY);

        imports.scheduled("A", cancel -> FakeImports.files(HELD));
        assertThat(run(Mode.IMPORT).exitCode()).isEqualTo(ExitCode.PARTLY);
    }

    @Test
    void endsWellWhenFilesWereDuplicateOrStillBeingWritten() {
        imports.scheduled("A", cancel -> FakeImports.files(DUPLICATE, WAITING));
        assertThat(run(Mode.IMPORT).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void endsWithThePathCodeWhenAFolderIsMissing() {
        imports.scheduled(
                "A",
                cancel -> new ImportRun(
                        List.of(),
                        List.of(new PathCheck("import-a", "A", "source.readable", false, Message.verbatim("missing"))),
                        List.of()));
        assertThat(run(Mode.IMPORT).exitCode()).isEqualTo(ExitCode.PATH);
    }

    @Test
    void endsAsPartlyDoneWhenAGroupFailed() {
        reconciliation.scheduled("A", "bank-a", FakeReconciliation::failed);
        assertThat(run(Mode.RECONCILE).exitCode()).isEqualTo(ExitCode.PARTLY);
    }

    @Test
    void failedProofWeighsMoreThanAMissingFolderOrARejectedFile() {
        imports.scheduled("A", cancel -> FakeImports.files(REJECTED));
        reconciliation.scheduled("A", "bank-a", FakeReconciliation::notProven);
        assertThat(run(Mode.ALL).exitCode()).isEqualTo(ExitCode.PROOF_FAILED);
    }

    @Test
    void failureOfOneUnitStopsNoOther() {
        imports.scheduled("A", cancel -> {
            throw new TickmarkException(FakeReconciliation.problem("store.failed"));
        });
        reconciliation.scheduled("A", "bank-a", FakeReconciliation::proven);
        unitB();
        BatchResult result = run(Mode.ALL);

        assertThat(result.exitCode()).isEqualTo(ExitCode.PARTLY);
        assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem.where())
                .contains("A"));
        assertThat(result.groups()).hasSize(2);
        assertThat(imports.requests).hasSize(2);
    }

    @Test
    void unforeseenFailureIsToldAndStopsNoOtherUnit() {
        imports.scheduled("A", cancel -> {
            throw new IllegalStateException("broken");
        });
        unitB();
        BatchResult result = run(Mode.ALL);
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(codes(result)).containsExactly("batch.unforeseen");
        assertThat(result.groups()).hasSize(1);
    }

    @Test
    void stopsBetweenUnitsWhenTimeIsUp() {
        imports.scheduled("A", cancel -> {
            clock.advance(Duration.ofMinutes(10));
            return FakeImports.files(IMPORTED);
        });
        unitB();
        BatchResult result =
                run(new Asked(Mode.ALL).timeout(Duration.ofMinutes(10)).request());

        assertThat(result.exitCode()).isEqualTo(ExitCode.TIMEOUT);
        assertThat(imports.requests).hasSize(1);
        assertThat(result.problems().get(0).text(Locale.ENGLISH)).contains("after 1 of 2 units");
        assertThat(stateOf(result)).isEqualTo("INTERRUPTED");
    }

    @Test
    void timeThatRunsOutInTheLastStepStopsNothing() {
        reconciliation.scheduled("A", "bank-a", () -> {
            clock.advance(Duration.ofMinutes(10));
            return FakeReconciliation.proven();
        });
        BatchResult result =
                run(new Asked(Mode.ALL).timeout(Duration.ofMinutes(10)).request());
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(stateOf(result)).isEqualTo("FINISHED");
    }

    @Test
    void tellsTheRunningImportToStopWhenTheCallerCancels() {
        imports.scheduled("A", cancel -> {
            cancelled.set(true);
            return FakeImports.files(cancel.isCancelled() ? IMPORTED : REJECTED);
        });
        unitB();
        BatchResult result = run(Mode.ALL);
        assertThat(result.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(result.imports().files()).hasSize(1);
        assertThat(stateOf(result)).isEqualTo("INTERRUPTED");
    }

    // ---------------------------------------------------------------- what it leaves behind

    @Test
    void sumsItselfUpInOneLine() {
        imports.scheduled("A", cancel -> {
            clock.advance(Duration.ofSeconds(48));
            return FakeImports.files(IMPORTED, IMPORTED, IMPORTED);
        });
        reconciliation.scheduled("A", "bank-a", FakeReconciliation::proven);
        BatchResult result = run(Mode.ALL);
        assertThat(result.summary().text(Locale.ENGLISH))
                .isEqualTo("A: 3 files, 300 rows, 180 matched, 5 open, 48 s, run " + result.runId());
        assertThat(result.summary().text(Locale.forLanguageTag("sv")))
                .isEqualTo("A: 3 filer, 300 rader, 180 avstämda, 5 öppna, 48 s, körning " + result.runId());
        assertThat(result.summary().text(Locale.forLanguageTag("nb")))
                .isEqualTo("A: 3 filer, 300 rader, 180 avstemt, 5 åpne, 48 s, kjøring " + result.runId());
    }

    @Test
    void keepsARecordOfTheRun() {
        unitA();
        unitB();
        BatchResult result = run(Mode.ALL);
        assertThat(records(CALLER)).singleElement().satisfies(row -> {
            assertThat(row).startsWith(result.runId(), "ALL", "FINISHED", 0L, "os:test", "BATCH");
            assertThat(row).endsWith(List.of("A", "B"), 2L, 200L, 360L, 10L);
        });
    }

    @Test
    void tellsAuditAndEvents() {
        unitA();
        BatchResult result = run(Mode.ALL);
        assertThat(audit.actions()).containsExactly("batch.finished");
        assertThat(events.recorded()).singleElement().satisfies(event -> {
            assertThat(event.topic()).isEqualTo("batch.finished");
            assertThat(event.subject()).isEqualTo("batch/" + result.runId());
            assertThat(event.fields()).containsEntry("exit", "0").containsEntry("files", "1");
        });

        reconciliation.scheduled("A", "bank-a", FakeReconciliation::notProven);
        run(Mode.RECONCILE);
        assertThat(events.topics()).containsExactly("batch.finished", "batch.failed");
    }

    @Test
    void dryRunLeavesNothingBehind() {
        unitA();
        BatchResult result = run(new Asked(Mode.ALL).dryRun().request());
        assertThat(result.runId()).isZero();
        assertThat(result.summary().text(Locale.ENGLISH)).endsWith("dry run");
        assertThat(records(CALLER)).isEmpty();
        assertThat(audit.acts()).isEmpty();
        assertThat(events.recorded()).isEmpty();
    }

    @Test
    void findsARunThatWasKilledAndReportsItOnce() {
        unitA();
        long killed = unfinished("RUNNING");
        clock.advance(Duration.ofDays(1));

        BatchResult result = run(Mode.ALL);
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("batch.crashed");
            assertThat(problem.text(Locale.ENGLISH)).contains("Run " + killed).contains("2026-06-01T04:00:00Z");
        });
        assertThat(records(CALLER)).extracting(row -> row.get(2)).containsExactly("CRASHED", "FINISHED");
        assertThat(events.topics()).containsExactly("batch.failed", "batch.finished");
        assertThat(run(Mode.ALL).problems()).isEmpty();
    }

    @Test
    void tellsWhatARunRejectedThatWasKilledBeforeItCouldTell() {
        unitA();
        imports.rejectedBefore("A", "may.xml");
        unfinished("RUNNING");
        Instant killedAt = clock.instant();
        clock.advance(Duration.ofHours(1));

        BatchResult result = run(Mode.RECONCILE);

        assertThat(imports.askedSince).isEqualTo(killedAt);
        assertThat(result.exitCode()).isEqualTo(ExitCode.PARTLY);
        assertThat(codes(result)).containsExactly("batch.crashed", "batch.rejected-by-crashed");
        assertThat(result.problems().get(1).text(Locale.ENGLISH)).contains("may.xml", "rejected/may.xml.txt");
        assertThat(run(Mode.ALL).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void goesBackToTheFirstOfSeveralRunsThatWereKilledOneAfterTheOther() {
        unitA();
        run(Mode.ALL);
        clock.advance(Duration.ofHours(1));
        Instant firstKilledAt = clock.instant();
        long first = unfinished("CRASHED");
        clock.advance(Duration.ofHours(1));
        long second = unfinished("RUNNING");
        clock.advance(Duration.ofHours(1));

        BatchResult result = run(Mode.ALL);

        assertThat(imports.askedSince).isEqualTo(firstKilledAt);
        assertThat(result.problems())
                .extracting(problem -> problem.text(Locale.ENGLISH))
                .satisfiesExactly(one -> assertThat(one).contains("Run " + first), other -> assertThat(other)
                        .contains("Run " + second));
        assertThat(events.topics()).containsExactly("batch.finished", "batch.failed", "batch.finished");
    }

    /** A run that was killed: nobody has noticed, or only a run that was killed as well. */
    private long unfinished(String state) {
        return transactions.inTransaction(
                tx -> Sql.on(tx.connection(), """
                        insert into batch_run (mode, state, caller, origin, started_at)
                        values ('ALL', ?, 'os:test', 'BATCH', ?)""").with(state, clock.instant()).insert());
    }

    @Test
    void a09_showsARunOnlyToThoseWhoMaySeeAllItsUnits() {
        unitA();
        run(Mode.ALL);
        unitB();
        run(Mode.ALL);
        assertThat(records(seeing("A"))).hasSize(1);
        assertThat(records(seeing("A", "B"))).hasSize(2);
        assertThat(records(seeing("C"))).isEmpty();
    }

    @Test
    void listsRecordsByConditionKeyAndLimit() {
        unitA();
        long first = run(Mode.ALL).runId();
        run(Mode.IMPORT);
        run(Mode.RECONCILE);
        RunRecords source = new RunRecords(transactions);
        assertThat(source.list(CALLER, RecordQuery.first(10).where("mode", "IMPORT"))
                        .rows())
                .hasSize(1);
        assertThat(source.list(CALLER, RecordQuery.first(2)).rows()).hasSize(2);
        assertThat(source.list(CALLER, new RecordQuery(java.util.Map.of(), 10, Long.toString(first)))
                        .rows())
                .hasSize(2);
        assertThatThrownBy(() -> source.list(CALLER, RecordQuery.first(1).where("colour", "red")))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("exit_code");
    }

    // ---------------------------------------------------------------- fixture

    private void unitA() {
        imports.scheduled("A", cancel -> FakeImports.files(IMPORTED));
        reconciliation.scheduled("A", "bank-a", FakeReconciliation::proven);
    }

    private void unitB() {
        imports.scheduled("B", cancel -> FakeImports.files(IMPORTED));
        reconciliation.scheduled("B", "bank-b", FakeReconciliation::proven);
    }

    private BatchResult run(Mode mode) {
        return run(new Asked(mode).request());
    }

    private BatchResult run(BatchRequest request) {
        return batch().run(CALLER, request, Progress.NONE, cancelled::get);
    }

    private NightRun batch() {
        Books books = Partly.answering(Books.class, "units", () -> TWO_UNITS);
        Settings settings = new ManualSettings().with(BatchSettings.ENABLED, String.valueOf(enabled));
        FakeOutbox outbox = new FakeOutbox();
        RunJournal journal = new RunJournal(transactions, audit, events, outbox, clock);
        return new NightRun(
                books,
                imports.service(),
                reconciliation.service(),
                this::acquire,
                settings,
                journal,
                outbox,
                clock,
                ZoneOffset.UTC);
    }

    private Optional<Locks.Lock> acquire(String name, Duration patience, CancelToken cancel) {
        lockPatience.add(patience);
        return !cancel.isCancelled() && lockIsFree ? Optional.of(() -> {}) : Optional.empty();
    }

    private List<List<Object>> records(Caller caller) {
        return new RunRecords(transactions).list(caller, RecordQuery.first(100)).rows();
    }

    private Object stateOf(BatchResult result) {
        return records(CALLER).stream()
                .filter(row -> row.get(0).equals(result.runId()))
                .findFirst()
                .orElseThrow()
                .get(2);
    }

    private void assertNothingRan(BatchResult result) {
        assertThat(result.runId()).isZero();
        assertThat(imports.requests).isEmpty();
        assertThat(reconciliation.requests).isEmpty();
        assertThat(records(CALLER)).isEmpty();
    }

    private static List<String> codes(BatchResult result) {
        return result.problems().stream().map(Problem::code).toList();
    }

    private static Caller seeing(String... units) {
        return new Caller("ann", Set.of(Permission.ALL), Set.of(units), Locale.ENGLISH, Origin.SHELL);
    }

    /** What a run is asked to do. */
    private static final class Asked {
        private final Mode mode;
        private List<String> units = List.of();
        private List<String> groups = List.of();
        private Optional<LocalDate> asOf = Optional.empty();
        private boolean dryRun;
        private Duration waitLock = Duration.ZERO;
        private Optional<Duration> timeout = Optional.empty();

        Asked(Mode mode) {
            this.mode = mode;
        }

        Asked units(String... codes) {
            units = List.of(codes);
            return this;
        }

        Asked groups(String... names) {
            groups = List.of(names);
            return this;
        }

        Asked asOf(LocalDate date) {
            asOf = Optional.of(date);
            return this;
        }

        Asked dryRun() {
            dryRun = true;
            return this;
        }

        Asked waitLock(Duration patience) {
            waitLock = patience;
            return this;
        }

        Asked timeout(Duration time) {
            timeout = Optional.of(time);
            return this;
        }

        BatchRequest request() {
            return new BatchRequest(mode, units, groups, asOf, dryRun, waitLock, timeout, Duration.ZERO);
        }
    }
}
