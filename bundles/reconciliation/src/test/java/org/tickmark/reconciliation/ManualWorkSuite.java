package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.ManualWork.Draft;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.host.reconciliation.Suggestion;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What work by hand promises, on either database. */
abstract class ManualWorkSuite {
    private static final String GROUP = "bank-1930";
    private static final Caller OLA = Caller.os("ola", Locale.ENGLISH);

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private Transactions transactions;
    private Company company;
    private ReconciliationService service;
    private HandWork work;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    /** A deposit of 1000.00 and a fee at the bank; two sales and a cost in the ledger, which no rule puts together. */
    @BeforeEach
    void setUpFjord() {
        transactions = transactions();
        company = new Company(transactions, audit, events);
        service = new ReconciliationService(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        work = new HandWork(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        service.save(CALLER, group("1.00", "1.50"));
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "950.50",
                entry("2026-01-12", "1000.00", "Alm Bygg", "Insättning"),
                entry("2026-01-31", "-49.50", "", "Bankavgift"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "970.00",
                entry("2026-01-10", "600.00", "Berg Handel", "Kontant"),
                entry("2026-01-11", "420.00", "Ceder AB", "Kontant"),
                entry("2026-01-31", "-50.00", "", "Kostnad"));
    }

    private static Group group(String perMatch, String perMonth) {
        Group.WriteOffs writeOffs = new Group.WriteOffs(new BigDecimal(perMatch), new BigDecimal(perMonth));
        return new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, writeOffs, List.of());
    }

    private long bank(String amount) {
        return company.entryId(amount, Side.BANK);
    }

    private long ledger(String amount) {
        return company.entryId(amount, Side.LEDGER);
    }

    private static HandMatch.Row part(long entry, String amount) {
        return HandMatch.Row.part(entry, new BigDecimal(amount));
    }

    private static HandMatch rows(HandMatch.Row... rows) {
        return new HandMatch(GROUP, List.of(rows), Optional.empty(), "");
    }

    private static WriteOff writeOff(WriteOff.Kind kind, String amount) {
        return new WriteOff(kind, new BigDecimal(amount));
    }

    /** The deposit's first part with the first sale. */
    private Match partMatch() {
        return work.match(CALLER, rows(part(bank("1000"), "600.00"), HandMatch.Row.of(ledger("600"))));
    }

    private GroupRun run() {
        ReconciliationRequest request =
                new ReconciliationRequest(List.of(GROUP), List.of(), List.of(), false, Optional.empty(), false);
        return service.run(CALLER, request, Progress.NONE, CancelToken.NEVER).get(0);
    }

    private List<OpenItem> open() {
        return service.standing(CALLER, GROUP, Optional.empty()).open();
    }

    private List<String> openAmounts() {
        return open().stream().map(item -> item.amount().toPlainString()).toList();
    }

    private Proof proof() {
        return service.standing(CALLER, GROUP, Optional.empty()).proof().orElseThrow();
    }

    private static Problem problem(ThrowingCallable call) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(TickmarkException.class, thrown -> problems.add(thrown.problem()));
        return problems.get(0);
    }

    // Matching

