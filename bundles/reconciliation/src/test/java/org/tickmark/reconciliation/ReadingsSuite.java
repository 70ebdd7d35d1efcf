package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What whoever looks at a group again is told, on either database. */
abstract class ReadingsSuite {
    private static final String GROUP = "bank-1930";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int STEPS = 60;
    private static final int AMOUNTS = 12;

    private final ManualClock clock = ManualClock.at("2027-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private final Readings readings = new Readings();
    private final Random random = new Random(11);
    private final List<Long> files = new ArrayList<>();
    private final Set<Long> leftOut = new TreeSet<>();
    private Transactions transactions;
    private Company company;
    private ReconciliationService service;
    private HandWork work;
    private PeriodWork periods;
    private int days;
    private long byRule;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    @BeforeEach
    void setUpFjord() {
        transactions = transactions();
        company = new Company(transactions, audit, events);
        service = new ReconciliationService(transactions, AddedKinds.NONE, readings, audit, events, clock);
        work = new HandWork(transactions, AddedKinds.NONE, readings, audit, events, clock);
        periods = new PeriodWork(transactions, AddedKinds.NONE, audit, events, clock);
        save();
    }

    private void save(Rule... rules) {
        Group.WriteOffs none = new Group.WriteOffs(BigDecimal.ZERO, BigDecimal.ZERO);
        service.save(CALLER, new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, none, List.of(rules)));
    }

    private Reading latest() {
        return transactions.reading(tx -> readings.latest(tx.connection(), Groups.require(tx.connection(), GROUP))
                .reading());
    }

    private List<OpenItem> open() {
        return service.standing(CALLER, GROUP, Optional.empty()).open();
    }

    private void book(String account) {
        book(account, FIRST.plusDays(days++));
    }

    private void book(String account, LocalDate day) {
        String amount = (1 + random.nextInt(AMOUNTS)) + ".00";
        files.add(company.book(
                account,
                day.toString(),
                day.toString(),
                null,
                null,
                entry(day.toString(), amount),
                entry(day.toString(), "100." + (10 + days / 2))));
    }

    private long run() {
        ReconciliationRequest all =
                new ReconciliationRequest(List.of(GROUP), List.of(), List.of(), false, Optional.empty(), false);
        return service.run(CALLER, all, Progress.NONE, CancelToken.NEVER).get(0).rules().stream()
                .mapToLong(GroupRun.RuleCount::matches)
                .sum();
    }

    /** A run of a group that is locked through its last day: what it matches counts from the next. */
    private void runLocked() {
        Optional<LocalDate> last = lastDay();
        last.ifPresent(day -> periods.lock(CALLER, GROUP, day, "reported"));
        byRule += run();
        last.ifPresent(day -> periods.unlock(CALLER, GROUP, Optional.empty(), "late vouchers"));
    }

    private Optional<LocalDate> lastDay() {
        return service.standing(CALLER, GROUP, Optional.empty()).proof().map(Proof::date);
    }

    /** Matches an open entry with a part of one of the other side that is larger, if there are such. */
    private void matchByHand() {
        List<OpenItem> open = open();
        for (OpenItem bank : open) {
            for (OpenItem ledger : open) {
                if (bank.side() == Side.BANK
                        && ledger.side() == Side.LEDGER
                        && !leftOut.contains(bank.entryId())
                        && !leftOut.contains(ledger.entryId())) {
                    BigDecimal amount = bank.amount().min(ledger.amount());
                    work.match(
                            CALLER,
                            new HandMatch(
                                    GROUP,
                                    List.of(
                                            HandMatch.Row.part(bank.entryId(), amount),
                                            HandMatch.Row.part(ledger.entryId(), amount)),
                                    Optional.empty(),
                                    ""));
                    return;
                }
            }
        }
    }

    private void undo() {
        List<Match> matches = service.matches(CALLER, GROUP);
        if (!matches.isEmpty()) {
            Match match = matches.get(random.nextInt(matches.size()));
            if (match.byHand()) {
                service.undoMatch(CALLER, match.id(), "wrong");
            } else {
                service.undoRun(CALLER, match.runId(), "wrong");
            }
        }
    }

