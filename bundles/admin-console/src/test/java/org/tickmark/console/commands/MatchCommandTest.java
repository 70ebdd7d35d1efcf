package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.Imports.Format;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.host.reconciliation.FileMatching;
import org.tickmark.api.host.reconciliation.FileMatching.Row;
import org.tickmark.api.host.reconciliation.FilePair;
import org.tickmark.api.host.reconciliation.FileReconciliation;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.message.Message;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

class MatchCommandTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final List<FilePair> pairs = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<ReadAs> asked = new ArrayList<>();
    private Optional<Problem> unreadable = Optional.empty();
    private List<Problem> failures = List.of();

    @BeforeEach
    void putFilesDown() throws IOException {
        terminal.at(folder);
        Files.writeString(folder.resolve("bank.csv"), "bank");
        Files.writeString(folder.resolve("ledger.csv"), "ledger");
    }

    /** What the command calls of the imports. */
    public final class ImportsMethods {
        List<Format> formats() {
            return List.of(new Format("csv", "importer-csv", List.of(option("date"), option("decimal"))));
        }

        private FormatOption option(String name) {
            return new FormatOption(name, List.of(), "auto", Message.verbatim(name));
        }

        OpenedFile open(Caller caller, Path file, ReadAs readAs, Progress progress, CancelToken cancel) {
            asked.add(readAs);
            clock.advance(Duration.ofMillis(250));
            return new OpenedFile() {
                @Override
                public FilePreview preview() {
                    return new FilePreview(file.toString(), "csv", "UTF-8", List.of(), List.of(), unreadable);
                }

                @Override
                public Iterable<NumberedEntry> entries(int statement) {
                    return List.of();
                }

                @Override
                public void close() {
                    closed.add(file.getFileName().toString());
                }
            };
        }
    }

    /** What the command calls of the reconciliation. */
    public final class ReconciliationMethods {
        FileMatching match(Caller caller, FilePair files, Progress progress, CancelToken cancel) {
            pairs.add(files);
            clock.advance(Duration.ofMillis(125));
            return new Found();
        }
    }

    /** One match, one suggestion, one open row on each side. */
    private final class Found implements FileMatching {
        @Override
        public List<String> accounts(Side side) {
            return List.of(side == Side.BANK ? "" : "1930");
        }

        @Override
        public long rows(Side side) {
            return 2;
        }

        @Override
        public List<RuleCount> rules() {
            return List.of(
                    new RuleCount("reversal", "reversal", 0, 0, 0), new RuleCount("reference", "one-one", 1, 1, 1));
        }

        @Override
        public List<Match> matches() {
            return List.of(new Match(
                    1,
                    "reference",
                    List.of("B1"),
                    List.of("L1"),
                    new BigDecimal("10.5"),
                    BigDecimal.ZERO,
                    "SEK",
                    List.of(Message.verbatim("the same reference"))));
        }

        @Override
        public List<Suggestion> suggestions() {
            return List.of(new Suggestion(
                    "B2",
                    1,
                    List.of(row("B2", Side.BANK)),
                    List.of(row("L2", Side.LEDGER)),
                    new BigDecimal("-0.50"),
                    "SEK",
                    List.of(Message.verbatim("nearly the same"))));
        }

        @Override
        public List<Open> open() {
            return List.of(
                    new Open(row("B2", Side.BANK), 3, Message.verbatim("alone")),
                    new Open(row("L2", Side.LEDGER), 3, Message.verbatim("alone too")));
        }

        private Row row(String name, Side side) {
            return new Row(name, side, "", MONDAY, new BigDecimal("7"), "SEK", "R1", "Kvarn AB", "Faktura");
        }

        @Override
        public List<Proof> proofs() {
            BigDecimal nought = new BigDecimal("0.00");
            return List.of(new Proof(
                    MONDAY,
                    "SEK",
                    nought,
                    nought,
                    nought,
                    nought,
                    nought,
                    nought,
                    Optional.empty(),
                    Optional.empty(),
                    failures));
        }

        @Override
        public List<Problem> notes() {
            return List.of(Problem.info("match.account", Message.verbatim("Account 1930 was taken"))
                    .build());
        }

        @Override
        public String htmlReport(Locale locale) {
            clock.advance(Duration.ofMillis(40));
            return "<html/>";
        }

        @Override
        public String textReport(Locale locale) {
            return "text";
        }
    }

    @Test
    void tellsMatchesOpenRowsWithReasonsSuggestionsAndTheProof() {
        assertThat(match()).isEqualTo(ExitCode.OK);

        assertThat(terminal.out())
                .contains("1 match, of 2 rows of the bank and 2 of the ledger")
                .contains("reference", "B2", "alone", "L2", "alone too", "nearly the same")
                .contains("it holds")
                .doesNotContain("reversal");
        assertThat(terminal.err())
                .contains("Account 1930 was taken")
                .endsWith("1 match; open: 1 at the bank, 1 in the ledger; proven.\n");
        assertThat(closed).containsExactly("ledger.csv", "bank.csv");
    }

    @Test
    void keepsTheContractOfItsDocument() {
        match("-o", "json", "--report", "page.html");

        assertThat(terminal.out().replaceAll("\\s+", ""))
                .contains("\"rows\":{\"bank\":2,\"ledger\":2}")
                .contains("\"matches\":[{\"id\":1,\"rule\":\"reference\",\"bank\":[\"B1\"],\"ledger\":[\"L1\"],"
                        + "\"amount\":\"10.50\",\"difference\":\"0.00\",\"evidence\":[\"thesamereference\"]}]")
                .contains("\"suggestions\":[{\"for\":\"B2\",\"rank\":1,\"bank\":[\"B2\"],\"ledger\":[\"L2\"],"
                        + "\"difference\":\"-0.50\",\"reasons\":[\"nearlythesame\"]}]")
                .contains("\"open\":{\"bank\":[\"B2\"],\"ledger\":[\"L2\"]}")
                .contains("\"open_items\":{\"bank\":[{\"id\":\"B2\",")
                .contains("\"ledger\":[{\"id\":\"L2\",")
                .contains("\"proof\":{\"ok\":true,\"currencies\":[{\"date\":\"2026-01-05\"")
                .contains("\"seconds\":{\"read\":0.500,\"match\":0.125,\"write\":0.040}");
    }

    @Test
    void writesTheReportWhereItIsAsked() {
        match("--report", "page.html");
        match("--report", "page.txt");

        assertThat(folder.resolve("page.html")).hasContent("<html/>");
        assertThat(folder.resolve("page.txt")).hasContent("text");
        assertThat(terminal.out()).contains("Report: ");
    }

    @Test
    void readsEachFileAsTheSideThatItIsGivenForWithTheOptionsGivenForIt() {
        match("--bank-option", "date=dmy", "--bank-option", "decimal=comma", "--ledger-option", "date=ymd");

        assertThat(asked)
                .containsExactly(
                        new ReadAs(Optional.of(Kind.STATEMENT), Map.of("date", "dmy", "decimal", "comma")),
                        new ReadAs(Optional.of(Kind.LEDGER), Map.of("date", "ymd")));
    }

    @Test
    void refusesAnOptionThatNoFormatHasBeforeItReadsAnything() {
        assertThat(match("--bank-option", "datum=dmy")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("datum").contains("date, decimal");
        assertThat(closed).isEmpty();
    }

    @Test
    void refusesAReportThatItCannotWriteBeforeItReadsAnything() {
        assertThat(match("--report", "page.pdf")).isEqualTo(ExitCode.USAGE);
        assertThat(closed).isEmpty();
    }

    @Test
    void matchesNothingUnlessBothFilesAreReadWhole() {
        unreadable = Optional.of(Problem.error("E4.amount", Message.verbatim("An amount cannot be read"))
                .where("line 7")
                .build());

        assertThat(match("-o", "json")).isEqualTo(ExitCode.PARTLY);
        assertThat(pairs).isEmpty();
        assertThat(terminal.out()).contains("\"code\": \"E4.amount\"");
        assertThat(terminal.err()).contains("bank.csv, line 7").contains("Nothing was matched");
        assertThat(closed).containsExactly("ledger.csv", "bank.csv");
    }

    @Test
    void tellsAMissingFileByItsExitCode() throws IOException {
        Files.delete(folder.resolve("bank.csv"));
        unreadable = Optional.of(
                Problem.error("E1.file", Message.verbatim("Cannot be read")).build());

        assertThat(match()).isEqualTo(ExitCode.PATH);
    }

    @Test
    void tellsAProofThatDoesNotHold() {
        failures = List.of(Problem.error("rec.proof.stated", Message.verbatim("Does not add up"))
                .build());

        assertThat(match("--fail-on-open")).isEqualTo(ExitCode.PROOF_FAILED);
        assertThat(terminal.err()).contains("Does not add up").contains("NOT PROVEN");
    }

    @Test
    void tellsOpenRowsByTheExitCodeWhereAsked() {
        assertThat(match("--fail-on-open")).isEqualTo(ExitCode.OPEN_ITEMS);
    }

    @Test
    void handsOverTheRulesThatAreAskedFor() {
        match();
        match("--rules", "with-differences");

        assertThat(pairs)
                .extracting(FilePair::rules)
                .containsExactly(Optional.empty(), Optional.of("with-differences"));
    }

    @Test
    void handsOverTheAccountsThatAreAskedFor() {
        match("--bank-account", "NO93", "--ledger-account", "1930", "--ledger-account", "1940");

        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.bankAccounts()).containsExactly("NO93");
            assertThat(pair.ledgerAccounts()).containsExactly("1930", "1940");
        });
    }

    private ExitCode match(String... options) {
        List<String> words = new ArrayList<>(List.of("match", "bank.csv", "ledger.csv"));
        words.addAll(List.of(options));
        Command command = MatchCommand.of(
                Partly.implemented(Imports.class, new ImportsMethods()),
                Partly.implemented(FileReconciliation.class, new ReconciliationMethods()),
                clock);
        return new Workbench().with(command).run(terminal, words.toArray(String[]::new));
    }
}