    @Test
    void matchesEntriesThatSumUpAndTellsWhoDid() {
        company.book("bank", "2026-02-01", "2026-02-28", "950.50", "1970.50", entry("2026-02-01", "1020.00"));
        long deposit = bank("1020");

        Match match = work.match(
                CALLER,
                HandMatch.of(GROUP, List.of(deposit, ledger("600"), ledger("420")))
                        .noting("as agreed"));

        assertThat(match.byHand()).isTrue();
        assertThat(match.rule()).isEmpty();
        assertThat(match.madeBy()).isEqualTo("os:kari");
        assertThat(match.effective()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(match.bank()).containsExactly(deposit);
        assertThat(match.ledger()).containsExactlyInAnyOrder(ledger("600"), ledger("420"));
        assertThat(match.amount()).isEqualByComparingTo("1020");
        assertThat(match.evidence()).extracting(Object::toString).containsExactly("Matched by os:kari");
        assertThat(service.matches(CALLER, GROUP)).hasToString(List.of(match).toString());
        assertThat(openAmounts()).containsExactly("1000", "-49.5", "-50");
        assertThat(proof().ok()).isTrue();
        assertThat(audit.actions()).endsWith("note.add", "match.by-hand");
        assertThat(events.topics()).contains("reconciliation.match.made");
        assertThat(work.notes(CALLER, GROUP)).singleElement().satisfies(note -> {
            assertThat(note.subject()).isEqualTo(Note.Subject.MATCH);
            assertThat(note.subjectId()).isEqualTo(match.id());
            assertThat(note.text()).isEqualTo("as agreed");
        });
    }

    @Test
    void entriesThatDifferAreRefusedWithTheDifference() {
        Problem problem = problem(() -> work.match(CALLER, HandMatch.of(GROUP, List.of(bank("1000"), ledger("600")))));

        assertThat(problem.code()).isEqualTo("rec.difference");
        assertThat(problem.what().toString()).isEqualTo("Bank and ledger differ by 400.00.");
        assertThat(service.matches(CALLER, GROUP)).isEmpty();
    }

    @Test
    void refusesEntriesThatAreNotThereOrNamedTwice() {
        long deposit = bank("1000");
        company.account("fjord", "savings", Side.BANK);
        company.book("savings", "2026-01-01", "2026-01-31", null, null, entry("2026-01-05", "7.00"));

        assertThat(problem(() -> work.match(CALLER, rows())).code()).isEqualTo("rec.no-entries");
        assertThat(problem(() -> work.match(CALLER, HandMatch.of(GROUP, List.of(deposit, deposit))))
                        .code())
                .isEqualTo("rec.entry-twice");
        assertThat(problem(() -> work.match(CALLER, HandMatch.of(GROUP, List.of(4711L))))
                        .code())
                .isEqualTo("rec.unknown-entry");
        assertThat(problem(() -> work.match(CALLER, HandMatch.of(GROUP, List.of(bank("7")))))
                        .what()
                        .toString())
                .contains("not booked on an account of group bank-1930");
    }

    // Parts

    @Test
    void aPartIsMatchedAndTheRestStaysOpenToTheMinorUnit() {
        Match match = partMatch();

        assertThat(match.parts()).containsOnlyKeys(bank("1000"));
        assertThat(match.parts().get(bank("1000"))).isEqualByComparingTo("600");
        assertThat(match.evidence())
                .extracting(Object::toString)
                .contains("Of entry " + bank("1000") + " a part, 600.00 of 1,000.00");
        assertThat(open())
                .extracting(item -> item.amount().toPlainString(), item -> item.whole()
                        .toPlainString())
                .containsExactly(
                        tuple("400", "1000"), tuple("-49.5", "-49.5"), tuple("420", "420"), tuple("-50", "-50"));
        assertThat(proof().ok()).isTrue();
        assertThat(proof().bankOpen()).isEqualByComparingTo("350.5");
    }

    @Test
    void undoingAPartLeavesTheWholeEntryAsIfNothingHadBeen() {
        List<OpenItem> before = open();
        Match match = partMatch();

        service.undoMatch(CALLER, match.id(), "wrong customer");

        assertThat(open()).hasToString(before.toString());
        assertThat(proof().ok()).isTrue();
    }

    @Test
    void everyPartCanBeUndoneByItselfInAnyOrder() {
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "970.00",
                "1370.00",
                entry("2026-02-02", "150.00", "", ""),
                entry("2026-02-02", "250.00", "", ""));
        long deposit = bank("1000");
        List<OpenItem> before = open();
        Match first = partMatch();
        Match second = work.match(CALLER, rows(part(deposit, "250.00"), HandMatch.Row.of(ledger("250"))));
        Match rest = work.match(CALLER, HandMatch.of(GROUP, List.of(deposit, ledger("150"))));
        assertThat(open()).extracting(OpenItem::entryId).doesNotContain(deposit);

        service.undoMatch(CALLER, first.id(), "one");
        Match again = partMatch();
        service.undoMatch(CALLER, second.id(), "two");
        service.undoMatch(CALLER, rest.id(), "three");
        service.undoMatch(CALLER, again.id(), "four");

        assertThat(open()).hasToString(before.toString());
        Match whole =
                work.match(CALLER, HandMatch.of(GROUP, List.of(deposit, ledger("600"), ledger("150"), ledger("250"))));
        assertThat(whole.parts()).isEmpty();
    }

