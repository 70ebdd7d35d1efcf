package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.kind.PluginKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What reconciliation promises, on either database. */
abstract class ReconciliationSuite {
    private static final String OCR = "1234574";
    private static final String OTHER_OCR = "100000199";
    private static final String GROUP = "bank-1930";

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final PluginKinds kinds = new PluginKinds();
    private final BlockingHandler handler = new BlockingHandler();
    private final RecordingEvents events = new RecordingEvents(clock, handler);
    private Transactions transactions;
    private Company company;
    private ReconciliationService service;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    /** Blocks the group named, if one is. */
    private static final class BlockingHandler implements EventHandler {
        private String blocked = "";

        @Override
        public Verdict before(Proposal proposal) {
            return proposal.subject().equals("group/" + blocked)
                    ? Verdict.block(Message.verbatim("not now"))
                    : Verdict.pass();
        }
    }

    @BeforeEach
    void setUpFjord() {
        transactions = transactions();
        company = new Company(transactions, audit, events);
        service = new ReconciliationService(transactions, kinds, new Readings(), audit, events, clock);
        service.save(CALLER, group(GROUP));
    }

    private static Group group(String name, Rule... rules) {
        return new Group(name, "fjord", List.of("bank"), List.of("1930"), true, List.of(rules));
    }

    /** January: a payment on both sides, a fee the ledger lacks, an invoice not yet paid. */
    private void bookJanuary() {
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "1000.00",
                "2201.00",
                entry("2026-01-12", "1250.00", OCR),
                entry("2026-01-31", "-49.00", "", "Bankavgift"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                "1000.00",
                "3050.00",
                entry("2026-01-10", "1250.00", "Alm Bygg", "Faktura " + OCR),
                entry("2026-01-20", "800.00", "Berg Handel", "Faktura " + OTHER_OCR));
    }

    private static EntryDetail paid(String amount, String reference) {
        return new EntryDetail(
                new BigDecimal(amount),
                List.of(new Reference(Reference.Type.CREDITOR, reference)),
                Party.NONE,
                List.of());
    }

    private GroupRun run() {
        return run(request(false, Optional.empty(), false)).get(0);
    }

    private List<GroupRun> run(ReconciliationRequest request) {
        return service.run(CALLER, request, Progress.NONE, CancelToken.NEVER);
    }

    private static ReconciliationRequest request(boolean scheduled, Optional<LocalDate> asOf, boolean dryRun) {
        return new ReconciliationRequest(List.of(), List.of(), List.of(), scheduled, asOf, dryRun);
    }

    private Standing standing() {
        return service.standing(CALLER, GROUP, Optional.empty());
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Problem problem(ThrowingCallable call) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(TickmarkException.class, thrown -> problems.add(thrown.problem()));
        return problems.get(0);
    }

    private long count(String table) {
        return transactions.reading(tx ->
                Sql.on(tx.connection(), "select count(*) as n from " + table).one(row -> row.number("n")));
    }

    // Running

    /** A cheque of December in the ledger, cleared by the bank in January; the files begin in January. */
    @Test
    void matchesAnOpeningItemThatWasImportedWithoutBeingPartOfTheOpening() {
        company.book("bank", "2026-01-01", "2026-01-31", "1000.00", "500.00", entry("2026-01-12", "-500.00", OCR));
        company.book("1930", "2026-01-01", "2026-01-31", "500.00", "500.00");
        company.book("1930", "2025-12-30", "2025-12-30", null, null, entry("2025-12-30", "-500.00", OCR));

        GroupRun run = run();

        assertThat(run.matchedEntries()).isEqualTo(2);
        assertThat(run.proof()).hasValueSatisfying(proof -> {
            assertThat(proof.ok()).isTrue();
            assertThat(proof.openingDifference()).isEqualByComparingTo("0");
        });
    }

