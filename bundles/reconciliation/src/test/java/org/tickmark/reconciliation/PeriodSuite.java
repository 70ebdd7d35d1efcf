package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.SignOff;
import org.tickmark.api.host.reconciliation.SignOff.State;
import org.tickmark.api.importer.AccountId;
import org.tickmark.kit.hash.Sha256;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What locks and sign-offs promise, on either database. */
abstract class PeriodSuite {
    private static final String GROUP = "bank-1930";
    private static final String OCR = "1234574";
    private static final LocalDate END_OF_JANUARY = LocalDate.of(2026, 1, 31);
    private static final Caller OLA = Caller.os("ola", Locale.ENGLISH);

    private final ManualClock clock = ManualClock.at("2026-03-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private Transactions transactions;
    private Company company;
    private ReconciliationService service;
    private HandWork work;
    private PeriodWork periods;
    private MatchGuard guard;
    private long januaryFile;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    /** January: a payment on both sides; a fee and a sale that are open. */
    @BeforeEach
    void setUpFjord() {
        transactions = transactions();
        company = new Company(transactions, audit, events);
        service = new ReconciliationService(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        work = new HandWork(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        periods = new PeriodWork(transactions, AddedKinds.NONE, audit, events, clock);
        guard = new MatchGuard(transactions, audit, events, clock);
        service.save(CALLER, new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, List.of()));
        januaryFile = company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "1201.00",
                entry("2026-01-12", "1250.00", OCR),
                entry("2026-01-31", "-49.00", "", "Bankavgift"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "2050.00",
                entry("2026-01-10", "1250.00", "Alm Bygg", "Faktura " + OCR),
                entry("2026-01-20", "800.00", "Berg Handel", "Faktura 4711"));
    }

    private GroupRun run() {
        return run(Optional.empty());
    }

    private GroupRun run(Optional<LocalDate> asOf) {
        ReconciliationRequest request =
                new ReconciliationRequest(List.of(GROUP), List.of(), List.of(), false, asOf, false);
        return service.run(CALLER, request, Progress.NONE, CancelToken.NEVER).get(0);
    }

    private void lockJanuary() {
        periods.lock(CALLER, GROUP, END_OF_JANUARY, "month delivered");
    }

    private Standing january() {
        return service.standing(CALLER, GROUP, Optional.of(END_OF_JANUARY));
    }

    private static Problem problem(ThrowingCallable call) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(TickmarkException.class, thrown -> problems.add(thrown.problem()));
        return problems.get(0);
    }

    private void bookingOn(String day) {
        Account account = new Account(0, "fjord", "bank", Side.BANK, AccountId.none(), "SEK", "bank");
        transactions.inTransaction(tx -> {
            guard.beforeBooking(tx, CALLER, account, LocalDate.parse(day));
            return tx;
        });
    }

    // Locks

    @Test
    void nothingThatCountsInALockedPeriodIsUndone() {
        GroupRun run = run();
        Match match = service.matches(CALLER, GROUP).get(0);
        lockJanuary();

        Problem one = problem(() -> service.undoMatch(CALLER, match.id(), "wrong"));
        assertThat(one.code()).isEqualTo("rec.period-lock");
        assertThat(one.what().toString())
                .isEqualTo("Match " + match.id()
                        + " counts from 2026-01-12, and group bank-1930 is locked through 2026-01-31.");
        assertThat(problem(() -> service.undoRun(CALLER, run.runId(), "wrong"))
                        .what()
                        .toString())
                .contains("a match counts in a period that is locked");
        assertThat(problem(() -> company.remove(januaryFile, guard)).what().toString())
                .isEqualTo("2 entries were booked in a period that is locked: group bank-1930, through 2026-01-31.");
        assertThat(service.matches(CALLER, GROUP)).hasToString(List.of(match).toString());
    }

    @Test
    void whetherEntriesMightLeaveTheBooksIsToldWithoutUndoingAnything() {
        run();
        company.checkRemoval(januaryFile, guard);
        assertThat(service.matches(CALLER, GROUP)).hasSize(1);

        lockJanuary();

        assertThat(problem(() -> company.checkRemoval(januaryFile, guard)).code())
                .isEqualTo("rec.period-lock");
    }

    @Test
    void noEntryOfALockedPeriodIsBooked() {
        lockJanuary();

        Problem late = problem(() -> bookingOn("2026-01-31"));
        assertThat(late.code()).isEqualTo("E6.period-lock");
        assertThat(late.found()).contains("2026-01-31");
        assertThat(late.expected()).contains("> 2026-01-31");
        bookingOn("2026-02-01");
    }

    @Test
    void olderEntriesAreMatchedFromTheFirstDayThatIsOpen() {
        lockJanuary();
        Standing before = january();
        company.book(
                "bank",
                "2026-02-01",
                "2026-02-28",
                "1201.00",
                "2001.00",
                entry("2026-02-03", "800.00", "", "Faktura 4711"));

        assertThat(run().proof().orElseThrow().failures()).isEmpty();

        assertThat(service.matches(CALLER, GROUP))
                .extracting(match -> match.effective().toString())
                .containsExactlyInAnyOrder("2026-02-01", "2026-02-03");
        assertThat(january().proof()).hasToString(before.proof().toString());
        assertThat(january().open())
                .extracting(OpenItem::entryId, OpenItem::amount)
                .containsExactlyElementsOf(before.open().stream()
                        .map(item -> tuple(item.entryId(), item.amount()))
                        .toList());
    }

    @Test
    void aRunOnTheLockedDayItselfStillProvesIt() {
        lockJanuary();

        GroupRun run = run();

        assertThat(run.matchedEntries()).isEqualTo(2);
        assertThat(run.bankOpen()).isEqualTo(2);
        assertThat(run.ledgerOpen()).isEqualTo(2);
        assertThat(run.proof().orElseThrow().failures()).isEmpty();
        assertThat(run.proof()).hasToString(january().proof().toString());
        assertThat(run().matchedEntries()).isZero();
        assertThat(service.undoRun(CALLER, run.runId(), "it counts later")).isEqualTo(1);
    }

    @Test
    void workByHandCountsFromTheFirstDayThatIsOpenToo() {
        lockJanuary();
        HandMatch payment =
                HandMatch.of(GROUP, List.of(company.entryId("1250", Side.BANK), company.entryId("1250", Side.LEDGER)));

        Match match = work.match(CALLER, payment);

        assertThat(match.effective()).isEqualTo(LocalDate.of(2026, 2, 1));
        service.undoMatch(CALLER, match.id(), "still open");
    }

    @Test
    void aLockGoesForwardAndIsOpenedWithAReason() {
        assertThat(periods.lockedThrough(CALLER, GROUP)).isEmpty();
        lockJanuary();
        assertThat(periods.lockedThrough(CALLER, GROUP)).contains(END_OF_JANUARY);

        assertThat(problem(() -> periods.lock(CALLER, GROUP, END_OF_JANUARY, "again"))
                        .code())
                .isEqualTo("rec.lock-day");
        assertThat(problem(() -> periods.lock(CALLER, GROUP, LocalDate.of(2026, 3, 1), "today"))
                        .what()
                        .toString())
                .contains("has not passed");
        assertThat(problem(() -> periods.lock(CALLER, GROUP, LocalDate.of(2026, 2, 28), " "))
                        .code())
                .isEqualTo("rec.reason");
        periods.unlock(CALLER, GROUP, Optional.of(LocalDate.of(2025, 12, 31)), "late statement");
        assertThat(periods.lockedThrough(CALLER, GROUP)).contains(LocalDate.of(2025, 12, 31));
        periods.unlock(CALLER, GROUP, Optional.empty(), "start anew");
        assertThat(problem(() -> periods.unlock(CALLER, GROUP, Optional.empty(), "again"))
                        .code())
                .isEqualTo("rec.lock-day");
        assertThat(audit.actions()).filteredOn("group.lock"::equals).hasSize(3);
    }

    // Sign-off

    private SignOff reviewed() {
        SignOff prepared = periods.prepare(CALLER, GROUP, END_OF_JANUARY);
        return periods.review(OLA, prepared.id());
    }

    @Test
    void onePreparesAnotherReviewsAndClosingLocks() {
        run();
        SignOff prepared = periods.prepare(CALLER, GROUP, END_OF_JANUARY);
        assertThat(prepared.state()).isEqualTo(State.PREPARED);

        Problem same = problem(() -> periods.review(CALLER, prepared.id()));
        assertThat(same.code()).isEqualTo("rec.same-person");
        assertThat(problem(() -> periods.close(CALLER, prepared.id())).code()).isEqualTo("rec.sign-off");
        periods.review(OLA, prepared.id());
        SignOff closed = periods.close(CALLER, prepared.id());

        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.prepared().by()).isEqualTo("os:kari");
        assertThat(closed.reviewed().orElseThrow().by()).isEqualTo("os:ola");
        assertThat(periods.lockedThrough(CALLER, GROUP)).contains(END_OF_JANUARY);
        assertThat(periods.signOffs(CALLER, GROUP)).containsExactly(closed);
        assertThat(audit.actions()).endsWith("sign-off.prepare", "sign-off.review", "sign-off.close");
    }

