package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
import org.tickmark.api.host.reconciliation.JournalRequest.Content;
import org.tickmark.api.host.reconciliation.JournalVoucher;
import org.tickmark.api.host.reconciliation.Journals.Format;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What is missing in the ledger is written as vouchers, and joins what they were written for when they are booked; on either database. */
abstract class JournalSuite {
    private static final String GROUP = "bank-1930";

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private Company company;
    private ReconciliationService service;
    private HandWork work;
    private PeriodWork periods;
    private JournalWork journals;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    /** A payment that is short of its invoice by 0.20, and a fee that the bank alone knows of. */
    @BeforeEach
    void setUpFjord() {
        Transactions transactions = transactions();
        company = new Company(transactions, audit, events);
        service = new ReconciliationService(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        work = new HandWork(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        periods = new PeriodWork(transactions, AddedKinds.NONE, audit, events, clock);
        Groups groups = new Groups(transactions, AddedKinds.NONE, audit, events, clock);
        journals = new JournalWork(transactions, AddedKinds.NONE, groups, clock);
        Rule fees = new Rule(
                "fees", "explain", Rule.State.AUTOMATIC, Map.of("words", "avgift", "as", "fee", "account", "6570"));
        Group.WriteOffs writeOffs = new Group.WriteOffs(new BigDecimal("1"), new BigDecimal("10"));
        service.save(
                CALLER, new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, writeOffs, List.of(fees)));
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "950.30",
                entry("2026-01-12", "999.80", "Alm Bygg", "Insättning"),
                entry("2026-01-31", "-49.50", "", "Bankavgift \"små\""));
        company.book(
                "1930",
                "2026-01-01",
                "2026-01-31",
                "0.00",
                "1000.00",
                entry("2026-01-10", "1000.00", "Alm Bygg", "Faktura"));
    }

    private Match writtenOff() {
        return work.match(
                CALLER,
                new HandMatch(
                        GROUP,
                        List.of(
                                HandMatch.Row.of(company.entryId("999.8", Side.BANK)),
                                HandMatch.Row.of(company.entryId("1000", Side.LEDGER))),
                        Optional.of(new WriteOff(WriteOff.Kind.ROUNDING, new BigDecimal("-0.20"))),
                        ""));
    }

    private static JournalRequest journal(Content content) {
        return new JournalRequest(GROUP, content, Map.of("rounding", "3740"));
    }

    private void run(boolean dryRun) {
        service.run(
                CALLER,
                new ReconciliationRequest(List.of(GROUP), List.of(), List.of(), false, Optional.empty(), dryRun),
                Progress.NONE,
                CancelToken.NEVER);
    }

    private void bookInFebruary(String amount, String closing, String text) {
        company.book("1930", "2026-02-01", "2026-02-28", "1000.00", closing, entry("2026-02-02", amount, "", text));
    }

    private List<Match> matches() {
        return service.matches(CALLER, GROUP);
    }

    private Proof proof() {
        return service.standing(CALLER, GROUP, Optional.empty()).proof().orElseThrow();
    }

