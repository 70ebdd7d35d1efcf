package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.ExchangeRate;
import org.tickmark.api.host.reconciliation.ExchangeRates.Change;
import org.tickmark.api.host.reconciliation.ExchangeRates.Choice;
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

    // rates

    private static final String RATES = """
            date;base;quote;rate;quantity
            2026-01-09;EUR;SEK;11.40;1
            2026-01-12;EUR;SEK;11.50;
            2026-01-12;JPY;SEK;6.84;100
            """;

    private RateDesk rates() {
        return new RateDesk(transactions(), audit, clock);
    }

    private Change importRates(String text, boolean dryRun) {
        return rates().importText(CALLER, "riksbanken", text, "rates.csv", dryRun);
    }

    private List<String> told(Choice choice) {
        return rates().rates(CALLER, choice).stream()
                .map(known -> known.rate().base() + " " + known.rate().date() + " "
                        + known.rate().rate().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void ratesAreImportedTwiceWithTheSameResultAndWrittenAsTheyAreRead() {
        assertThat(importRates(RATES, true)).isEqualTo(new Change(3, 0, 0));
        assertThat(rates().latest(CALLER)).isEmpty();
        assertThat(importRates(RATES, false)).isEqualTo(new Change(3, 0, 0));
        assertThat(importRates(RATES, false)).isEqualTo(new Change(0, 0, 3));
        assertThat(importRates(RATES.replace("11.50", "11.55"), false)).isEqualTo(new Change(0, 1, 2));
        assertThat(audit.actions()).containsSubsequence("rates.set", "rates.set");

        String text = rates().exportText(CALLER, Choice.all("riksbanken"));
        assertThat(text.lines())
                .containsExactly(
                        "date,base,quote,rate,quantity",
                        "2026-01-09,EUR,SEK,11.4,1",
                        "2026-01-12,EUR,SEK,11.55,1",
                        "2026-01-12,JPY,SEK,6.84,100");
        assertThat(importRates(text, false)).isEqualTo(new Change(0, 0, 3));
    }

    @Test
    void ofSeveralWhoSetTheSameRateAtOnceTheFirstAddsItAndTheOthersFindIt() throws Exception {
        ExchangeRate rate =
                new ExchangeRate("ecb", "EUR", "NOK", LocalDate.parse("2026-01-12"), new BigDecimal("11.51"), 1);
        List<Callable<Change>> callers = Collections.nCopies(
                4, () -> new RateDesk(transactions(), new RecordingAudit(), clock).set(CALLER, List.of(rate), false));

        List<Change> changes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            for (Future<Change> set : threads.invokeAll(callers)) {
                changes.add(set.get());
            }
        } finally {
            threads.shutdownNow();
        }

        Change found = new Change(0, 0, 1);
        assertThat(changes).containsExactlyInAnyOrder(new Change(1, 0, 0), found, found, found);
        assertThat(rates().rates(CALLER, Choice.all("ecb"))).hasSize(1);
    }

    @Test
    void ratesAreChosenByPairAndDayAndTakenOut() {
        importRates(RATES, false);
        assertThat(told(choice(Optional.of("EUR"), "2026-01-10"))).containsExactly("EUR 2026-01-12 11.5");
        assertThat(rates().latest(CALLER)).hasSize(2);

        assertThat(rates().remove(CALLER, choice(Optional.of("EUR"), "2026-01-10"), true))
                .isEqualTo(1);
        assertThat(rates().remove(CALLER, choice(Optional.of("EUR"), "2026-01-10"), false))
                .isEqualTo(1);
        assertThat(told(Choice.all("riksbanken"))).containsExactly("EUR 2026-01-09 11.4", "JPY 2026-01-12 6.84");
        assertThat(importRates(RATES, false)).isEqualTo(new Change(1, 0, 2));
        assertThatThrownBy(() -> told(Choice.all("ecb"))).hasMessageContaining("no table ecb");
    }

    private static Choice choice(Optional<String> base, String from) {
        return new Choice("riksbanken", base, Optional.empty(), Optional.of(LocalDate.parse(from)), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01;EUR;SEK;11.40;1",
                "2026-01-09;EURO;SEK;11.40;1",
                "2026-01-09;EUR;EUR;11.40;1",
                "2026-01-09;EUR;SEK;0;1",
                "2026-01-09;EUR;SEK;-1;1",
                "2026-01-09;EUR;SEK;11,40;1",
                "2026-01-09;EUR;SEK;11.40;0",
                "2026-01-09;EUR;SEK"
            })
    void aRowThatIsNoRateIsRefusedWithItsPlaceAndNothingIsSet(String row) {
        assertThatThrownBy(() -> importRates(RATES.replace("2026-01-12;JPY;SEK;6.84;100", row), false))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().where()).contains("rates.csv:4"));
        assertThat(rates().latest(CALLER)).isEmpty();
    }

    @Test
    void aRateToldTwiceOrColumnsWithoutNamesAreRefused() {
        assertThatThrownBy(() -> importRates(RATES + "2026-01-12;EUR;SEK;11.50;1\n", false))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> importRates("2026-01-12;EUR;SEK;11.50;1\n", false))
                .hasMessageContaining("names the columns");
    }

    @Test
    void whoMayOnlyReadSetsNoRate() {
        Caller reader = new Caller(
                CALLER.identity(),
                Set.of(Permission.RECONCILIATION_READ),
                CALLER.units(),
                CALLER.locale(),
                CALLER.origin());
        assertThatThrownBy(() -> rates().importText(reader, "riksbanken", RATES, "rates.csv", false))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void aRuleMatchesByTheRatesThatAreSetAndTheMatchKeepsThem() {
        save(rule("rates", Map.of("amounts", "converted", "rates", "riksbanken")));
        book(entry("2026-01-12", "11480.00", OCR), euros("2026-01-10", "11000.00", "1000.00"));
        run();
        assertThat(matches()).isEmpty();
        assertThat(reasons()).anyMatch(text -> text.contains("none between EUR and SEK for 2026-01-12"));

        importRates(RATES, false);
        assertThat(reasons()).noneMatch(text -> text.contains("riksbanken, which"));
        run();
        rates().remove(CALLER, Choice.all("riksbanken"), false);
        assertThat(matches().get(0).difference()).isEqualByComparingTo("480");
        assertThat(matches().get(0).evidence().toString())
                .contains("EUR 1,000.00 is 11,500.00 by table riksbanken: 1 EUR = 11.5 SEK on 2026-01-12");
    }

    private List<String> reasons() {
        return service.standing(CALLER, GROUP, Optional.empty()).open().stream()
                .map(item -> item.reason().toString())
                .toList();
    }
}
