package org.tickmark.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.message.Message;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

class DemoCommandTest {
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);
    private static final Unit COMPANY = new Unit("DEMO", "Ingenting AB", "", "SEK");
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir
    private Path folder;

    private Path data;
    private final List<Unit> units = new ArrayList<>();
    private final List<BatchRequest> nights = new ArrayList<>();
    private ExitCode nightEnds = ExitCode.OK;
    private long newEntries = 2;
    private Optional<Proof> proof = Optional.of(proof(List.of()));

    @BeforeEach
    void unpack() throws IOException {
        data = folder.resolve("my data");
        Path inbox = Files.createDirectories(folder.resolve("home/demo/inbox/bank"));
        Files.writeString(folder.resolve("home/demo/demo.yaml"), "units: []");
        Files.writeString(inbox.resolve("may.xml"), "<Document/>");
    }

    @Test
    void putsTheFilesWhereTheImportsFindThemOldEnoughToBeTaken() throws IOException {
        run(Locale.ENGLISH);
        Path delivered = data.resolve("inbox/bank/may.xml");
        assertThat(delivered).hasContent("<Document/>");
        assertThat(data.resolve("archive/bank")).isDirectory();
        assertThat(Files.getLastModifiedTime(delivered).toInstant()).isBefore(NOW.minus(Duration.ofMinutes(1)));
    }

    @Test
    void runsTheNightRunForTheCompanyAlone() {
        run(Locale.ENGLISH);
        assertThat(nights).singleElement().satisfies(night -> {
            assertThat(night.mode()).isEqualTo(BatchRequest.Mode.ALL);
            assertThat(night.units()).containsExactly("DEMO");
            assertThat(night.dryRun()).isFalse();
        });
    }

    @Test
    void tellsWhatWasMatchedWhatIsOpenAndTheProof() {
        String text = text(Locale.ENGLISH);
        assertThat(text)
                .contains("Ingenting AB")
                .contains("may.xml: 2 new rows\n")
                .contains("Matched: 4 of 5 rows")
                .containsPattern("reference +2 +2 +2 +two rows with the same reference")
                .containsPattern("bank +2026-05-29 +-385.00 +PRIS +nobody booked it")
                .containsPattern("balance at the bank +1,000.00 +as stated there")
                .containsPattern("explained +-385.00 +proven");
    }

    @Test
    void speaksNorwegianAndSwedish() {
        assertThat(text(Locale.forLanguageTag("nb")))
                .contains("Avstemt: 4 av 5 rader")
                .contains("bevist, til siste øre");
        assertThat(text(Locale.forLanguageTag("sv")))
                .contains("Avstämt: 4 av 5 rader")
                .contains("bevisat, till sista öret");
    }

    @Test
    void writesTheReportAndSaysWhere() {
        String text = text(Locale.ENGLISH);
        Path report = data.resolve("reports/bank-1930.html");
        assertThat(report).hasContent("<html></html>");
        assertThat(text).contains("The whole report: " + report);
    }

    @Test
    void namesCommandsThatCanBeTypedWhereTheCallerIs() {
        assertThat(text(Locale.ENGLISH)).contains("  home/bin/tickmark --data \"my data\" rec open bank-1930\n");
    }

    @Test
    void saysThatNothingWasNewTheSecondTime() {
        newEntries = 0;
        assertThat(text(Locale.ENGLISH))
                .contains("Nothing was new")
                .contains("may.xml: no new rows, 2 known already\n")
                .contains("Matched: 4 of 5 rows");
    }

    @Test
    void endsWellOnlyWithATrueProof() {
        assertThat(run(Locale.ENGLISH).exitCode()).isEqualTo(ExitCode.OK);

        proof = Optional.of(proof(List.of(Problem.error("proof.closing", Message.verbatim("does not agree"))
                .build())));
        assertThat(run(Locale.ENGLISH).exitCode()).isEqualTo(ExitCode.PROOF_FAILED);

        proof = Optional.empty();
        assertThat(run(Locale.ENGLISH).exitCode()).isEqualTo(ExitCode.PROOF_FAILED);
    }

    @Test
    void endsAsTheNightRunEndsWhenThatIsWorse() {
        nightEnds = ExitCode.CONFIGURATION;
        assertThat(run(Locale.ENGLISH).exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void refusesADirectoryWhereOtherBooksAreKept() {
        units.add(new Unit("100", "Real AB", "", "SEK"));
        assertThatThrownBy(() -> run(Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("demo.others"));
        assertThat(data).doesNotExist();
        assertThat(nights).isEmpty();
    }

    @Test
    void tellsProgramsTheSame() {
        Map<?, ?> document = (Map<?, ?>) run(Locale.ENGLISH).document().orElseThrow();
        assertThat(document.get("unit")).isEqualTo("DEMO");
        assertThat((List<?>) document.get("open")).hasSize(1);
        assertThat(((Map<?, ?>) document.get("proof")).get("ok")).isEqualTo(true);
    }

    // ---------------------------------------------------------------- fixture

    private String text(Locale locale) {
        return run(locale).text().orElseThrow();
    }

    private CommandResult run(Locale locale) {
        DemoFiles files = new DemoFiles(folder.resolve("home"), data, ManualClock.at(NOW));
        DemoCommand command = new DemoCommand(
                files,
                folder.resolve("home/bin/tickmark"),
                Partly.implemented(Books.class, new FakeBooks()),
                Partly.implemented(Imports.class, new FakeImports()),
                Partly.implemented(Reconciliation.class, new FakeReconciliation()),
                this::night);
        return command.run(Partly.implemented(CommandCall.class, new Call(locale)));
    }

    private BatchResult night(Caller caller, BatchRequest request, Progress progress, CancelToken cancel) {
        nights.add(request);
        FileOutcome.Result result = newEntries > 0 ? FileOutcome.Result.IMPORTED : FileOutcome.Result.DUPLICATE;
        FileOutcome file = new FileOutcome(
                1, "bank", "DEMO", "may.xml", "camt", result, 1, newEntries, 2 - newEntries, "", List.of());
        return new BatchResult(
                1,
                nightEnds,
                new ImportRun(List.of(file), List.of(), List.of()),
                List.of(),
                List.of(),
                Duration.ofSeconds(1),
                Message.verbatim("A: done"));
    }

    private static Proof proof(List<Problem> failures) {
        BigDecimal fee = new BigDecimal("-385.00");
        BigDecimal bank = new BigDecimal("1000.00");
        return new Proof(
                SUNDAY_31_MAY,
                "SEK",
                bank,
                bank.subtract(fee),
                BigDecimal.ZERO,
                fee,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Optional.of(bank),
                Optional.of(bank.subtract(fee)),
                failures);
    }

    /** Books that know the demo company once its definitions are imported. */
    final class FakeBooks {
        List<String> importText(Caller caller, String text, String from, boolean dryRun) {
            assertThat(text).isEqualTo("units: []");
            assertThat(from).endsWith("demo.yaml");
            if (!dryRun) {
                units.add(COMPANY);
            }
            return List.of(COMPANY.code());
        }

        List<Unit> units(Caller caller) {
            return units;
        }

        Optional<Unit> unit(Caller caller, String code) {
            return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
        }
    }

    /** One import of the company. */
    static final class FakeImports {
        List<String> importText(Caller caller, String text, String from, boolean dryRun) {
            return List.of("bank");
        }

        Optional<ImportDefinition> definition(Caller caller, String name) {
            return Optional.of(new ImportDefinition(
                    name,
                    "DEMO",
                    Optional.empty(),
                    List.of(),
                    "inbox/bank",
                    "*",
                    "archive/bank",
                    true,
                    ImportDefinition.Strictness.USUAL,
                    Map.of(),
                    List.of(),
                    ImportDefinition.Whole.SETTLED));
        }
    }

    /** A group with two matches and one open item. */
    final class FakeReconciliation {
        List<String> importText(Caller caller, String text, String from, boolean dryRun) {
            return List.of("bank-1930");
        }

        Reconciliation.Standing standing(Caller caller, String group, Optional<LocalDate> date) {
            OpenItem fee = new OpenItem(
                    9,
                    Account.Side.BANK,
                    "bank",
                    LocalDate.of(2026, 5, 29),
                    new BigDecimal("-385.00"),
                    new BigDecimal("-385.00"),
                    "SEK",
                    "",
                    "",
                    "PRIS",
                    2,
                    Message.verbatim("nobody booked it"),
                    "");
            Group open = new Group("bank-1930", "DEMO", List.of("bank"), List.of("1930"), true, List.of());
            return new Reconciliation.Standing(open, proof, List.of(fee), 2);
        }

        List<Match> matches(Caller caller, String group) {
            return List.of(match(1, 11, 21), match(2, 12, 22));
        }

        private Match match(long id, long bank, long ledger) {
            return new Match(
                    id,
                    1,
                    "bank-1930",
                    "reference",
                    SUNDAY_31_MAY,
                    NOW,
                    "os:kari",
                    List.of(bank),
                    List.of(ledger),
                    Map.of(),
                    BigDecimal.TEN,
                    BigDecimal.ZERO,
                    List.of());
        }

        byte[] report(Caller caller, ReportRequest request) {
            assertThat(request.format()).isEqualTo(Reconciliation.ReportFormat.HTML);
            return "<html></html>".getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A call from the folder above the distribution. */
    final class Call {
        private final Locale locale;

        Call(Locale locale) {
            this.locale = locale;
        }

        Caller caller() {
            return Caller.os("test", locale);
        }

        Path path(String given) {
            return folder.resolve(given);
        }

        Progress progress() {
            return Progress.NONE;
        }

        CancelToken cancel() {
            return CancelToken.NEVER;
        }
    }
}