    @Test
    void theStatementIsTheSameBytesWhateverHappensLater() {
        run();
        SignOff closed = periods.close(CALLER, reviewed().id());
        String statement = periods.statement(CALLER, closed.id());
        periods.reopen(CALLER, closed.id(), "wrong invoice");
        service.undoMatch(CALLER, service.matches(CALLER, GROUP).get(0).id(), "wrong invoice");

        assertThat(periods.statement(CALLER, closed.id())).isEqualTo(statement);
        assertThat(Sha256.hex(statement)).isEqualTo(closed.statementHash());
        assertThat(statement).contains("Berg Handel");
    }

    @Test
    void whatChangedSinceItWasPreparedIsNotClosed() {
        run();
        SignOff reviewed = reviewed();
        service.undoMatch(CALLER, service.matches(CALLER, GROUP).get(0).id(), "wrong invoice");

        Problem problem = problem(() -> periods.close(CALLER, reviewed.id()));

        assertThat(problem.code()).isEqualTo("rec.changed");
        assertThat(periods.lockedThrough(CALLER, GROUP)).isEmpty();
        assertThat(problem(() -> periods.prepare(CALLER, GROUP, END_OF_JANUARY)).code())
                .isEqualTo("rec.sign-off");
        SignOff back = periods.sendBack(OLA, reviewed.id(), "a match was undone");
        assertThat(back.state()).isEqualTo(State.SENT_BACK);
        assertThat(back.reason()).isEqualTo("a match was undone");
        periods.prepare(CALLER, GROUP, END_OF_JANUARY);
    }