    private List<String> open() {
        return service.standing(CALLER, GROUP, Optional.empty()).open().stream()
                .map(OpenItem::amount)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    // writing

    @Test
    void writesDifferencesAndExplainedEntriesAsVouchersThatSumToNought() {
        Match match = writtenOff();
        List<JournalVoucher> vouchers = journals.vouchers(CALLER, journal(Content.ALL));

        assertThat(vouchers).extracting(JournalVoucher::kind).containsExactly("rounding", "fee");
        assertThat(vouchers.get(0).reference()).isEqualTo("TICKMARK-M" + match.id());
        assertThat(vouchers.get(0).lines())
                .containsExactly(
                        new JournalVoucher.Line("1930", new BigDecimal("-0.20")),
                        new JournalVoucher.Line("3740", new BigDecimal("0.20")));
        assertThat(vouchers.get(1).date()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(vouchers.get(1).lines())
                .extracting(JournalVoucher.Line::account)
                .containsExactly("1930", "6570");
        assertThat(journals.vouchers(CALLER, journal(Content.PROPOSED))).containsExactly(vouchers.get(1));
        assertThat(journals.vouchers(CALLER, journal(Content.DIFFERENCES))).containsExactly(vouchers.get(0));
    }

    @Test
    void writesTheFileThatLedgersRead() {
        long fee = company.entryId("-49.5", Side.BANK);
        String text = "TICKMARK-E" + fee + " fee: Bankavgift \\\"små\\\"";
        assertThat(new String(journals.write(CALLER, journal(Content.PROPOSED), Format.SIE), Charset.forName("IBM437")))
                .isEqualTo(String.join(
                                "\r\n",
                                "#FLAGGA 0",
                                "#PROGRAM \"Tickmark\" \"0.1\"",
                                "#FORMAT PC8",
                                "#GEN 20260201",
                                "#SIETYP 4",
                                "#FNAMN \"Fjord Handel AB\"",
                                "#VALUTA SEK",
                                "#VER \"\" \"\" 20260131 \"" + text + "\"",
                                "{",
                                "#TRANS \"1930\" {} -49.50 20260131 \"" + text + "\"",
                                "#TRANS \"6570\" {} 49.50 20260131 \"" + text + "\"",
                                "}")
                        + "\r\n");
    }

    @Test
    void writesRowsWithDebitAndCredit() {
        long fee = company.entryId("-49.5", Side.BANK);
        assertThat(new String(journals.write(CALLER, journal(Content.PROPOSED), Format.CSV), StandardCharsets.UTF_8)
                        .lines())
                .containsExactly(
                        "reference,date,account,debit,credit,currency,kind,text",
                        "TICKMARK-E" + fee + ",2026-01-31,1930,,49.50,SEK,fee,\"TICKMARK-E" + fee
                                + " fee: Bankavgift \"\"små\"\"\"",
                        "TICKMARK-E" + fee + ",2026-01-31,6570,49.50,,SEK,fee,\"TICKMARK-E" + fee
                                + " fee: Bankavgift \"\"små\"\"\"");
    }

    @Test
    void asksForTheAccountThatNobodyNamed() {
        writtenOff();
        assertThatThrownBy(
                        () -> journals.vouchers(CALLER, new JournalRequest(GROUP, Content.ALL, Map.of("fee", "6570"))))
                .hasMessageContaining("No account of the ledger is given for rounding");
    }

    // coming back

    @Test
    void aDifferenceThatWasBookedJoinsItsMatch() {
        Match match = writtenOff();
        bookInFebruary("-0.20", "999.80", "TICKMARK-M" + match.id() + " rounding");
        run(false);

        Match joined = matches().get(0);
        assertThat(matches()).hasSize(1);
        assertThat(joined.ledger()).hasSize(2).contains(company.entryId("-0.2", Side.LEDGER));
        assertThat(joined.difference()).isZero();
        assertThat(joined.effective()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(joined.evidence())
                .extracting(Object::toString)
                .anyMatch(text -> text.contains("TICKMARK-M" + match.id()));
        assertThat(open()).containsExactly("-49.5");
        assertThat(proof().ok()).isTrue();
        assertThat(proof().matchedDifference()).isZero();
        assertThat(journals.vouchers(CALLER, journal(Content.DIFFERENCES))).isEmpty();
        assertThat(events.topics()).contains("reconciliation.match.joined");

        service.undoMatch(CALLER, joined.id(), "a test");
        assertThat(open()).containsExactlyInAnyOrder("999.8", "-49.5", "1000", "-0.2");
        assertThat(proof().ok()).isTrue();
    }

    @Test
    void anExplainedEntryThatWasBookedIsMatchedWithItOnce() {
        long fee = company.entryId("-49.5", Side.BANK);
        String text = "Voucher A 12: TICKMARK-E" + fee + " fee";
        company.book(
                "1930",
                "2026-02-01",
                "2026-02-28",
                "1000.00",
                "901.00",
                entry("2026-02-02", "-49.50", "", text),
                entry("2026-02-02", "-49.50", "", text + " again"));
        run(false);

        assertThat(matches()).singleElement().satisfies(match -> assertThat(match.bank())
                .containsExactly(fee));
        assertThat(open()).containsExactly("999.8", "1000", "-49.5");
        assertThat(proof().ok()).isTrue();
    }

    @Test
    void aPartOfAnEntryStaysAPartWhenItsMatchIsJoined() {
        long sale = company.entryId("1000", Side.LEDGER);
        Match match = work.match(
                CALLER,
                new HandMatch(
                        GROUP,
                        List.of(
                                HandMatch.Row.part(company.entryId("999.8", Side.BANK), new BigDecimal("600.00")),
                                HandMatch.Row.part(sale, new BigDecimal("600.50"))),
                        Optional.of(new WriteOff(WriteOff.Kind.ROUNDING, new BigDecimal("-0.50"))),
                        ""));
        bookInFebruary("-0.50", "999.50", "TICKMARK-M" + match.id());
        run(false);

        assertThat(matches()).singleElement().satisfies(joined -> {
            assertThat(joined.difference()).isZero();
            assertThat(joined.parts().get(sale)).isEqualByComparingTo("600.50");
        });
        assertThat(open()).containsExactly("399.8", "-49.5", "399.5");
        assertThat(proof().ok()).isTrue();
    }

    @Test
    void whatHasAnotherAmountStaysOpenAndADryRunJoinsNothing() {
        Match match = writtenOff();
        bookInFebruary("-0.30", "999.70", "TICKMARK-M" + match.id());
        run(false);
        assertThat(matches()).extracting(Match::id).containsExactly(match.id());

        company.book(
                "1930",
                "2026-03-01",
                "2026-03-31",
                "999.70",
                "999.50",
                entry("2026-03-02", "-0.20", "", "TICKMARK-M" + match.id()));
        run(true);
        assertThat(matches()).extracting(Match::id).containsExactly(match.id());
    }

    @Test
    void aMatchThatCountsOnALockedDayStaysAsItIs() {
        Match match = writtenOff();
        periods.lock(CALLER, GROUP, LocalDate.of(2026, 1, 31), "delivered");
        assertThat(journals.vouchers(CALLER, journal(Content.ALL)))
                .singleElement()
                .satisfies(fee -> assertThat(fee.date()).isEqualTo(LocalDate.of(2026, 2, 1)));
        bookInFebruary("-0.20", "999.80", "TICKMARK-M" + match.id());
        run(false);

        assertThat(matches()).extracting(Match::id).containsExactly(match.id());
        assertThat(open()).containsExactly("-49.5", "-0.2");
        assertThat(proof().ok()).isTrue();
    }
}
