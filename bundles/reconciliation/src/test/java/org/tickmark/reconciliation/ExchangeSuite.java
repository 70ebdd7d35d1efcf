package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.JournalRequest;
import org.tickmark.api.host.reconciliation.JournalVoucher;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** Entries that were instructed in another currency, on either database. */
abstract class ExchangeSuite {
    private static final String GROUP = "bank-1930";
    private static final String OCR = "1234574";
    private static final Rule EURO = rule("euro", Map.of("amounts", "original"));

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private Company company;
    private ReconciliationService service;
    private HandWork work;
    private Groups groups;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    private static Rule rule(String name, Map<String, String> parameters) {
        Map<String, String> all =
                new HashMap<>(Map.of("lowest", "-500", "highest", "500", "cap", "500", "difference", "exchange"));
        all.putAll(parameters);
        return new Rule(name, "one-one-tolerant", Rule.State.AUTOMATIC, all);
    }

    @BeforeEach
    void setUpFjord() {
        Transactions transactions = transactions();
        company = new Company(transactions, audit, events);
        service = new ReconciliationService(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        work = new HandWork(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        groups = new Groups(transactions, AddedKinds.NONE, audit, events, clock);
    }

    private void save(Rule... rules) {
        Group.WriteOffs writeOffs = new Group.WriteOffs(new BigDecimal("10"), new BigDecimal("100"));
        service.save(
                CALLER, new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, writeOffs, List.of(rules)));
    }

    private static ImportedEntry.Builder euros(String day, String amount, String original) {
        return entry(day, amount, OCR).original(new BigDecimal(original), "EUR");
    }

    private void book(ImportedEntry.Builder bank, ImportedEntry.Builder ledger) {
        company.book("bank", "2026-01-01", "2026-01-31", null, null, bank);
        company.book("1930", "2026-01-01", "2026-01-31", null, null, ledger);
    }

    private void run() {
        service.run(
                CALLER,
                new ReconciliationRequest(List.of(GROUP), List.of(), List.of(), false, Optional.empty(), false),
                Progress.NONE,
                CancelToken.NEVER);
    }

    private List<Match> matches() {
        return service.matches(CALLER, GROUP);
    }

    // original amounts

    @Test
    void whatDiffersInKronorAloneIsMatchedProvenAndWrittenAsAVoucher() {
        save(EURO);
        book(euros("2026-01-12", "11512.34", "1000.00"), euros("2026-01-10", "11500.00", "1000.00"));
        run();

        Match match = matches().get(0);
        assertThat(match.difference()).isEqualByComparingTo("12.34");
        assertThat(match.evidence().toString())
                .contains("EUR 1,000.00 on both sides", "Bank 11,512.34, ledger 11,500.00: exchange difference 12.34");
        Proof proof = service.standing(CALLER, GROUP, Optional.empty()).proof().orElseThrow();
        assertThat(proof.ok()).isTrue();
        assertThat(proof.matchedDifference()).isEqualByComparingTo("12.34");
        List<JournalVoucher> vouchers = new JournalWork(transactions(), AddedKinds.NONE, groups, clock)
                .vouchers(
                        CALLER,
                        new JournalRequest(GROUP, JournalRequest.Content.DIFFERENCES, Map.of("exchange", "8330")));
        assertThat(vouchers).extracting(JournalVoucher::kind).containsExactly("exchange");
        assertThat(vouchers.get(0).lines())
                .containsExactly(
                        new JournalVoucher.Line("1930", new BigDecimal("12.34")),
                        new JournalVoucher.Line("8330", new BigDecimal("-12.34")));
    }

    @Test
    void whatIfTellsWhatSuchARuleWouldGain() {
        Rule booked = rule("euro", Map.of("lowest", "-1", "highest", "1"));
        save(booked);
        book(euros("2026-01-12", "11512.34", "1000.00"), euros("2026-01-10", "11500.00", "1000.00"));
        WhatIf told = new RuleDesk(transactions(), AddedKinds.NONE, groups)
                .whatIf(
                        CALLER,
                        GROUP,
                        List.of(booked),
                        List.of(EURO),
                        Optional.empty(),
                        Optional.empty(),
                        CancelToken.NEVER);
        assertThat(told.gained()).isEqualTo(1);
    }

    @Test
    void ofWhatIsLeftOfAnEntryNobodyKnowsHowMuchItIsInAnotherCurrency() {
        save(EURO);
        book(euros("2026-01-12", "11512.34", "1000.00"), euros("2026-01-10", "11500.00", "1000.00"));
        work.match(
                CALLER,
                new HandMatch(
                        GROUP,
                        List.of(HandMatch.Row.part(company.entryId("11512.34", Side.BANK), new BigDecimal("5.00"))),
                        Optional.of(new WriteOff(WriteOff.Kind.FEE, new BigDecimal("5.00"))),
                        ""));
        run();
        assertThat(matches()).hasSize(1);
    }
}
