package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
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

    @TempDir
    private Path folder;

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
        Company company = new Company(TRANSACTIONS, audit, events, clock);
        service = new ReconciliationService(TRANSACTIONS, AddedKinds.NONE, new Readings(), audit, events, clock);
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
        return report(ReportKind.RECONCILIATION, "bank-1930", format, Locale.ENGLISH);
    }

    private String report(ReportKind kind, String subject, ReportFormat format, Locale locale) {
        return new String(bytes(kind, subject, format, locale), StandardCharsets.UTF_8);
    }

    private byte[] bytes(ReportKind kind, String subject, ReportFormat format, Locale locale) {
        return service.report(CALLER, ReportRequest.of(kind, subject, format, locale));
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
    void thePageDrawsAgesAndRules() throws Exception {
        Document page = page();
        assertThat(texts(page, "title"))
                .containsExactly("Reconciliation of bank-1930", "Matched, by rule", "Open items");
        assertThat(texts(page, "text")).containsSubsequence("reference-sum", "2", "8–30", "0");
        assertThat(page.getElementsByTagName("rect").getLength()).isEqualTo(6);
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
        String json = report(ReportKind.RECONCILIATION, "bank-1930", ReportFormat.JSON, Locale.forLanguageTag("nb"));

        assertThat(json)
                .contains("\"bank_balance\": \"2200.00\"", "\"ledger_open\": \"0.00\"", "\"amount\": \"-50.00\"")
                .contains("\"audit_head\": {");
    }

    // what each kind consists of

    private long run() {
        return service.matches(CALLER, "bank-1930").get(0).runId();
    }

    @Test
    void openItemsAndMatchRateAreReportsOfTheirOwn() {
        assertThat(report(ReportKind.OPEN_ITEMS, "bank-1930", ReportFormat.TEXT, Locale.ENGLISH))
                .startsWith("Open items of bank-1930, by age\n")
                .contains("8–30")
                .doesNotContain("Matched, by rule");
        assertThat(report(ReportKind.MATCH_RATE, "bank-1930", ReportFormat.HTML, Locale.ENGLISH))
                .contains("Matched in bank-1930, by rule", "66.6 %")
                .doesNotContain("Open on the bank side (");
        assertThat(report(ReportKind.MATCH_RATE, "bank-1930", ReportFormat.CSV, Locale.ENGLISH)
                        .lines())
                .anyMatch(line -> line.startsWith("reference,one-one,automatic,0,0,2,0,1,"))
                .anyMatch(line -> line.startsWith("reference-sum,key-zero,automatic,1,1,2,1,1,1250.00,"));
    }

    @Test
    void aRunTellsWhatItMatchedAsFarAsItStands() {
        String id = Long.toString(run());
        assertThat(report(ReportKind.RUN, id, ReportFormat.TEXT, Locale.ENGLISH))
                .startsWith("Run " + id + " of bank-1930\n")
                .contains("One match was made; one stands", "1234574");
        service.undoRun(CALLER, run(), "a test");
        assertThat(report(ReportKind.RUN, id, ReportFormat.TEXT, Locale.ENGLISH))
                .contains("One match was made; none stands")
                .doesNotContain("1234574");
    }

    @Test
    void refusesARunThatIsNone() {
        assertThatThrownBy(() -> bytes(ReportKind.RUN, "bank-1930", ReportFormat.TEXT, Locale.ENGLISH))
                .hasMessageContaining("There is no run bank-1930.");
    }

    // workbooks

    private Map<String, String> workbook(ReportKind kind, Locale locale) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("report.xlsx"), bytes(kind, "bank-1930", ReportFormat.XLSX, locale));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(part.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    @Test
    void aWorkbookHasASheetForEachTableWithExactAmountsAndDays() throws IOException {
        Map<String, String> workbook = workbook(ReportKind.RECONCILIATION, Locale.ENGLISH);
        assertThat(workbook.get("xl/workbook.xml"))
                .contains("\"Report\"", "\"Accounts\"", "\"Matched, by rule\"", "\"Open on the bank side (1)\"");
        assertThat(String.join("", workbook.values()))
                .contains("<v>-50.00</v>", "<v>1250.00</v>")
                .doesNotContain("<f>");
    }

    @Test
    void inAWorkbookAFormulaIsAText() throws IOException {
        String texts = workbook(ReportKind.OPEN_ITEMS, Locale.ENGLISH).get("xl/sharedStrings.xml");
        assertThat(texts.replace("&quot;", "\"")).contains("=HYPERLINK(\"http://example.invalid\")");
    }

    // paper

    private String paper(ReportKind kind, Locale locale) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(kind, "bank-1930", ReportFormat.PDF, locale))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void paperSaysWhatThePageSays() throws IOException {
        assertThat(paper(ReportKind.RECONCILIATION, Locale.ENGLISH))
                .contains("Reconciliation of bank-1930", "Bank less ledger -50.00", "√ 0.00", "Matches (1)", "1 / ")
                .contains("=HYPERLINK(\"http://example.invalid\")");
    }

    @Test
    void paperHasTheLettersOfTheNorth() throws IOException {
        assertThat(paper(ReportKind.OPEN_ITEMS, Locale.forLanguageTag("nb")))
                .contains("Åpne poster i bank-1930, etter alder", "-50,00");
    }

    @Test
    void aStatementOnPaperPrintsAgainByteForByte() {
        clock.advance(Duration.ofDays(1));
        Instant moment = clock.instant();
        ReportRequest statement = ReportRequest.of(ReportKind.STATEMENT, "bank-1930", ReportFormat.PDF, Locale.ENGLISH)
                .knownAt(Optional.of(moment));
        byte[] first = service.report(CALLER, statement);
        clock.advance(Duration.ofDays(1));
        assertThat(service.report(CALLER, statement)).isEqualTo(first);
    }
}