    private void leaveOut() {
        open().stream()
                .map(OpenItem::entryId)
                .filter(id -> !leftOut.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    work.exclude(CALLER, GROUP, List.of(id), "asked the bank");
                    leftOut.add(id);
                });
    }

    private void letIn() {
        leftOut.stream().findFirst().ifPresent(id -> {
            work.include(CALLER, GROUP, List.of(id), "answered");
            leftOut.remove(id);
        });
    }

    private void removeFile() {
        if (!files.isEmpty()) {
            company.remove(
                    files.remove(random.nextInt(files.size())), new MatchGuard(transactions, audit, events, clock));
            leftOut.retainAll(open().stream().map(OpenItem::entryId).collect(Collectors.toSet()));
        }
    }

    private void step() {
        switch (random.nextInt(11)) {
            case 0, 1 -> book("bank");
            case 2, 3 -> book("1930");
            case 4 -> book("bank", FIRST.plusDays(random.nextInt(days + 1)));
            case 5 -> byRule += run();
            case 6 -> runLocked();
            case 7 -> matchByHand();
            case 8 -> undo();
            case 9 -> leaveOut();
            default -> {
                letIn();
                removeFile();
            }
        }
    }

    @Test
    void whoeverLooksAgainOrForTheFirstTimeIsToldWhatWhoeverReadsAllIs() {
        save(new Rule("amount", "one-one", Rule.State.AUTOMATIC, Map.of("key", "amount-window", "after", "100")));
        for (int i = 0; i < STEPS; i++) {
            step();
            Standing again = service.standing(CALLER, GROUP, Optional.empty());
            ReconciliationService first =
                    new ReconciliationService(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
            HandWork firstWork = new HandWork(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);

            assertThat(again)
                    .as("after step %d", i)
                    .hasToString(first.standing(CALLER, GROUP, Optional.empty()).toString());
            if (again.proof().isPresent()) {
                assertThat(again)
                        .as("read anew after step %d", i)
                        .hasToString(first.standing(CALLER, GROUP, again.proof().map(Proof::date))
                                .toString());
            }
            assertThat(work.suggestions(CALLER, GROUP))
                    .as("suggestions after step %d", i)
                    .hasToString(firstWork.suggestions(CALLER, GROUP).toString());
        }
        assertThat(byRule).as("matches by the rule on the way").isPositive();
    }

    @Test
    void nothingIsReadTwiceThatHasNotChanged() {
        book("bank");
        book("1930");
        Reading before = latest();

        assertThat(latest()).isSameAs(before);

        run();

        assertThat(latest()).as("a run that matched nothing changed nothing").isSameAs(before);

        long entry = open().get(0).entryId();
        work.exclude(CALLER, GROUP, List.of(entry), "asked the bank");
        Reading after = latest();

        assertThat(after.aside()).containsOnlyKeys(entry);
        assertThat(after.accounts()).isSameAs(before.accounts());

        book("bank");

        assertThat(latest().entries(Side.BANK)).isEqualTo(before.entries(Side.BANK) + 2);
    }

    @Test
    void theFirstLookReadsOnlyWhatTheLastRunLeftAndWhatWasBookedSince() {
        book("bank");
        book("1930");
        run();
        transactions.inTransaction(
                tx -> Sql.on(tx.connection(), "delete from recon_left_entry").update());
        book("bank");

        Reading first = transactions.reading(tx -> new Readings()
                .latest(tx.connection(), Groups.require(tx.connection(), GROUP))
                .reading());

        assertThat(first.open().bankRows()).isEqualTo(2);
        assertThat(first.open().size()).as("those of the last file alone").isEqualTo(2);
        assertThat(first.entries(Side.BANK)).isEqualTo(4);
    }

    @Test
    void aProofOfADayIsSummedUpAnew() {
        book("bank");
        open();
        transactions.inTransaction(tx ->
                Sql.on(tx.connection(), "update entry set amount = amount + 1").update());

        BigDecimal kept = service.standing(CALLER, GROUP, Optional.empty())
                .proof()
                .orElseThrow()
                .bankBalance();
        BigDecimal anew = service.standing(CALLER, GROUP, Optional.of(FIRST))
                .proof()
                .orElseThrow()
                .bankBalance();

        assertThat(anew).isEqualByComparingTo(kept.add(BigDecimal.valueOf(2)));
    }
}
