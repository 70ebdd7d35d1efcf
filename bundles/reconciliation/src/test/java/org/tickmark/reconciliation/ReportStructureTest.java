package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.books.BooksService;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What stands where in the report, also when a bank's text is hostile. */
class ReportStructureTest {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = migrated();
    private static final String HOSTILE = "</td><script>alert('x')</script>&\"";

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private ReconciliationService service;

    private static Transactions migrated() {
        DATABASE.migrate("org.tickmark.books", BooksService.class);
        return DATABASE.migrate("org.tickmark.reconciliation", ReconciliationService.class);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void reconcileJanuary() {
        Company company = new Company(TRANSACTIONS, audit, events);
        service = new ReconciliationService(TRANSACTIONS, AddedKinds.NONE, audit, events, clock);
        service.save(CALLER, new Group("bank-1930", "fjord", List.of("bank"), List.of("1930"), true, List.of()));
        company.book(
                "bank",
                "2026-01-01",
                "2026-01-31",
                "1000.00",
                "2200.00",
                entry("2026-01-12", "1250.00", "1234574"),
                entry("2026-01-20", "-50.00", HOSTILE, "=HYPERLINK(\"http://example.invalid\")"));
        company.book(
                "1930", "2026-01-01", "2026-01-31", "1000.00", "2250.00", entry("2026-01-10", "1250.00", "1234574"));
        service.run(
                CALLER,
                new ReconciliationRequest(List.of(), List.of(), List.of(), false, Optional.empty(), false),
                Progress.NONE,
                CancelToken.NEVER);
    }

    private String report(ReportFormat format) {
        return service.report(CALLER, "bank-1930", Optional.empty(), format, Locale.ENGLISH);
    }

    private Document page() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        String markup = report(ReportFormat.HTML).replaceFirst("<!DOCTYPE html>", "");
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
    }

    private static List<String> texts(Document page, String element) {
        NodeList nodes = page.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    @Test
    void thePageIsWellFormedAndHasItsSectionsInOrder() throws Exception {
        assertThat(texts(page(), "h2"))
                .containsExactly("Proof", "Matched, by rule", "Open items", "Matches (1)", "Statements used");
    }

    @Test
    void theProofShowsEveryNumberOfTheIdentity() throws Exception {
        assertThat(texts(page(), "td"))
                .containsSubsequence(
                        "Bank less ledger", "-50.00",
                        "Difference of the opening balances", "0.00",
                        "Open on the bank side", "-50.00",
                        "Open in the ledger, taken off", "0.00",
                        "Differences inside matches", "0.00",
                        "Explained", "-50.00",
                        "Unexplained", "✓ 0.00");
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Document page = page();

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(page, "td")).anyMatch(cell -> cell.contains(HOSTILE));
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        assertThat(report(ReportFormat.HTML)).doesNotContain("src=", "href=", "url(", "@import");
    }

    @Test
    void a14_rowsHoldNoFormula() {
        assertThat(report(ReportFormat.CSV).lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("\"'=HYPERLINK(\"\"http://example.invalid\"\")\""))
                .anyMatch(line -> line.contains(",-50.00,SEK,"));
    }

    @Test
    void jsonHoldsExactDecimalStringsInEveryLanguage() {
        String json =
                service.report(CALLER, "bank-1930", Optional.empty(), ReportFormat.JSON, Locale.forLanguageTag("nb"));

        assertThat(json)
                .contains("\"bank_balance\": \"2200.00\"", "\"ledger_open\": \"0.00\"", "\"amount\": \"-50.00\"")
                .contains("\"audit_head\": {");
    }
}