    @Test
    void aPartIsNoMoreThanWhatIsOpenAndWholeMinorUnits() {
        partMatch();
        long deposit = bank("1000");

        for (String wrong : List.of("400.01", "-400.00", "0", "10.005")) {
            Problem problem = problem(() -> work.match(CALLER, rows(part(deposit, wrong))));
            assertThat(problem.code()).as(wrong).isEqualTo("rec.part");
            assertThat(problem.what().toString())
                    .startsWith("Of entry " + deposit + " 400.00 is open; a part is in match ");
        }
    }

    @Test
    void rulesMatchTheRestOfAnEntryAsAPart() {
        partMatch();
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "970.00",
                "1370.00",
                entry("2026-01-13", "400.00", "Alm Bygg", "Insättning"));

        GroupRun run = run();

        assertThat(run.matchedEntries()).isEqualTo(2);
        assertThat(run.proof().orElseThrow().ok()).isTrue();
        Match match = service.matches(CALLER, GROUP).get(1);
        assertThat(match.parts().get(bank("1000"))).isEqualByComparingTo("400");
        assertThat(service.undoRun(CALLER, run.runId(), "again")).isEqualTo(1);
        assertThat(openAmounts()).contains("400");
        assertThat(run().matchedEntries()).isEqualTo(2);
    }

    @Test
    void aPartThatCountsLaterIsOpenBefore() {
        company.book("1930", "2026-02-01", "2026-02-28", "970.00", "1270.00", entry("2026-02-03", "300.00"));
        partMatch();
        work.match(CALLER, rows(part(bank("1000"), "300.00"), HandMatch.Row.of(ledger("300"))));

        List<OpenItem> january = service.standing(CALLER, GROUP, Optional.of(LocalDate.of(2026, 1, 31)))
                .open();

        assertThat(january)
                .extracting(item -> item.amount().toPlainString())
                .containsExactly("400", "-49.5", "420", "-50");
        assertThat(openAmounts()).containsExactly("100", "-49.5", "420", "-50");
        assertThat(proof().ok()).isTrue();
    }

    @Test
    void theDatabaseItselfKeepsAWholeEntryAndAPartOfItFromStandingBoth() {
        partMatch();

        assertThatThrownBy(() -> transactions.inTransaction(
                        tx -> Sql.on(tx.connection(), """
                                insert into recon_match_entry (match_id, entry_id, group_id, side, live_entry_id, live_part)
                                select match_id, entry_id + 1000000, group_id, side, live_entry_id, 1 from recon_match_entry""").update()))
                .isInstanceOf(TickmarkException.class)
                .hasRootCauseInstanceOf(SQLException.class);
    }

    // Two people

    @Test
    void a36_ofTwoPeopleAtOnceOneWinsAndTheOtherIsToldWhoAndWhat() throws Exception {
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "970.00",
                "1970.00",
                entry("2026-01-13", "1000.00", "Dal", "Kontant"));
        HandMatch mine = rows(part(bank("1000"), "1000.00"), HandMatch.Row.of(ledger("1000")));
        HandMatch yours = rows(part(bank("1000"), "600.00"), HandMatch.Row.of(ledger("600")));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Problem> told = new ArrayList<>();
        try {
            Future<Match> kari = people.submit(() -> atOnce(together, CALLER, mine));
            Future<Match> ola = people.submit(() -> atOnce(together, OLA, yours));
            for (Future<Match> future : List.of(kari, ola)) {
                try {
                    future.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    told.add(((TickmarkException) e.getCause()).problem());
                }
            }
        } finally {
            people.shutdownNow();
        }

        Match won = service.matches(CALLER, GROUP).get(0);
        assertThat(service.matches(CALLER, GROUP)).hasSize(1);
        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(won.madeBy().equals("os:kari") ? "rec.taken" : "rec.part");
            assertThat(problem.what().toString())
                    .startsWith(won.madeBy().equals("os:kari") ? "Entry " + bank("1000") : "Of entry " + bank("1000"))
                    .endsWith("is in match " + won.id() + ", made by " + won.madeBy() + " on 2026-02-01 06:00 UTC.");
        });
        assertThat(proof().ok()).isTrue();
    }

    private Match atOnce(CyclicBarrier together, Caller caller, HandMatch request) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        return work.match(caller, request);
    }

    @Test
    void whoeverUndoesSecondIsToldWhoWasFirst() {
        long match = partMatch().id();
        service.undoMatch(OLA, match, "not the same");

        assertThat(problem(() -> service.undoMatch(CALLER, match, "wrong"))
                        .what()
                        .toString())
                .isEqualTo("Match " + match + " was undone before, by os:ola on 2026-02-01 06:00 UTC: not the same");
    }

    @Test
    void anEntryThatARuleMatchedNamesTheRun() {
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "970.00",
                "920.50",
                entry("2026-01-31", "-49.50", "", "Bankavgift"));
        run();

        Problem problem = problem(() -> work.match(CALLER, HandMatch.of(GROUP, List.of(bank("-49.5")))));

        assertThat(problem.code()).isEqualTo("rec.taken");
        assertThat(problem.what().toString())
                .contains("made in a run by os:kari")
                .contains("by rule ");
    }

    // Write-offs

    @Test
    void writesADifferenceOffAndProvesIt() {
        HandMatch fees = HandMatch.of(GROUP, List.of(bank("-49.5"), ledger("-50")));
        Draft draft = work.draft(CALLER, fees);
        assertThat(draft.difference()).isEqualByComparingTo("0.50");
        assertThat(draft.monthLeft()).isEqualByComparingTo("1.50");

        Match match = work.match(CALLER, fees.bearing(writeOff(WriteOff.Kind.ROUNDING, "0.50")));

        assertThat(match.difference()).isEqualByComparingTo("0.50");
        assertThat(match.evidence()).extracting(Object::toString).contains("Rounding of 0.50, written off");
        assertThat(proof().ok()).isTrue();
        assertThat(proof().matchedDifference()).isEqualByComparingTo("0.50");
        assertThat(work.draft(CALLER, HandMatch.of(GROUP, List.of(ledger("420"))))
                        .monthLeft())
                .isEqualByComparingTo("1.00");
        assertThat(new MatchRecords(transactions)
                        .list(CALLER, RecordQuery.first(10).where("written_off", "ROUNDING"))
                        .rows())
                .hasSize(1);
    }

    @Test
    void writesOffNoMoreThanTheGroupAllows() {
        HandMatch fees = HandMatch.of(GROUP, List.of(bank("-49.5"), ledger("-50")));
        HandMatch sale = HandMatch.of(GROUP, List.of(ledger("420")));

        Problem match = problem(() -> work.match(CALLER, sale.bearing(writeOff(WriteOff.Kind.OTHER, "-420.00"))));
        assertThat(match.code()).isEqualTo("rec.write-off");
        assertThat(match.what().toString()).contains("at most 1.00").contains("in a match");
        service.save(CALLER, group("1.00", "0.40"));
        Problem month = problem(() -> work.match(CALLER, fees.bearing(writeOff(WriteOff.Kind.ROUNDING, "0.50"))));
        assertThat(month.what().toString()).contains("0.40 more");
        service.save(CALLER, group("0", "0"));
        assertThat(problem(() -> work.match(CALLER, fees.bearing(writeOff(WriteOff.Kind.ROUNDING, "0.50"))))
                        .code())
                .isEqualTo("rec.write-off");
        assertThat(service.matches(CALLER, GROUP)).isEmpty();
    }

    @Test
    void aDifferenceThatBecameAnotherIsNotWrittenOff() {
        HandMatch fees = HandMatch.of(GROUP, List.of(bank("-49.5"), ledger("-50")));

        assertThat(problem(() -> work.match(CALLER, fees.bearing(writeOff(WriteOff.Kind.ROUNDING, "0.40"))))
                        .code())
                .isEqualTo("rec.difference");
    }

    @Test
    void whatMayBeWrittenOffIsPartOfTheText() {
        String text = service.exportText(CALLER, List.of(GROUP));

        assertThat(text).contains("write-off-match").contains("write-off-month");
        service.importText(CALLER, text, "group.yaml", false);
        assertThat(service.group(CALLER, GROUP)).contains(group("1", "1.5"));
        assertThat(problem(() -> service.importText(
                                CALLER,
                                text.replaceFirst("write-off-match: .*", "write-off-match: -1"),
                                "g.yaml",
                                true))
                        .what()
                        .toString())
                .contains("below zero");
    }

    // Suggestions

    @Test
    void acceptsASuggestionWithItsReasons() {
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "970.00",
                "1970.00",
                entry("2025-11-20", "1000.00", "Alm Bygg", "Faktura"));
        Suggestion suggestion = work.suggestions(CALLER, GROUP).get(0);
        assertThat(suggestion.rows()).extracting(OpenItem::entryId).containsExactly(bank("1000"), ledger("1000"));

        Match match = work.accept(CALLER, GROUP, suggestion.id(), Optional.empty());

        assertThat(match.evidence())
                .extracting(Object::toString)
                .startsWith("Suggested by the rules, accepted by os:kari");
        assertThat(match.evidence()).hasSizeGreaterThan(1);
        assertThat(problem(() -> work.accept(CALLER, GROUP, suggestion.id(), Optional.empty()))
                        .code())
                .isEqualTo("rec.unknown-suggestion");
    }

    @Test
    void aSuggestionTurnedDownDoesNotComeAgain() {
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "970.00",
                "1970.00",
                entry("2025-11-20", "1000.00", "Alm Bygg", "Faktura"));
        Suggestion suggestion = work.suggestions(CALLER, GROUP).get(0);

        work.reject(CALLER, GROUP, suggestion.id(), "another deposit");

        assertThat(work.suggestions(CALLER, GROUP)).extracting(Suggestion::id).doesNotContain(suggestion.id());
        assertThat(problem(() -> work.reject(CALLER, GROUP, suggestion.id(), "again"))
                        .code())
                .isEqualTo("rec.unknown-suggestion");
        assertThat(audit.actions()).endsWith("suggestion.reject");
    }

    // Left out, and notes

    @Test
    void neitherRulesNorPeopleMatchWhatIsLeftOut() {
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "970.00",
                "920.50",
                entry("2026-01-31", "-49.50", "", "Bankavgift"));
        long fee = bank("-49.5");

        work.exclude(OLA, GROUP, List.of(fee), "disputed");

        assertThat(run().matchedEntries()).isZero();
        assertThat(proof().ok()).isTrue();
        assertThat(open())
                .filteredOn(item -> item.entryId() == fee)
                .extracting(item -> item.reason().toString())
                .containsExactly("Left out by os:ola on 2026-02-01: disputed");
        assertThat(problem(() -> work.match(CALLER, HandMatch.of(GROUP, List.of(fee, ledger("-49.5")))))
                        .what()
                        .toString())
                .contains("left out by os:ola")
                .contains("disputed");
        work.include(CALLER, GROUP, List.of(fee), "settled");
        assertThat(problem(() -> work.include(CALLER, GROUP, List.of(fee), "again"))
                        .code())
                .isEqualTo("rec.not-excluded");
        assertThat(run().matchedEntries()).isEqualTo(2);
        assertThat(audit.actions()).contains("entry.exclude", "entry.include");
    }

    @Test
    void showsTheLatestNoteOnAnEntry() {
        long fee = bank("-49.5");
        work.note(CALLER, GROUP, Note.Subject.ENTRY, fee, "asked the bank");
        work.note(OLA, GROUP, Note.Subject.ENTRY, fee, "the bank answered");

        assertThat(open())
                .filteredOn(item -> item.entryId() == fee)
                .extracting(OpenItem::note)
                .containsExactly("the bank answered");
        assertThat(work.notes(CALLER, GROUP))
                .extracting(Note::text)
                .containsExactly("the bank answered", "asked the bank");
        assertThat(problem(() -> work.note(CALLER, GROUP, Note.Subject.ENTRY, 4711, "x"))
                        .code())
                .isEqualTo("rec.unknown-entry");
        assertThat(problem(() -> work.note(CALLER, GROUP, Note.Subject.MATCH, 4711, "x"))
                        .code())
                .isEqualTo("rec.unknown-match");
        assertThat(problem(() -> work.note(CALLER, GROUP, Note.Subject.ENTRY, fee, " "))
                        .code())
                .isEqualTo("rec.note");
    }

    // Rights, reports, removal

    @Test
    void a09_asksForTheRightAndTheUnit() {
        Caller reader = caller(Set.of(Permission.RECONCILIATION_READ), Set.of());
        Caller elsewhere = caller(Set.of(Permission.RECONCILIATION_MATCH), Set.of("alpin"));
        long fee = bank("-49.5");

        assertThatThrownBy(() -> work.match(reader, HandMatch.of(GROUP, List.of(fee))))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> work.note(reader, GROUP, Note.Subject.ENTRY, fee, "x"))
                .isInstanceOf(PermissionDenied.class);
        assertThat(work.notes(reader, GROUP)).isEmpty();
        assertThat(problem(() -> work.exclude(elsewhere, GROUP, List.of(fee), "x"))
                        .code())
                .isEqualTo("rec.unknown-group");
    }

    private static Caller caller(Set<Permission> permissions, Set<String> units) {
        return new Caller("user:per", permissions, units, Locale.ENGLISH, Origin.WEB);
    }

    @Test
    void reportsTellOfPartsAndOfWorkByHand() {
        partMatch();

        assertThat(report(ReportFormat.TEXT, Locale.ENGLISH))
                .contains("by hand")
                .contains("Matched by os:kari")
                .doesNotContain("1,000.00 ");
        assertThat(report(ReportFormat.JSON, Locale.ENGLISH))
                .contains("\"made_by\"")
                .contains("\"600.00\"");
        assertThat(report(ReportFormat.HTML, Locale.forLanguageTag("nb"))).contains("for hånd");
    }

    @Test
    void removingAnEntryDissolvesTheMatchesOfItsParts() {
        long extra = company.book(
                "bank",
                "2026-02-01",
                "2026-02-28",
                "950.50",
                "1550.50",
                entry("2026-02-02", "1100.00"),
                entry("2026-02-03", "-500.00"));
        work.match(CALLER, rows(part(bank("1100"), "600.00"), HandMatch.Row.of(ledger("600"))));
        work.match(CALLER, rows(part(bank("1100"), "420.00"), HandMatch.Row.of(ledger("420"))));

        company.remove(extra, new MatchGuard(transactions, audit, events, clock));

        assertThat(service.matches(CALLER, GROUP)).isEmpty();
        assertThat(openAmounts()).containsExactly("1000", "-49.5", "600", "420", "-50");
        assertThat(proof().ok()).isTrue();
    }

    private String report(ReportFormat format, Locale locale) {
        return new String(
                service.report(CALLER, ReportRequest.of(ReportKind.RECONCILIATION, GROUP, format, locale)),
                StandardCharsets.UTF_8);
    }
}