    @Test
    void matchesWhatTheBankBookedAsOneWithTheEntriesThatItsPaymentsName() {
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "2050.00",
                entry("2026-01-12", "2050.00").detail(paid("1250.00", OCR)).detail(paid("800.00", OTHER_OCR)));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "2050.00",
                entry("2026-01-10", "1250.00", "Alm Bygg", "Faktura " + OCR),
                entry("2026-01-11", "800.00", "Berg Handel", "Faktura " + OTHER_OCR));

        GroupRun run = run();

        assertThat(run.matchedEntries()).isEqualTo(3);
        assertThat(run.proof())
                .hasValueSatisfying(proof -> assertThat(proof.ok()).isTrue());
    }

    @Test
    void matchesProvesAndTellsOfIt() {
        bookJanuary();

        GroupRun run = run();

        assertThat(run.matchedEntries()).isEqualTo(2);
        assertThat(run.bankOpen()).isEqualTo(1);
        assertThat(run.ledgerOpen()).isEqualTo(1);
        assertThat(run.problems()).isEmpty();
        assertThat(run.rules())
                .filteredOn(rule -> rule.matches() > 0)
                .extracting(GroupRun.RuleCount::rule)
                .containsExactly("reference-sum");
        Proof proof = run.proof().orElseThrow();
        assertThat(proof.ok()).isTrue();
        assertThat(proof.date()).isEqualTo(day("2026-01-31"));
        assertThat(proof.bankBalance()).isEqualTo(new BigDecimal("2201.00"));
        assertThat(proof.ledgerBalance()).isEqualTo(new BigDecimal("3050.00"));
        assertThat(proof.openingDifference()).isEqualTo(new BigDecimal("0.00"));
        assertThat(proof.bankOpen()).isEqualTo(new BigDecimal("-49.00"));
        assertThat(proof.ledgerOpen()).isEqualTo(new BigDecimal("800.00"));
        assertThat(proof.bankStated()).contains(new BigDecimal("2201.00"));
        assertThat(proof.ledgerStated()).contains(new BigDecimal("3050.00"));
        assertThat(audit.actions()).endsWith("group.save", "group.reconcile");
        assertThat(events.topics()).endsWith("reconciliation.group.saved", "reconciliation.group.reconciled");
        assertThat(events.recorded().get(events.recorded().size() - 1).fields())
                .containsEntry("group", GROUP)
                .containsEntry("matches", "1")
                .containsEntry("proof", "ok");
    }

    @Test
    void keepsTheMatchWithItsEvidence() {
        bookJanuary();
        GroupRun run = run();

        Match match = service.matches(CALLER, GROUP).get(0);

        assertThat(match.runId()).isEqualTo(run.runId());
        assertThat(match.rule()).isEqualTo("reference-sum");
        assertThat(match.effective()).isEqualTo(day("2026-01-12"));
        assertThat(match.madeAt()).isEqualTo(clock.instant());
        assertThat(match.bank()).containsExactly(company.entryId("1250", Side.BANK));
        assertThat(match.ledger()).containsExactly(company.entryId("1250", Side.LEDGER));
        assertThat(match.amount()).isEqualByComparingTo("1250");
        assertThat(match.difference()).isEqualByComparingTo("0");
        assertThat(match.evidence())
                .extracting(Message::toString)
                .containsExactly(
                        "Reference 1234574, proven by its check digit, on both sides",
                        "Amount 1,250.00; bank 2026-01-12, ledger 2026-01-10, 2 days apart",
                        "These are all open entries with it, none follows within 14 days");
        assertThat(match.evidence().get(1).text(Locale.forLanguageTag("nb")))
                .isEqualTo("Beløp 1\u00a0250,00; bank 12.01.2026, regnskap 10.01.2026, 2 dager fra hverandre");
    }

    @Test
    void listsMatchesByPagesFromEitherEnd() {
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "1000.00",
                "3130.00",
                entry("2026-01-12", "1250.00", OCR),
                entry("2026-01-21", "800.00", OTHER_OCR),
                entry("2026-01-25", "80.00", "Alm Bygg"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                "1000.00",
                "3130.00",
                entry("2026-01-10", "1250.00", "Alm Bygg", "Faktura " + OCR),
                entry("2026-01-20", "800.00", "Berg Handel", "Faktura " + OTHER_OCR),
                entry("2026-01-25", "80.00", "Alm Bygg", "Faktura"));
        run();
        List<Match> all = service.matches(CALLER, GROUP);
        long first = all.get(0).id();
        long second = all.get(1).id();
        long third = all.get(2).id();

        assertThat(listed(RecordQuery.first(2))).containsExactly(first, second);
        assertThat(listed(after(second))).containsExactly(third);
        assertThat(listed(RecordQuery.first(2).lastFirst())).containsExactly(third, second);
        assertThat(listed(after(second).lastFirst())).containsExactly(first);
        assertThat(listed(RecordQuery.first(9).where("rule", all.get(2).rule())))
                .containsExactly(third);
        assertThat(listed(RecordQuery.first(9).holding(OTHER_OCR))).containsExactly(second);

        service.undoMatch(CALLER, third, "Not this one");
        assertThat(listed(RecordQuery.first(9).lastFirst())).containsExactly(second, first);
    }

    private List<Long> listed(RecordQuery query) {
        return service.matches(CALLER, GROUP, query).stream().map(Match::id).toList();
    }

    private static RecordQuery after(long match) {
        return new RecordQuery(Map.of(), 2, String.valueOf(match));
    }

    @Test
    void runningAgainMatchesNothingMore() {
        bookJanuary();
        run();
        List<Long> before =
                service.matches(CALLER, GROUP).stream().map(Match::id).toList();

        GroupRun again = run();

        assertThat(again.matchedEntries()).isZero();
        assertThat(again.bankOpen()).isEqualTo(1);
        assertThat(again.proof().orElseThrow().ok()).isTrue();
        assertThat(service.matches(CALLER, GROUP)).extracting(Match::id).isEqualTo(before);
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() {
        bookJanuary();

        GroupRun dry = run(request(false, Optional.empty(), true)).get(0);

        assertThat(dry.runId()).isZero();
        assertThat(count("recon_run") + count("recon_match") + count("recon_match_entry"))
                .isZero();
        assertThat(events.topics()).doesNotContain("reconciliation.group.reconciled");
        GroupRun real = run();
        assertThat(dry.rules()).isEqualTo(real.rules());
        assertThat(dry.proof()).isEqualTo(real.proof());
    }

    @Test
    void aGroupWithoutEntriesHasNoProof() {
        GroupRun run = run();

        assertThat(run.proof()).isEmpty();
        assertThat(run.runId()).isZero();
        assertThat(count("recon_run")).isZero();
    }

    @Test
    void aScheduledRunLeavesOutWhatIsNotTicked() {
        service.save(CALLER, new Group("by-hand", "fjord", List.of("bank"), List.of("1930"), false, List.of()));
        service.save(
                CALLER,
                group(
                        GROUP,
                        new Rule("ocr", "one-one", Rule.State.UNSCHEDULED, Map.of()),
                        new Rule("off", "one-one", Rule.State.OFF, Map.of("key", "amount-window"))));
        bookJanuary();

        List<GroupRun> scheduled = run(request(true, Optional.empty(), false));

        assertThat(scheduled).extracting(GroupRun::group).containsExactly(GROUP);
        assertThat(scheduled.get(0).rules()).isEmpty();
        assertThat(run(request(false, Optional.empty(), false)))
                .extracting(run -> run.group() + " "
                        + run.rules().stream().map(GroupRun.RuleCount::rule).toList() + run.matchedEntries())
                .startsWith(GROUP + " [ocr]2");
    }

    @Test
    @DisplayName("OCA/account-reconcile#196: an error in a later step lost all that was matched before")
    void aGroupThatFailsStopsNoOther() {
        service.save(CALLER, group("aaa-blocked"));
        handler.blocked = "aaa-blocked";
        bookJanuary();

        List<GroupRun> runs = run(request(false, Optional.empty(), false));

        assertThat(runs.get(0).problems()).extracting(Problem::code).containsExactly("event.blocked");
        assertThat(runs.get(0).runId()).isZero();
        assertThat(runs.get(1).matchedEntries()).isEqualTo(2);
    }

    @Test
    void a36_twoRunsAtTheSameTimeMatchEveryEntryOnce() throws Exception {
        bookJanuary();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<GroupRun>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> run()));
            }
            List<GroupRun> ended = new ArrayList<>();
            for (Future<GroupRun> run : runs) {
                ended.add(run.get());
            }
            assertThat(ended).allSatisfy(run -> assertThat(run.problems()).isEmpty());
            assertThat(ended.stream().mapToLong(GroupRun::matchedEntries).sum()).isEqualTo(2);
        } finally {
            threads.shutdown();
        }
        assertThat(service.matches(CALLER, GROUP)).hasSize(1);
    }

    @Test
    void theDatabaseItselfKeepsAnEntryFromTwoMatches() {
        bookJanuary();
        run();

        assertThatThrownBy(() -> transactions.inTransaction(
                        tx -> Sql.on(tx.connection(), """
                                insert into recon_match_entry (match_id, entry_id, group_id, side, live_entry_id, live_part)
                                select match_id, entry_id + 1000000, group_id, side, live_entry_id, live_part from recon_match_entry""").update()))
                .isInstanceOf(TickmarkException.class)
                .hasRootCauseInstanceOf(SQLException.class);
    }

    // Three ways, and parts

    private static Group between(String name, String bank, String ledger, Rule... rules) {
        return new Group(name, "fjord", List.of(bank), List.of(ledger), true, List.of(rules));
    }

    /** Two sales of one payout, which the bank, the settlement and the ledger each know in their own words. */
    private void bookSettlement() {
        company.account("fjord", "psp", Side.BANK);
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                null,
                null,
                entry("2026-01-14", "300.00", "PSP", "Utbetaling 887766"));
        company.book(
                "psp",
                "2026-01-01",
                "2026-01-31",
                null,
                null,
                entry("2026-01-12", "100.00", "PSP", "Order 10441044 utbetaling 887766"),
                entry("2026-01-12", "200.00", "PSP", "Order 10451045 utbetaling 887766"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                null,
                null,
                entry("2026-01-11", "100.00", "Alm", "Order 10441044"),
                entry("2026-01-11", "200.00", "Berg", "Order 10451045"));
    }

    @Test
    void chainsBankAndLedgerByWayOfASettlement() {
        bookSettlement();
        service.remove(CALLER, GROUP);
        service.save(CALLER, between("a-all", "bank", "1930", chain("payouts", "sales")));
        Rule numbers = new Rule("number-sum", "key-zero", Rule.State.AUTOMATIC, Map.of("key", "captured"));
        service.save(CALLER, between("payouts", "bank", "psp", numbers));
        service.save(CALLER, between("sales", "psp", "1930", numbers));

        List<GroupRun> runs = run(request(false, Optional.empty(), false));

        assertThat(runs).extracting(GroupRun::group).containsExactly("payouts", "sales", "a-all");
        assertThat(runs).allSatisfy(run -> assertThat(run.problems()).isEmpty());
        Match match = service.matches(CALLER, "a-all").get(0);
        assertThat(match.bank()).hasSize(1);
        assertThat(match.ledger()).hasSize(2);
        assertThat(match.evidence().toString())
                .contains("2 entries between them: matched with the bank in group payouts, with the ledger in group"
                        + " sales");
        assertThat(service.standing(CALLER, "a-all", Optional.empty()).open()).isEmpty();
        assertThat(service.standing(CALLER, "payouts", Optional.empty())
                        .proof()
                        .orElseThrow()
                        .ok())
                .isTrue();
    }

    private static Rule chain(String first, String second) {
        return new Rule("chain", "chain", Rule.State.AUTOMATIC, Map.of("first", first, "second", second));
    }

    @Test
    void aChainOfGroupsThatAreNotThereIsToldAndStopsNothing() {
        service.save(
                CALLER,
                group(GROUP, chain("payouts", GROUP), new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of())));
        bookJanuary();

        GroupRun run = run();

        assertThat(run.matchedEntries()).isEqualTo(2);
        assertThat(run.problems()).extracting(Problem::code).containsExactly("rec.rule-failed");
    }

    @Test
    void keepsWhatAPaymentLeavesOpenAndMatchesItWithTheNext() {
        service.save(
                CALLER, group(GROUP, new Rule("oldest", "allocate", Rule.State.AUTOMATIC, Map.of("parts", "match"))));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                null,
                null,
                entry("2026-01-10", "300.00", "Alm Bygg", "Faktura"),
                entry("2026-01-11", "200.00", "Alm Bygg", "Faktura"));
        company.book(
                "bank", "2026-01-01", "2026-01-15", null, null, entry("2026-01-14", "350.00", "Alm Bygg", "Betalning"));

        GroupRun first = run();

        assertThat(first.ledgerOpen()).isEqualTo(1);
        assertThat(first.proof().orElseThrow().ok()).isTrue();
        assertThat(standing().open())
                .extracting(OpenItem::amount, OpenItem::whole)
                .containsExactly(tuple(new BigDecimal("150"), new BigDecimal("200")));
        company.book(
                "bank", "2026-01-16", "2026-01-31", null, null, entry("2026-01-20", "150.00", "Alm Bygg", "Betalning"));
        GroupRun second = run();
        assertThat(second.ledgerOpen() + second.bankOpen()).isZero();
        assertThat(second.proof().orElseThrow().ok()).isTrue();
        service.undoRun(CALLER, first.runId(), "wrong");
        assertThat(standing().open())
                .extracting(OpenItem::amount)
                .containsExactlyInAnyOrder(new BigDecimal("350"), new BigDecimal("300"), new BigDecimal("50"));
        assertThat(standing().proof().orElseThrow().ok()).isTrue();
    }

    // Dates

    @Test
    void anEntryWhoseMatchCompletesLaterIsStillOpenBefore() {
        bookJanuary();
        run();

        Standing before = service.standing(CALLER, GROUP, Optional.of(day("2026-01-11")));

        assertThat(before.open())
                .extracting(OpenItem::amount, item -> item.reason().toString())
                .containsExactly(
                        tuple(new BigDecimal("1250"), "Matched by rule reference-sum with effect from 2026-01-12"));
        assertThat(before.matches()).isZero();
        Proof proof = before.proof().orElseThrow();
        assertThat(proof.failures()).isEmpty();
        assertThat(proof.bankBalance()).isEqualByComparingTo("1000");
        assertThat(proof.ledgerBalance()).isEqualByComparingTo("2250");
        assertThat(proof.bankStated()).isEmpty();
    }

    @Test
    void aRunAsOfADayLeavesLaterEntriesAlone() {
        bookJanuary();

        GroupRun early =
                run(request(false, Optional.of(day("2026-01-11")), false)).get(0);

        assertThat(early.matchedEntries()).isZero();
        assertThat(early.ledgerOpen()).isEqualTo(1);
        assertThat(early.proof().orElseThrow().ok()).isTrue();
        assertThat(run().matchedEntries()).isEqualTo(2);
    }

    // Proof

    @Test
    void theProofFailsWhereAStatementIsMissingAndSaysWhichOne() {
        bookJanuary();
        company.book("bank", "2026-03-01", "2026-03-31", "2500.00", "2600.00", entry("2026-03-05", "100.00"));

        GroupRun run = run();

        Proof proof = run.proof().orElseThrow();
        assertThat(proof.ok()).isFalse();
        assertThat(proof.failures()).extracting(Problem::code).containsExactly("rec.proof.stated");
        Problem failure = proof.failures().get(0);
        assertThat(failure.where()).contains("bank 2026-03-05");
        assertThat(failure.found()).contains("2301.00");
        assertThat(failure.expected()).contains("2600.00");
        assertThat(failure.advice().orElseThrow().toString()).contains("begins with 2,500.00 on 2026-03-01");
        assertThat(run.problems()).isEqualTo(proof.failures());
        assertThat(events.topics()).endsWith("reconciliation.group.reconciled", "reconciliation.proof.failed");
    }

    @Test
    void theProofFailsWhereAMatchIsNotWhatItSays() {
        bookJanuary();
        run();
        transactions.inTransaction(tx -> Sql.on(tx.connection(), "update recon_match set difference = 0.01")
                .update());

        Proof proof = run().proof().orElseThrow();

        assertThat(proof.failures()).extracting(Problem::code).containsExactly("rec.proof.identity");
        assertThat(proof.failures().get(0).what().toString())
                .isEqualTo("The proof of bank-1930 does not hold: -0.01 is unexplained.");
    }

    @Test
    void theProofFailsWhereAMatchedEntryVanished() {
        bookJanuary();
        run();
        transactions.inTransaction(tx -> Sql.on(
                        tx.connection(),
                        "delete from entry where amount = 1250 and account_id in (select id from account where side ="
                                + " 'BANK')")
                .update());

        assertThat(run().proof().orElseThrow().failures())
                .extracting(Problem::code)
                .containsExactly("rec.proof.identity", "rec.proof.stated");
    }

    @Test
    void aBalanceThatIsNotStatedIsNoFailure() {
        company.book("bank", "2026-01-01", "2026-01-31", null, null, entry("2026-01-05", "10.00"));
        company.book("1930", "2026-01-01", "2026-01-31", null, null, entry("2026-01-05", "10.00"));

        Proof proof = run().proof().orElseThrow();

        assertThat(proof.ok()).isTrue();
        assertThat(proof.bankStated()).isEmpty();
        assertThat(proof.ledgerStated()).isEmpty();
        assertThat(proof.bankBalance()).isEqualByComparingTo("10");
    }

    @Test
    void anOpeningBalanceThatIsNotStatedIsWorkedBack() {
        company.book("bank", "2026-01-01", "2026-01-31", null, "110.00", entry("2026-01-05", "10.00"));
        company.book("bank", "2026-02-01", "2026-02-28", null, "115.00", entry("2026-02-05", "5.00"));
        company.book("1930", "2026-01-01", "2026-12-31", "100.00", null, entry("2026-01-05", "10.00"));

        Proof proof = run().proof().orElseThrow();

        assertThat(proof.ok()).isTrue();
        assertThat(proof.bankBalance()).isEqualByComparingTo("115");
        assertThat(proof.openingDifference()).isEqualByComparingTo("0");
        assertThat(proof.bankStated()).contains(new BigDecimal("115.00"));
    }

    @Test
    @DisplayName("frappe/erpnext#47848, OCA/account-reconcile#279: beginning with books that were kept elsewhere")
    void aDifferenceOfTheOpeningBalancesIsAccepted() {
        company.book("bank", "2026-01-01", "2026-01-31", "1000.00", "1010.00", entry("2026-01-05", "10.00"));
        company.book("1930", "2026-01-01", "2026-01-31", "900.00", "910.00", entry("2026-01-05", "10.00"));

        Proof proof = run().proof().orElseThrow();

        assertThat(proof.ok()).isTrue();
        assertThat(proof.openingDifference()).isEqualByComparingTo("100");
    }

    @Test
    void aLedgersClosingBalanceHoldsAsSoonAsNothingIsBookedAfter() {
        bookJanuary();
        company.book(
                "1930",
                "2026-01-01",
                "2026-12-31",
                "1000.00",
                "3060.00",
                entry("2026-01-10", "1250.00", "Alm Bygg", "Faktura " + OCR),
                entry("2026-01-20", "800.00", "Berg Handel", "Faktura " + OTHER_OCR),
                entry("2026-02-02", "10.00", "Ceder", "Kontant"));

        assertThat(standing().proof().orElseThrow().ledgerStated()).contains(new BigDecimal("3060.00"));
        Proof january = service.standing(CALLER, GROUP, Optional.of(day("2026-01-31")))
                .proof()
                .orElseThrow();
        assertThat(january.ok()).isTrue();
        assertThat(january.ledgerStated()).contains(new BigDecimal("3050.00"));
    }

    @Test
    void severalAccountsOnASideAreProvenTogetherAndEachByItself() {
        company.account("fjord", "savings", Side.BANK);
        company.account("fjord", "1940", Side.LEDGER);
        service.save(
                CALLER,
                new Group("both", "fjord", List.of("bank", "savings"), List.of("1930", "1940"), true, List.of()));
        bookJanuary();
        company.book("savings", "2026-01-01", "2026-01-31", "5000.00", "5007.00", entry("2026-01-31", "7.00"));
        company.book("1940", "2026-01-01", "2026-01-31", "5000.00", "5007.01", entry("2026-01-31", "7.00"));

        Proof proof = service.standing(CALLER, "both", Optional.empty()).proof().orElseThrow();

        assertThat(proof.bankBalance()).isEqualByComparingTo("7208");
        assertThat(proof.bankStated()).contains(new BigDecimal("7208.00"));
        assertThat(proof.failures())
                .extracting(failure -> failure.where().orElseThrow())
                .containsExactly("1940 2026-01-31");
    }

    // Open items

    @Test
    void listsOpenItemsWithAgeAndReason() {
        bookJanuary();
        run();

        assertThat(standing().open())
                .extracting(OpenItem::side, OpenItem::account, OpenItem::ageDays, item -> item.reason()
                        .toString())
                .containsExactly(
                        tuple(Side.BANK, "bank", 0L, "No open counterpart with -49.00"),
                        tuple(Side.LEDGER, "1930", 11L, "No open counterpart with 800.00"));
        assertThat(standing().open().get(1).party()).isEqualTo("Berg Handel");
        assertThat(standing().matches()).isEqualTo(1);
    }

    @Test
    void saysWhichRuleWouldMatchAnItem() {
        bookJanuary();

        assertThat(standing().open())
                .filteredOn(item -> item.amount().compareTo(new BigDecimal("1250")) == 0)
                .extracting(item -> item.reason().toString())
                .containsOnly("Rule reference-sum matches it at the next run");
    }

    // Undoing

    @Test
    @DisplayName("firefly-iii/firefly-iii#4296, frappe/erpnext#4661, OCA/account-reconcile#118: no undo of one match")
    void undoesAMatchOnceAndKeepsIt() {
        bookJanuary();
        run();
        long match = service.matches(CALLER, GROUP).get(0).id();
        clock.advance(Duration.ofHours(1));

        service.undoMatch(CALLER, match, "wrong invoice");

        assertThat(service.matches(CALLER, GROUP)).isEmpty();
        assertThat(standing().open()).hasSize(4);
        assertThat(standing().proof().orElseThrow().ok()).isTrue();
        assertThat(count("recon_match")).isEqualTo(1);
        assertThat(audit.acts().get(audit.acts().size() - 1).details())
                .containsEntry("reason", "wrong invoice")
                .containsEntry("group", GROUP);
        assertThat(events.topics()).endsWith("reconciliation.match.undone");
        assertThat(problem(() -> service.undoMatch(CALLER, match, "again")).code())
                .isEqualTo("rec.already-undone");
        assertThat(run().matchedEntries()).isEqualTo(2);
    }

    @Test
    @DisplayName("frappe/erpnext#43732, OCA/account-reconcile#495, akretion/odoo-usability#208: no undo of all at once")
    void undoesWhatARunMatched() {
        bookJanuary();
        long run = run().runId();

        assertThat(service.undoRun(CALLER, run, "try again")).isEqualTo(1);
        assertThat(service.undoRun(CALLER, run, "try again")).isZero();
        assertThat(service.matches(CALLER, GROUP)).isEmpty();
    }

    @Test
    void undoingNeedsAReasonAndSomethingToUndo() {
        assertThat(problem(() -> service.undoMatch(CALLER, 1, " ")).code()).isEqualTo("rec.reason");
        assertThat(problem(() -> service.undoMatch(CALLER, 4711, "x")).what().toString())
                .isEqualTo("There is no match 4711.");
        assertThat(problem(() -> service.undoRun(CALLER, 4711, "x")).code()).isEqualTo("rec.unknown-run");
    }

    @Test
    void removingEntriesDissolvesTheirMatches() {
        bookJanuary();
        long extra = company.book(
                "bank", "2026-02-01", "2026-02-28", "2201.00", "3001.00", entry("2026-02-02", "800.00", OTHER_OCR));
        run();
        assertThat(service.matches(CALLER, GROUP)).hasSize(2);

        company.remove(extra, new MatchGuard(transactions, audit, events, clock));

        assertThat(service.matches(CALLER, GROUP)).hasSize(1);
        assertThat(standing().proof().orElseThrow().ok()).isTrue();
        assertThat(audit.actions()).contains("match.dissolve");
        assertThat(standing().open()).extracting(OpenItem::amount).contains(new BigDecimal("800"));
    }

    // Groups

    @Test
    void refusesGroupsThatCannotWork() {
        company.unit("alpin", "Alpin AS", "NOK");
        company.account("fjord", "tax", Side.LEDGER);
        assertThat(refused("Bad Name", List.of("bank"), List.of("1930"))).contains("words of a-z");
        assertThat(refused("none", List.of(), List.of("1930"))).contains("at least one account");
        assertThat(refused("twice", List.of("bank", "bank"), List.of("1930"))).contains("named twice");
        assertThat(refused("unknown", List.of("bank"), List.of("1931"))).contains("no account 1931");
        assertThat(refused("side", List.of("1930"), List.of("bank")))
                .contains("one side of a group may have accounts of the other kind");
        Group elsewhere = new Group("where", "nowhere", List.of("bank"), List.of("1930"), true, List.of());
        assertThat(problem(() -> service.save(CALLER, elsewhere)).what().toString())
                .contains("no unit nowhere");
    }

    private String refused(String name, List<String> bank, List<String> ledger) {
        Problem problem = problem(() -> service.save(CALLER, new Group(name, "fjord", bank, ledger, true, List.of())));
        assertThat(problem.code()).isEqualTo("rec.invalid");
        return problem.what().toString();
    }

    @Test
    void refusesRulesThatCannotWork() {
        assertThat(refused(new Rule("x", "magic", Rule.State.AUTOMATIC, Map.of())))
                .contains("kind magic");
        assertThat(refused(new Rule("x", "one-one", Rule.State.AUTOMATIC, Map.of("windw", "3"))))
                .contains("windw");
        assertThat(refused(new Rule("x", "one-one", Rule.State.AUTOMATIC, Map.of("after", "1000"))))
                .contains("after");
        assertThat(refused(new Rule("x", "one-one", Rule.State.AUTOMATIC, Map.of("key", "ocr"))))
                .contains("key");
        Rule fine = new Rule("x", "reversal", Rule.State.AUTOMATIC, Map.of());
        assertThat(problem(() -> service.save(CALLER, group(GROUP, fine, fine)))
                        .what()
                        .toString())
                .contains("Two rules");
    }

    private String refused(Rule rule) {
        Problem problem = problem(() -> service.save(CALLER, group(GROUP, rule)));
        assertThat(problem.code()).isEqualTo("rec.invalid");
        return problem.what().toString();
    }

    @Test
    void keepsAGroupWithMatchesOnItsAccounts() {
        company.account("fjord", "1940", Side.LEDGER);
        bookJanuary();
        run();
        Group moved = new Group(GROUP, "fjord", List.of("bank"), List.of("1940"), true, List.of());

        assertThat(problem(() -> service.save(CALLER, moved)).code()).isEqualTo("rec.in-use");
        assertThat(problem(() -> service.remove(CALLER, GROUP)).code()).isEqualTo("rec.in-use");
        service.save(CALLER, group(GROUP, new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of())));
        assertThat(service.group(CALLER, GROUP).orElseThrow().rules()).hasSize(1);
        service.undoRun(CALLER, service.matches(CALLER, GROUP).get(0).runId(), "moving");
        service.remove(CALLER, GROUP);
        assertThat(service.group(CALLER, GROUP)).isEmpty();
    }

    @Test
    void savingWhatStandsTellsNothing() {
        int told = audit.acts().size();

        service.save(CALLER, service.group(CALLER, GROUP).orElseThrow());

        assertThat(audit.acts()).hasSize(told);
    }

    // Text

    @Test
    void writesGroupsAsTextAndReadsThemBack() {
        service.save(
                CALLER,
                group(
                        "with-rules",
                        new Rule("reversals", "reversal", Rule.State.AUTOMATIC, Map.of("window", "20")),
                        new Rule(
                                "ocr",
                                "one-one",
                                Rule.State.UNSCHEDULED,
                                Map.of("key", "typed-reference", "after", "40"))));

        String text = service.exportText(CALLER, List.of());

        assertThat(text)
                .contains("- name: bank-1930")
                .contains("state: unscheduled")
                .contains("after: 40");
        List<Group> before = service.groups(CALLER);
        before.forEach(group -> service.remove(CALLER, group.name()));
        assertThat(service.importText(CALLER, text, "groups.yaml", false)).containsExactly(GROUP, "with-rules");
        assertThat(service.groups(CALLER)).isEqualTo(before);
        assertThat(service.exportText(CALLER, List.of())).isEqualTo(text);
        assertThat(service.exportText(CALLER, List.of(GROUP))).doesNotContain("with-rules");
    }

    @Test
    void savesAllGroupsOfATextOrNone() {
        String text = """
                groups:
                  - name: one
                    unit: fjord
                    bank: [bank]
                    ledger: ["1930"]
                  - name: two
                    unit: fjord
                    bank: [bank]
                    ledger: ["4711"]
                """;

        Problem problem = problem(() -> service.importText(CALLER, text, "company.yaml", false));

        assertThat(problem.code()).isEqualTo("rec.invalid");
        assertThat(problem.where().orElseThrow()).startsWith("company.yaml:6");
        assertThat(service.groups(CALLER)).extracting(Group::name).containsExactly(GROUP);
    }

    @Test
    void readsItsOwnSectionOfATextAndRefusesWhatNobodyKnows() {
        String text = """
                units:
                  - code: alpin
                    name: Alpin AS
                    currency: NOK
                imports: []
                groups:
                  - {name: alpin-bank, unit: alpin, bank: [bank], ledger: ["1920"], background: true}
                """;

        assertThat(service.importText(CALLER, text, "company.yaml", true)).containsExactly("alpin-bank");
        assertThat(service.groups(CALLER)).hasSize(1);
        assertThat(problem(() -> service.importText(CALLER, text, "company.yaml", false))
                        .what()
                        .toString())
                .contains("no unit alpin");
        assertThat(problem(() -> service.importText(CALLER, "grups: []\n", "x.yaml", true))
                        .code())
                .isEqualTo("definition.invalid");
    }

    // Rights

    @Test
    void a09_showsAndDoesOnlyWhatTheCallerMay() {
        company.unit("alpin", "Alpin AS", "SEK");
        company.account("alpin", "bank", Side.BANK);
        company.account("alpin", "1930", Side.LEDGER);
        service.save(CALLER, new Group("alpin-bank", "alpin", List.of("bank"), List.of("1930"), true, List.of()));
        Caller reader = new Caller(
                "user:ola",
                Set.of(Permission.RECONCILIATION_READ, Permission.RECONCILIATION_RUN),
                Set.of("alpin"),
                Locale.ENGLISH,
                Origin.WEB);

        assertThat(service.groups(reader)).extracting(Group::name).containsExactly("alpin-bank");
        assertThat(service.group(reader, GROUP)).isEmpty();
        assertThat(problem(() -> service.standing(reader, GROUP, Optional.empty()))
                        .code())
                .isEqualTo("rec.unknown-group");
        assertThat(service.run(reader, request(false, Optional.empty(), true), Progress.NONE, CancelToken.NEVER))
                .extracting(GroupRun::group)
                .containsExactly("alpin-bank");
        assertThatThrownBy(() -> service.save(reader, group("mine"))).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> service.undoRun(reader, 1, "x")).isInstanceOf(TickmarkException.class);
        bookJanuary();
        long match = matchOfFjord();
        assertThatThrownBy(() -> service.undoMatch(reader, match, "x")).isInstanceOf(PermissionDenied.class);
    }

    private long matchOfFjord() {
        run(new ReconciliationRequest(List.of(GROUP), List.of(), List.of(), false, Optional.empty(), false));
        return service.matches(CALLER, GROUP).get(0).id();
    }

    @Test
    void anUnknownGroupIsNamed() {
        ReconciliationRequest request =
                new ReconciliationRequest(List.of("nobody"), List.of(), List.of(), false, Optional.empty(), false);

        assertThat(problem(() -> run(request)).found()).contains("nobody");
    }

    // Records and reports

    @Test
    void listsGroupsMatchesAndOpenItemsAsRecords() {
        bookJanuary();
        run();

        assertThat(new GroupRecords(transactions)
                        .list(CALLER, RecordQuery.first(10))
                        .rows())
                .extracting(row -> row.get(0))
                .containsExactly(GROUP);
        assertThat(new MatchRecords(transactions)
                        .list(CALLER, RecordQuery.first(10).where("undone", "false"))
                        .rows())
                .hasSize(1);
        OpenItemRecords openItems = new OpenItemRecords(service);
        assertThat(openItems
                        .list(CALLER, RecordQuery.first(10).where("side", "LEDGER"))
                        .rows())
                .extracting(row -> row.get(7))
                .containsExactly(new BigDecimal("800"));
        String first = (String)
                openItems.list(CALLER, RecordQuery.first(1)).rows().get(0).get(0);
        assertThat(openItems.list(CALLER, new RecordQuery(Map.of(), 10, first)).rows())
                .hasSize(1);
        assertThat(problem(() -> openItems.list(CALLER, RecordQuery.first(1).where("colour", "red")))
                        .expected()
                        .orElseThrow())
                .contains("group_name");
    }

    @Test
    @DisplayName("blnkfinance/blnk#321, #325: results that could not be got out")
    void writesTheReportInEveryFormat() {
        bookJanuary();
        run();

        for (ReportFormat format : textFormats()) {
            String report = report(format, Locale.forLanguageTag("sv"));
            assertThat(report).as(format.name()).contains("1234574").contains("Berg Handel");
        }
        assertThat(report(ReportFormat.TEXT, Locale.forLanguageTag("sv")))
                .contains("Bevisat till sista öret; 2 poster är öppna")
                .contains("2\u00a0201,00");
    }

    @Test
    void reportsAGroupOnWhichNothingWasBooked() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(report(format, Locale.ENGLISH)).as(format.name()).isNotBlank();
        }
    }

    private static List<ReportFormat> textFormats() {
        return Arrays.stream(ReportFormat.values()).filter(ReportFormat::isText).toList();
    }

    private String report(ReportFormat format, Locale locale) {
        return new String(
                service.report(CALLER, ReportRequest.of(ReportKind.RECONCILIATION, GROUP, format, locale)),
                StandardCharsets.UTF_8);
    }
}