    @Test
    void whatIsNotProvenIsNotSignedOff() {
        company.book("bank", "2026-02-01", "2026-02-28", "1300.00", "1400.00", entry("2026-02-05", "100.00"));

        Problem problem = problem(() -> periods.prepare(CALLER, GROUP, LocalDate.of(2026, 2, 28)));

        assertThat(problem.code()).isEqualTo("rec.not-proven");
    }

    @Test
    void reopeningLocksAsItWasBefore() {
        LocalDate december = LocalDate.of(2025, 12, 31);
        periods.lock(CALLER, GROUP, december, "last year");
        run();
        SignOff closed = periods.close(CALLER, reviewed().id());
        assertThat(problem(() -> periods.unlock(CALLER, GROUP, Optional.empty(), "x"))
                        .code())
                .isEqualTo("rec.closed");
        periods.lock(CALLER, GROUP, LocalDate.of(2026, 2, 28), "February");
        assertThat(problem(() -> periods.reopen(CALLER, closed.id(), "late")).code())
                .isEqualTo("rec.closed");
        periods.unlock(CALLER, GROUP, Optional.of(END_OF_JANUARY), "late");

        assertThat(periods.reopen(CALLER, closed.id(), "late").state()).isEqualTo(State.REOPENED);

        assertThat(periods.lockedThrough(CALLER, GROUP)).contains(december);
        assertThat(problem(() -> periods.reopen(CALLER, closed.id(), "late")).code())
                .isEqualTo("rec.sign-off");
    }

    @Test
    void asksForTheRightAndTheUnit() {
        SignOff prepared = periods.prepare(CALLER, GROUP, END_OF_JANUARY);
        Caller reader = caller(Set.of(Permission.RECONCILIATION_READ), Set.of());
        Caller elsewhere = caller(Set.of(Permission.ALL), Set.of("alpin"));

        assertThatThrownBy(() -> periods.review(reader, prepared.id())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> periods.lock(reader, GROUP, END_OF_JANUARY, "x"))
                .isInstanceOf(PermissionDenied.class);
        assertThat(periods.statement(reader, prepared.id())).isNotEmpty();
        assertThat(problem(() -> periods.review(elsewhere, prepared.id())).code())
                .isEqualTo("rec.unknown-sign-off");
        assertThat(problem(() -> periods.lock(elsewhere, GROUP, END_OF_JANUARY, "x"))
                        .code())
                .isEqualTo("rec.unknown-group");
    }

    private static Caller caller(Set<Permission> permissions, Set<String> units) {
        return new Caller("user:per", permissions, units, Locale.ENGLISH, Origin.WEB);
    }
}
