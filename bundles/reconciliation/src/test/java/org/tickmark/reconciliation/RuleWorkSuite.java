package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupVersion;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.KnownKind;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleChange;
import org.tickmark.api.host.reconciliation.RuleChange.What;
import org.tickmark.api.host.reconciliation.RuleEdit;
import org.tickmark.api.host.reconciliation.RuleProposal;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.host.reconciliation.WhatIf.Difference;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What work with rules promises, on either database. */
abstract class RuleWorkSuite {
    private static final String GROUP = "bank-1930";
    private static final Rule REFERENCE = new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of());
    private static final Rule WIDER =
            new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of("after", "40", "before", "5"));
    private static final Rule PARTY = new Rule("party", "one-one", Rule.State.AUTOMATIC, Map.of("key", "counterparty"));

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private Transactions transactions;
    private Company company;
    private ReconciliationService service;
    private HandWork work;
    private RuleDesk desk;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    @BeforeEach
    void setUpFjord() {
        transactions = transactions();
        company = new Company(transactions, audit, events);
        service = new ReconciliationService(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        work = new HandWork(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        desk = new RuleDesk(
                transactions, AddedKinds.NONE, new Groups(transactions, AddedKinds.NONE, audit, events, clock));
        save(REFERENCE);
    }

    private void save(Rule... rules) {
        Group.WriteOffs writeOffs = new Group.WriteOffs(new BigDecimal("10"), new BigDecimal("100"));
        service.save(
                CALLER, new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, writeOffs, List.of(rules)));
        clock.advance(Duration.ofMinutes(1));
    }

    private List<Rule> rules() {
        return service.group(CALLER, GROUP).orElseThrow().rules();
    }

    /** Three payments by reference, the second a month late; one by name. */
    private void bookWinter() {
        company.book(
                "bank",
                "2026-01-01",
                "2026-02-28",
                null,
                null,
                entry("2026-01-12", "100.00", "1234574"),
                entry("2026-02-20", "200.00", "100000199"),
                entry("2026-01-14", "300.00", "Alm Bygg", "Betalning"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-02-28",
                null,
                null,
                entry("2026-01-10", "100.00", "1234574"),
                entry("2026-01-20", "200.00", "100000199"),
                entry("2026-01-12", "300.00", "Alm Bygg", "Faktura"));
    }

    private long bank(String amount) {
        return company.entryId(amount, Side.BANK);
    }

    private long ledger(String amount) {
        return company.entryId(amount, Side.LEDGER);
    }

    private Match byHand(Optional<WriteOff> writeOff, long... entries) {
        List<HandMatch.Row> rows =
                java.util.Arrays.stream(entries).mapToObj(HandMatch.Row::of).toList();
        return work.match(CALLER, new HandMatch(GROUP, rows, writeOff, ""));
    }

    private WhatIf whatIf(List<Rule> before, List<Rule> after) {
        return desk.whatIf(CALLER, GROUP, before, after, Optional.empty(), Optional.empty(), CancelToken.NEVER);
    }

    // Kinds and saving

    @Test
    void knowsItsKindsWithWhatTheyMaySetInWords() {
        List<KnownKind> kinds = desk.kinds();

        assertThat(kinds).extracting(KnownKind::name).contains("chain", "one-one", "reversal");
        assertThat(kinds).allSatisfy(kind -> {
            assertThat(kind.summary().toString()).isNotEqualTo(kind.summary().id());
            assertThat(kind.parameters())
                    .allSatisfy(parameter -> assertThat(parameter.help().toString())
                            .isNotEqualTo(parameter.help().id()));
        });
    }

    @Test
    void savesOtherRulesAsANewVersionWithItsReason() {
        List<RuleChange> told = edit(OptionalInt.of(1), true, WIDER, PARTY);
        assertThat(rules()).containsExactly(REFERENCE);

        List<RuleChange> changes = edit(OptionalInt.of(1), false, WIDER, PARTY);

        assertThat(changes)
                .isEqualTo(told)
                .extracting(RuleChange::what, RuleChange::rule, RuleChange::field)
                .contains(tuple(What.CHANGED, "ocr", "after"), tuple(What.ADDED, "party", ""));
        assertThat(rules()).containsExactly(WIDER, PARTY);
        assertThat(desk.versions(CALLER, GROUP).get(0).reason()).isEqualTo("books late");
    }

    @Test
    void rulesThatSayTheSameAreNoVersion() {
        assertThat(edit(OptionalInt.empty(), false, REFERENCE)).isEmpty();
        assertThat(desk.versions(CALLER, GROUP)).hasSize(1);
    }

    @Test
    void whoIsSecondIsToldThatSomebodyElseHasSavedMeanwhile() {
        edit(OptionalInt.of(1), false, WIDER);

        assertThatThrownBy(() -> edit(OptionalInt.of(1), false, PARTY))
                .isInstanceOfSatisfying(TickmarkException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("rec.overtaken");
                    assertThat(refused.problem().found()).contains("2, " + CALLER.identity());
                });
        assertThat(rules()).containsExactly(WIDER);
    }

    @Test
    void rulesThatCannotBeSavedAreRefusedByADryRunToo() {
        Rule wrong = new Rule("ocr", "one-one", Rule.State.AUTOMATIC, Map.of("after", "soon"));

        assertThatThrownBy(() -> edit(OptionalInt.empty(), true, wrong))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("rec.invalid"));
        assertThatThrownBy(
                        () -> desk.save(CALLER, GROUP, new RuleEdit(List.of(WIDER), OptionalInt.empty(), " ", false)))
                .isInstanceOf(TickmarkException.class);
    }

    private List<RuleChange> edit(OptionalInt over, boolean dryRun, Rule... rules) {
        return desk.save(CALLER, GROUP, new RuleEdit(List.of(rules), over, "books late", dryRun));
    }

    // Versions

    @Test
    void keepsEveryStateThatAGroupWasSavedIn() {
        save(WIDER);
        save(WIDER, PARTY);

        List<GroupVersion> versions = desk.versions(CALLER, GROUP);

        assertThat(versions)
                .extracting(GroupVersion::number, GroupVersion::current, version -> version.group()
                        .rules())
                .containsExactly(
                        tuple(3, true, List.of(WIDER, PARTY)),
                        tuple(2, false, List.of(WIDER)),
                        tuple(1, false, List.of(REFERENCE)));
        assertThat(versions.get(0).savedBy()).isEqualTo(CALLER.identity());
        assertThat(versions.get(0).savedAt()).contains(clock.instant().minus(Duration.ofMinutes(1)));
        assertThat(versions.get(1).text()).contains("after: 40");
    }

    @Test
    void savingTheSameAgainIsNoVersion() {
        save(REFERENCE);
        assertThat(desk.versions(CALLER, GROUP)).hasSize(1);
    }

    @Test
    void aGroupFromBeforeVersionsWereKeptHasTheOneThatItIsIn() {
        transactions.inTransaction(
                tx -> Sql.on(tx.connection(), "delete from recon_group_version").update());
        assertThat(desk.versions(CALLER, GROUP))
                .extracting(GroupVersion::number, GroupVersion::savedAt)
                .containsExactly(tuple(1, Optional.empty()));
        save(WIDER);
        assertThat(desk.versions(CALLER, GROUP))
                .extracting(version -> version.group().rules())
                .containsExactly(List.of(WIDER), List.of(REFERENCE));
    }

    @Test
    void tellsWhatAVersionSaysOtherwise() {
        save(PARTY, WIDER);

        assertThat(desk.changes(CALLER, GROUP, 1, 2))
                .containsExactly(
                        new RuleChange(What.ADDED, "party", "", "", "one-one automatic key=counterparty"),
                        new RuleChange(What.CHANGED, "ocr", "after", "", "40"),
                        new RuleChange(What.CHANGED, "ocr", "before", "", "5"));
        assertThat(desk.changes(CALLER, GROUP, 2, 1))
                .extracting(RuleChange::what, RuleChange::rule)
                .startsWith(tuple(What.REMOVED, "party"));
        save(WIDER, PARTY);
        assertThat(desk.changes(CALLER, GROUP, 2, 3))
                .containsExactly(
                        new RuleChange(What.MOVED, "ocr", "position", "2", "1"),
                        new RuleChange(What.MOVED, "party", "position", "1", "2"));
    }

    @Test
    void restoresTheRulesOfAVersionAndLeavesAllElse() {
        save(WIDER, PARTY);
        Group changed = service.group(CALLER, GROUP).orElseThrow();
        service.save(
                CALLER,
                new Group(
                        GROUP, "fjord", changed.bank(), changed.ledger(), false, changed.writeOffs(), changed.rules()));

        desk.restore(CALLER, GROUP, 1, "the wider window matched too much");

        assertThat(rules()).containsExactly(REFERENCE);
        assertThat(service.group(CALLER, GROUP).orElseThrow().background()).isFalse();
        assertThat(desk.versions(CALLER, GROUP).get(0))
                .extracting(GroupVersion::number, GroupVersion::reason)
                .containsExactly(4, "the wider window matched too much");
    }

    @Test
    void refusesVersionsThatAreNotKeptAndRestoringWithoutAReason() {
        assertThatThrownBy(() -> desk.restore(CALLER, GROUP, 7, "why not"))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("no version 7");
        assertThatThrownBy(() -> desk.restore(CALLER, GROUP, 1, " ")).isInstanceOf(TickmarkException.class);
    }

    @Test
    void readsRulesFromTheirOwnTextAndFromThatOfAGroup() {
        String own = "rules:\n  - {name: ocr, kind: one-one, after: 40, before: 5}\n";
        assertThat(desk.rules(own, "rules.yaml")).containsExactly(WIDER);
        assertThat(desk.rules(service.exportText(CALLER, List.of(GROUP)), "group.yaml"))
                .containsExactly(REFERENCE);
        assertThat(desk.rules("template: with-differences\n", "rules.yaml")).isNotEmpty();
    }

    // What if

    @Test
    void tellsWhatOtherRulesWouldHaveGainedAndLost() {
        bookWinter();
        service.run(CALLER, everything(), Progress.NONE, CancelToken.NEVER);

        WhatIf gained = whatIf(List.of(REFERENCE), List.of(WIDER, PARTY));

        assertThat(gained)
                .extracting(WhatIf::entries, WhatIf::same, WhatIf::gained, WhatIf::lost, WhatIf::changed)
                .containsExactly(6L, 1L, 2L, 0L, 0L);
        assertThat(gained.before().matches()).isEqualTo(1);
        assertThat(gained.after().entries()).isEqualTo(6);
        assertThat(gained.examples())
                .extracting(WhatIf.Example::difference, WhatIf.Example::rule)
                .containsExactlyInAnyOrder(tuple(Difference.GAINED, "ocr"), tuple(Difference.GAINED, "party"));
        assertThat(gained.examples().get(0).entries())
                .extracting(WhatIf.Row::side)
                .containsExactly(Side.BANK, Side.LEDGER);
        assertThat(gained.examples().get(0).reasons()).isNotEmpty();
        assertThat(whatIf(List.of(WIDER, PARTY), List.of(REFERENCE)))
                .extracting(WhatIf::gained, WhatIf::lost)
                .containsExactly(0L, 2L);
        assertThat(service.matches(CALLER, GROUP)).hasSize(1);
    }

    private static ReconciliationRequest everything() {
        return new ReconciliationRequest(List.of(), List.of(), List.of(), false, Optional.empty(), false);
    }

    @Test
    void tellsWhatOtherRulesWouldHaveMatchedOtherwise() {
        company.book("bank", "2026-01-01", "2026-01-31", null, null, entry("2026-01-12", "100.00", "1234574"));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                null,
                null,
                entry("2026-01-10", "100.00", "1234574").text("Faktura"),
                entry("2026-01-11", "100.00", "1234574").text("Kontant"));
        Rule oldest = new Rule("a", "one-one", Rule.State.AUTOMATIC, Map.of("ambiguity", "oldest-first"));
        Rule near = new Rule("a", "one-one", Rule.State.AUTOMATIC, Map.of("after", "1"));

        WhatIf changed = whatIf(List.of(oldest), List.of(near));

        assertThat(changed)
                .extracting(WhatIf::gained, WhatIf::lost, WhatIf::changed)
                .containsExactly(0L, 0L, 1L);
        assertThat(changed.examples().get(0).difference()).isEqualTo(Difference.CHANGED);
    }

    @Test
    void holdsRulesAgainstWhatPeopleMatchedByHand() {
        bookWinter();
        byHand(Optional.empty(), bank("200.00"), ledger("200.00"));
        WhatIf whatIf = whatIf(List.of(REFERENCE), List.of(WIDER));
        assertThat(whatIf.before().asByHand()).isZero();
        assertThat(whatIf.after().asByHand()).isEqualTo(1);
        assertThat(whatIf.after().againstByHand()).isZero();
    }

    @Test
    void takesOnlyWhatWasBookedInThePeriod() {
        bookWinter();
        WhatIf january = desk.whatIf(
                CALLER,
                GROUP,
                List.of(REFERENCE),
                List.of(PARTY),
                Optional.of(LocalDate.parse("2026-01-11")),
                Optional.of(LocalDate.parse("2026-01-31")),
                CancelToken.NEVER);
        assertThat(january.entries()).isEqualTo(4);
        assertThat(january.before().matches()).isZero();
    }

    // Proposals

    /** Payments of one customer that come a month after the invoice, and each a little short. */
    private void bookLate(String... fees) {
        for (int i = 0; i < fees.length; i++) {
            BigDecimal invoice = new BigDecimal("100.00").add(BigDecimal.valueOf(7L * i));
            BigDecimal paid = invoice.subtract(new BigDecimal(fees[i]));
            company.book(
                    "1930",
                    "2026-01-0" + (i + 1),
                    "2026-01-0" + (i + 1),
                    null,
                    null,
                    entry("2026-01-0" + (i + 1), invoice.toPlainString(), "Berg Handel AB", "Faktura"));
            company.book(
                    "bank",
                    "2026-02-0" + (i + 1),
                    "2026-02-0" + (i + 1),
                    null,
                    null,
                    entry("2026-02-0" + (i + 1), paid.toPlainString(), "Berg Handel AB", "Betalning"));
        }
    }

    @Test
    void proposesARuleFromThreeMatchesByHandAndSwitchesNothingOn() {
        bookLate("0", "0", "0", "0");
        for (String amount : List.of("100.00", "107.00", "114.00")) {
            byHand(Optional.empty(), bank(amount), ledger(amount));
        }

        List<RuleProposal> proposals = desk.proposals(CALLER, GROUP, CancelToken.NEVER);

        assertThat(proposals).hasSize(1);
        RuleProposal proposal = proposals.get(0);
        assertThat(proposal.rule())
                .isEqualTo(new Rule(
                        "learned-one-one-counterparty",
                        "one-one",
                        Rule.State.SUGGEST,
                        Map.of("key", "counterparty", "before", "3", "after", "31")));
        assertThat(proposal.learnedFrom()).hasSize(3);
        assertThat(proposal.alike()).isEqualTo(3);
        assertThat(proposal.more()).isEqualTo(1);
        assertThat(proposal.examples().get(0).entries())
                .extracting(WhatIf.Row::entryId)
                .containsExactly(bank("121.00"), ledger("121.00"));
        assertThat(rules()).containsExactly(REFERENCE);
    }

    @Test
    void addsAProposedRuleWhereItSuggestsAndMatchesNothing() {
        bookLate("0", "0", "0", "0");
        for (String amount : List.of("100.00", "107.00", "114.00")) {
            byHand(Optional.empty(), bank(amount), ledger(amount));
        }
        RuleProposal proposal = desk.proposals(CALLER, GROUP, CancelToken.NEVER).get(0);

        desk.adopt(CALLER, GROUP, proposal.id());

        assertThat(rules()).containsExactly(REFERENCE, proposal.rule());
        service.run(CALLER, everything(), Progress.NONE, CancelToken.NEVER);
        assertThat(service.matches(CALLER, GROUP)).hasSize(3);
        assertThat(work.suggestions(CALLER, GROUP)).isNotEmpty();
        assertThatThrownBy(() -> desk.adopt(CALLER, GROUP, "0123456789"))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("is not proposed");
    }

    @Test
    void learnsWhatPeopleWroteOff() {
        bookLate("1.50", "2.00", "1.00");
        byHand(writeOff("-1.50"), bank("98.50"), ledger("100.00"));
        byHand(writeOff("-2.00"), bank("105.00"), ledger("107.00"));
        byHand(writeOff("-1.00"), bank("113.00"), ledger("114.00"));

        List<RuleProposal> proposals = desk.proposals(CALLER, GROUP, CancelToken.NEVER);

        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).rule().kind()).isEqualTo("one-one-tolerant");
        assertThat(proposals.get(0).rule().parameters())
                .containsEntry("lowest", "-2")
                .containsEntry("highest", "0")
                .containsEntry("difference", "fee");
    }

    private static Optional<WriteOff> writeOff(String amount) {
        return Optional.of(new WriteOff(WriteOff.Kind.FEE, new BigDecimal(amount)));
    }

    @Test
    void proposesNothingFromTwoNorWhatTheRulesMakeAlready() {
        bookLate("0", "0");
        byHand(Optional.empty(), bank("100.00"), ledger("100.00"));
        byHand(Optional.empty(), bank("107.00"), ledger("107.00"));
        assertThat(desk.proposals(CALLER, GROUP, CancelToken.NEVER)).isEmpty();
        bookLate("0", "0", "0");
        byHand(Optional.empty(), bank("114.00"), ledger("114.00"));
        save(new Rule("late", "one-one", Rule.State.AUTOMATIC, Map.of("key", "counterparty", "after", "40")));
        assertThat(desk.proposals(CALLER, GROUP, CancelToken.NEVER)).isEmpty();
    }

    @Test
    void proposesNoRuleThatWouldHaveMatchedOtherwiseThanPeopleDid() {
        bookLate("0", "0", "0");
        company.book(
                "1930",
                "2026-01-05",
                "2026-01-05",
                null,
                null,
                entry("2026-01-05", "100.00", "Berg Handel AB", "Faktura"));
        long first = transactions.reading(tx -> Sql.on(
                        tx.connection(),
                        "select min(entry_id) as id from books_entry_v1 where side = 'LEDGER' and amount = 100")
                .one(row -> row.number("id")));
        byHand(Optional.empty(), bank("100.00"), first);
        byHand(Optional.empty(), bank("107.00"), ledger("107.00"));
        byHand(Optional.empty(), bank("114.00"), ledger("114.00"));
        assertThat(desk.proposals(CALLER, GROUP, CancelToken.NEVER)).isEmpty();
    }

    @Test
    void standardRulesAreComparedAsWhatTheyStandFor() {
        assertThat(whatIf(List.of(), RuleList.standard()))
                .extracting(WhatIf::gained, WhatIf::lost, WhatIf::changed)
                .containsExactly(0L, 0L, 0L);
    }
}
