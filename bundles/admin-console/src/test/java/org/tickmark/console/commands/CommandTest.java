package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.SettingsEditor;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.setting.Settings;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class CommandTest {
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();

    private ExitCode run(List<? extends WorkbenchCommand> commands, String... words) {
        terminal.at(folder);
        return new Workbench().with(commands.toArray(WorkbenchCommand[]::new)).run(terminal, words);
    }

    private static Message text(String text) {
        return Message.verbatim(text);
    }

    @Nested
    class OfBooks {
        private final List<Unit> units = new ArrayList<>(List.of(new Unit("100", "Fjordlys AS", "", "NOK")));
        private final List<Account> accounts = new ArrayList<>();
        private final Books books = Partly.implemented(Books.class, new BooksMethods());

        /** What the commands call of the service. */
        public final class BooksMethods {
            Optional<Unit> unit(Caller caller, String code) {
                return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
            }

            void save(Caller caller, Unit unit) {
                units.removeIf(other -> other.code().equals(unit.code()));
                units.add(unit);
            }

            void removeUnit(Caller caller, String code) {
                units.removeIf(unit -> unit.code().equals(code));
            }

            Optional<Account> account(Caller caller, String unit, String code) {
                return accounts.stream()
                        .filter(account -> account.code().equals(code))
                        .findFirst();
            }

            Account save(Caller caller, Account account) {
                accounts.removeIf(other -> other.code().equals(account.code()));
                accounts.add(account);
                return account;
            }
        }

        @Test
        void aUnitIsAddedOnce() {
            assertThat(run(UnitCommands.of(books), "unit", "add", "200", "Ørret AB", "SEK"))
                    .isEqualTo(ExitCode.OK);
            assertThat(units).contains(new Unit("200", "Ørret AB", "", "SEK"));
            assertThat(run(UnitCommands.of(books), "unit", "add", "200", "Other", "EUR"))
                    .isEqualTo(ExitCode.FAILURE);
            assertThat(terminal.err()).endsWith("error: There is a unit 200 already — To change it: unit edit 200\n");
            assertThat(units).hasSize(2);
        }

        @Test
        void whatIsNotGivenStaysAsItIs() {
            run(UnitCommands.of(books), "unit", "edit", "100", "--organisation", "999888777");
            assertThat(units).containsExactly(new Unit("100", "Fjordlys AS", "999888777", "NOK"));
        }

        @Test
        void aUnitIsRemovedOnlyWithConsent() {
            terminal.answering("n");
            run(UnitCommands.of(books), "unit", "delete", "100");
            assertThat(terminal.questions()).containsExactly("Remove unit 100, Fjordlys AS? [y/N]");
            assertThat(units).hasSize(1);
            run(UnitCommands.of(books), "unit", "delete", "100", "--yes");
            assertThat(units).isEmpty();
        }

        @Test
        void aLedgerAccountIsFoundByItsCodeUnlessANumberIsGiven() {
            run(AccountCommands.of(books), "account", "add", "100", "1920", "Bank", "--side", "ledger");
            run(AccountCommands.of(books), "account", "add", "100", "bank", "Drift", "--iban", "no93 8601 1117 947");
            assertThat(accounts)
                    .containsExactly(
                            new Account(0, "100", "1920", Account.Side.LEDGER, AccountId.ledger("1920"), "NOK", "Bank"),
                            new Account(
                                    0,
                                    "100",
                                    "bank",
                                    Account.Side.BANK,
                                    AccountId.iban("NO9386011117947"),
                                    "NOK",
                                    "Drift"));
        }

        @Test
        void anAccountHasOneNumber() {
            assertThat(run(
                            AccountCommands.of(books),
                            "account",
                            "add",
                            "100",
                            "bank",
                            "Drift",
                            "--iban=NO1",
                            "--bban=2"))
                    .isEqualTo(ExitCode.USAGE);
            assertThat(accounts).isEmpty();
        }

        @Test
        void aUnitShownHasTheSameNamesForPrograms() {
            run(UnitCommands.of(books), "unit", "show", "100");
            assertThat(terminal.out()).isEqualTo("""
                            Code          100
                            Name          Fjordlys AS
                            Organisation  -
                            Currency      NOK
                            """);
            FakeTerminal program = new FakeTerminal();
            new Workbench()
                    .with(UnitCommands.of(books).toArray(WorkbenchCommand[]::new))
                    .run(program, "unit", "show", "100", "-o", "json");
            assertThat(program.out()).contains("\"code\": \"100\"").contains("\"organisation\": \"\"");
        }
    }

    @Nested
    class OfImports {
        private static final ThisNode NODE = new ThisNode("oslo", List.of());
        private static final OwnFolders OWN = Partly.answering(
                OwnFolders.class,
                "check",
                () -> List.of(new OwnFolders.FolderCheck("data.writable", false, text("read only"))));

        private final List<ImportDefinition> saved = new ArrayList<>();
        private Optional<RecordSource> nodes = Optional.empty();
        private List<FilePreview> previews = List.of();
        private ImportRun result = new ImportRun(List.of(), List.of(), List.of());
        private List<PathCheck> checks = List.of();
        private final Imports imports = Partly.implemented(Imports.class, new ImportsMethods());

        /** What the commands call of the service. */
        public final class ImportsMethods {
            Optional<ImportDefinition> definition(Caller caller, String name) {
                return saved.stream()
                        .filter(definition -> definition.name().equals(name))
                        .findFirst();
            }

            void save(Caller caller, ImportDefinition definition, boolean dryRun) {
                if (!dryRun) {
                    saved.clear();
                    saved.add(definition);
                }
            }

            void remove(Caller caller, String name, boolean dryRun) {
                assertThat(dryRun).isTrue();
            }

            List<Message> undoWouldUndo(Caller caller, long file) {
                return List.of(Message.verbatim("Match " + file), Message.verbatim("Match 8"));
            }

            long undo(Caller caller, long file, String reason, boolean dryRun) {
                assertThat(dryRun).isTrue();
                return 3;
            }

            Path requeue(Caller caller, long file, boolean dryRun) {
                return Path.of("/in/" + (dryRun ? "dry" : "wet"));
            }

            List<FilePreview> preview(
                    Caller caller, List<Path> files, ReadAs readAs, Progress progress, CancelToken cancel) {
                assertThat(files).allMatch(Path::isAbsolute).hasSameSizeAs(previews);
                return previews;
            }

            ImportRun run(Caller caller, ImportRequest request, Progress progress, CancelToken cancel) {
                return result;
            }

            List<Imports.Format> formats() {
                return List.of();
            }

            List<PathCheck> checkPaths(Caller caller, List<String> names) {
                return checks;
            }

            String exportText(Caller caller, List<String> names) {
                return "imports: []\n";
            }
        }

        @Test
        void aDefinitionIsAddedWithFoldersAsTheCallerSeesThem() {
            run(
                    ImportCommands.of(imports),
                    "import",
                    "add",
                    "bank-a",
                    "100",
                    "in",
                    "/archive",
                    "--pattern=*.xml",
                    "--option",
                    "a=b=c",
                    "--background",
                    "no");
            assertThat(saved).singleElement().satisfies(definition -> {
                assertThat(definition.source()).isEqualTo(folder.resolve("in").toString());
                assertThat(definition.archive()).isEqualTo("/archive");
                assertThat(definition.pattern()).isEqualTo("*.xml");
                assertThat(definition.options()).containsExactly(Map.entry("a", "b=c"));
                assertThat(definition.background()).isFalse();
            });
        }

        @Test
        void anEmptyValueTakesAwayWhatWasSet() {
            run(
                    ImportCommands.of(imports),
                    "import",
                    "add",
                    "a",
                    "1",
                    "in",
                    "out",
                    "--format=camt",
                    "--option=x=1",
                    "--account=1920");
            run(ImportCommands.of(imports), "import", "edit", "a", "--format=", "--option=x=", "--account=");
            assertThat(saved).singleElement().satisfies(definition -> {
                assertThat(definition.format()).isEmpty();
                assertThat(definition.options()).isEmpty();
                assertThat(definition.accounts()).isEmpty();
            });
        }

        @Test
        void previewsFollowTheContract() {
            previews = List.of(
                    new FilePreview(
                            "/x/may.xml",
                            "camt.053",
                            "UTF-8",
                            List.of(
                                    statement("SE1", "100.10", "-50.00", "50.1", List.of()),
                                    statement(
                                            "",
                                            null,
                                            "7.50",
                                            null,
                                            List.of(Problem.warning("E3.gap", text("A page is missing."))
                                                    .build()))),
                            List.of(),
                            Optional.empty()),
                    new FilePreview(
                            "/x/bad.xml",
                            "",
                            "",
                            List.of(),
                            List.of(),
                            Optional.of(Problem.error("E1.unknown", text("No format recognises the file."))
                                    .where("line 1")
                                    .found("PK")
                                    .expected("<Document")
                                    .advice(text("Unpack it."))
                                    .build())));
            assertThat(run(
                            ImportFileCommands.of(imports, OWN, NODE, nodes),
                            "import",
                            "preview",
                            "may.xml",
                            "bad.xml",
                            "-o",
                            "json"))
                    .isEqualTo(ExitCode.PARTLY);
            assertThat(terminal.out()).isEqualTo("""
                            [
                              {
                                "file": "may.xml",
                                "format": "camt.053",
                                "encoding": "UTF-8",
                                "statements": [
                                  {
                                    "account": "SE1",
                                    "currency": "SEK",
                                    "transactions": 2,
                                    "sum": "-50.00",
                                    "opening": "100.10",
                                    "closing": "50.1",
                                    "proof": "ok",
                                    "issues": []
                                  },
                                  {
                                    "account": null,
                                    "currency": "SEK",
                                    "transactions": 2,
                                    "sum": "7.50",
                                    "opening": null,
                                    "closing": null,
                                    "proof": "none",
                                    "issues": [
                                      {
                                        "code": "E3.gap",
                                        "severity": "warning",
                                        "what": "A page is missing.",
                                        "where": null,
                                        "found": null,
                                        "expected": null,
                                        "advice": null
                                      }
                                    ]
                                  }
                                ],
                                "error": null
                              },
                              {
                                "file": "bad.xml",
                                "format": null,
                                "encoding": null,
                                "statements": [],
                                "error": {
                                  "code": "E1.unknown",
                                  "what": "No format recognises the file.",
                                  "where": "line 1",
                                  "found": "PK",
                                  "expected": "<Document",
                                  "advice": "Unpack it."
                                }
                              }
                            ]
                            """);
            assertThat(terminal.err())
                    .contains("warning: may.xml: A page is missing.")
                    .contains("error: bad.xml, line 1: No format recognises the file — found PK");
        }

        private FilePreview.Statement statement(
                String account, String opening, String sum, String closing, List<Problem> problems) {
            StatementHeader header = StatementHeader.of(StatementHeader.Kind.STATEMENT, AccountId.iban(account), "SEK")
                    .build();
            StatementProof proof = new StatementProof(
                    Optional.ofNullable(opening).map(BigDecimal::new),
                    new BigDecimal(sum),
                    Optional.ofNullable(closing).map(BigDecimal::new),
                    2);
            return new FilePreview.Statement(header, proof, problems);
        }

        @ParameterizedTest
        @CsvSource({"IMPORTED, OK", "DUPLICATE, OK", "WAITING, OK", "REJECTED, PARTLY", "HELD, PARTLY"})
        void whatBecameOfFilesDecidesTheEnd(FileOutcome.Result became, ExitCode end) {
            result = new ImportRun(List.of(outcome(became)), List.of(), List.of());
            assertThat(run(ImportFileCommands.of(imports, OWN, NODE, nodes), "import", "run"))
                    .isEqualTo(end);
        }

        @Test
        void aFolderThatCannotBeUsedIsWorseThanAFile() {
            result = new ImportRun(
                    List.of(outcome(FileOutcome.Result.REJECTED)),
                    List.of(new PathCheck("bank-a", "100", "source.readable", false, text("/in is missing."))),
                    List.of());
            assertThat(run(ImportFileCommands.of(imports, OWN, NODE, nodes), "import", "run"))
                    .isEqualTo(ExitCode.PATH);
            assertThat(terminal.err())
                    .contains("error: bank-a, source.readable: /in is missing — See: import test-paths bank-a")
                    .endsWith("1 files, 3 new entries, 1 files rejected or held.\n");
        }

        private FileOutcome outcome(FileOutcome.Result became) {
            return new FileOutcome(
                    1_234_567, "bank-a", "100", "may.xml", "camt.053", became, 1, 3, 0, "may.xml", List.of());
        }

        @Test
        void aFailedPathTestEndsWithItsOwnCode() {
            checks = List.of(
                    new PathCheck("a", "1", "source.readable", true, text("3 files")),
                    new PathCheck("a", "1", "archive.set", false, text("no archive")));
            assertThat(run(ImportFileCommands.of(imports, OWN, NODE, nodes), "import", "test-paths", "--all"))
                    .isEqualTo(ExitCode.PATH);
            assertThat(terminal.err()).isEqualTo("2 checks, 1 failed.\n");
        }

        @Test
        void theTestOfAllPathsTakesTheOwnFoldersIn() {
            checks = List.of(new PathCheck("a", "1", "source.readable", true, text("3 files")));

            assertThat(run(ImportFileCommands.of(imports, OWN, NODE, nodes), "paths", "test", "-o", "csv"))
                    .isEqualTo(ExitCode.PATH);
            assertThat(terminal.out()).contains("oslo,,,data.writable").contains("oslo,a,1,source.readable");
            assertThat(terminal.err()).isEqualTo("2 checks, 1 failed.\n");
        }

        @Test
        void aPathTestSaysWhichNodesItWasNotMadeOn() {
            Column name = Column.text("name");
            Table all = Table.under(List.of(name)).row("bergen").row("oslo").build();
            nodes = Optional.of(new RecordSource() {
                @Override
                public List<Column> columns() {
                    return List.of(name);
                }

                @Override
                public Table list(Caller caller, RecordQuery query) {
                    return all;
                }
            });
            checks = List.of(new PathCheck("a", "1", "source.readable", true, text("3 files")));

            assertThat(run(ImportFileCommands.of(imports, OWN, NODE, nodes), "import", "test-paths", "-o", "csv"))
                    .isEqualTo(ExitCode.OK);
            assertThat(terminal.out()).contains("oslo,a,1,source.readable");
            assertThat(terminal.err()).contains("node oslo alone, not on: bergen");
        }

        @Test
        void aDryRunOfAChangeSaysWhatItWouldDoAndAsksNothing() {
            run(ImportCommands.of(imports), "import", "add", "a", "1", "in", "out", "--dry-run");
            assertThat(saved).isEmpty();
            run(ImportCommands.of(imports), "import", "add", "a", "1", "in", "out");
            run(ImportCommands.of(imports), "import", "edit", "a", "--pattern=*.x", "--dry-run");
            assertThat(saved).singleElement().satisfies(kept -> assertThat(kept.pattern())
                    .isEqualTo("*"));

            run(ImportCommands.of(imports), "import", "delete", "a", "--dry-run");
            run(ImportFileCommands.of(imports, OWN, NODE, nodes), "import", "undo", "7", "--reason=x", "--dry-run");
            run(ImportFileCommands.of(imports, OWN, NODE, nodes), "import", "requeue", "7", "--dry-run");
            assertThat(terminal.err())
                    .contains("import a can be removed", "of file 7, 3 entries would be", "2 matches undone")
                    .contains("put back to /in/dry");
            assertThat(terminal.out()).contains("Match 7", "Match 8");
        }

        @Test
        void aFileIsPutBackAndItsPlaceTold() {
            run(ImportFileCommands.of(imports, OWN, NODE, nodes), "import", "requeue", "1234567");
            assertThat(terminal.err()).isEqualTo("File 1234567 lies in /in/wet again; the next run takes it.\n");
        }

        @Test
        void labelsAndMarkersAreSetByWords() {
            run(ImportCommands.of(imports), "import", "add", "a", "1", "in", "out", "--label=vault", "--whole=marked");
            assertThat(saved).singleElement().satisfies(kept -> {
                assertThat(kept.labels()).containsExactly("vault");
                assertThat(kept.whole()).isEqualTo(ImportDefinition.Whole.MARKED);
            });
            run(ImportCommands.of(imports), "import", "edit", "a", "--label=");
            assertThat(saved).singleElement().satisfies(kept -> assertThat(kept.labels())
                    .isEmpty());
        }

        @Test
        void anExportGoesToAFileWholeAndToItsPlace() throws IOException {
            Files.writeString(folder.resolve("old.yaml"), "before");
            assertThat(run(ImportCommands.of(imports), "import", "export", "-O", "old.yaml"))
                    .isEqualTo(ExitCode.OK);
            assertThat(folder.resolve("old.yaml")).hasContent("imports: []");
            assertThat(folder).isDirectoryNotContaining("glob:**.part");
            assertThat(terminal.out()).isEmpty();
        }

        @Test
        void anExportIntoNowhereSaysSo() {
            assertThat(run(ImportCommands.of(imports), "import", "export", "-O", "missing/a.yaml"))
                    .isEqualTo(ExitCode.PATH);
            assertThat(terminal.err()).contains("Cannot write").contains("missing");
        }
    }

    @Nested
    class OfReconciliation {
        private List<GroupRun> runs = List.of();
        private Optional<Proof> proof = Optional.empty();
        private final List<ReconciliationRequest> requests = new ArrayList<>();
        private final Reconciliation reconciliation =
                Partly.implemented(Reconciliation.class, new ReconciliationMethods());

        /** What the commands call of the service. */
        public final class ReconciliationMethods {
            Optional<Group> group(Caller caller, String name) {
                return name.equals("bank")
                        ? Optional.of(new Group("bank", "100", List.of("b"), List.of("1920"), true, List.of()))
                        : Optional.empty();
            }

            List<GroupRun> run(Caller caller, ReconciliationRequest request, Progress progress, CancelToken cancel) {
                requests.add(request);
                return runs;
            }

            Reconciliation.Standing standing(Caller caller, String group, Optional<LocalDate> date) {
                return new Reconciliation.Standing(group(caller, group).orElseThrow(), proof, List.of(), 0);
            }

            long undoRun(Caller caller, long runId, String reason) {
                return runId;
            }

            String report(
                    Caller caller,
                    String group,
                    Optional<LocalDate> date,
                    Reconciliation.ReportFormat format,
                    Locale locale) {
                return format + " of " + group + " on " + date.orElse(null) + "\n";
            }
        }

        @Test
        void aRunShowsRulesAndProof() {
            runs = List.of(group(proof(List.of()), List.of()));
            assertThat(run(RecCommands.of(reconciliation), "rec", "run", "bank", "--as-of", "2026-05-31"))
                    .isEqualTo(ExitCode.OK);
            assertThat(requests)
                    .containsExactly(new ReconciliationRequest(
                            List.of("bank"), List.of(), List.of(), false, Optional.of(SUNDAY_31_MAY), false));
            assertThat(terminal.out()).isEqualTo("""
                            bank (unit 100): 4 entries matched, 1 open at the bank, 0 open in the ledger
                              by-reference  key  2 matches, 2 + 2 entries
                              Proof on 2026-05-31, NOK: it holds
                                Bank balance                                 1,250.50
                                Ledger balance                               1,000.00
                                Bank less ledger                               250.50
                                of this: difference of the opening balances      0.00
                                of this: open at the bank                      250.50
                                of this: open in the ledger                      0.00
                                of this: differences inside matches              0.00
                                Closing balance stated by the bank           1,250.50
                            """);
            assertThat(terminal.err()).isEqualTo("1 groups, 4 entries matched, 1 open.\n");
        }

        @Test
        void aFailedProofIsTheWorstEnd() {
            Problem failure = Problem.error("proof.bank", text("The bank states otherwise."))
                    .build();
            Problem error = Problem.error("rule.failed", text("A rule failed.")).build();
            runs = List.of(group(proof(List.of(failure)), List.of()), group(proof(List.of()), List.of(error)));
            assertThat(run(RecCommands.of(reconciliation), "rec", "run")).isEqualTo(ExitCode.PROOF_FAILED);
            assertThat(terminal.out()).contains("IT DOES NOT HOLD");
            assertThat(terminal.err())
                    .contains("error: bank: The bank states otherwise.")
                    .contains("error: bank: A rule failed.");
        }

        @Test
        void aProofThatDoesNotHoldEndsWithItsExitCode() {
            assertThat(run(RecCommands.of(reconciliation), "rec", "proof", "bank"))
                    .isEqualTo(ExitCode.OK);
            assertThat(terminal.out()).isEqualTo("bank\n  Nothing has been booked yet.\n");
            Problem failure = Problem.error("proof.bank", text("The bank states otherwise."))
                    .build();
            proof = Optional.of(proof(List.of(failure)));
            assertThat(run(RecCommands.of(reconciliation), "rec", "proof", "bank"))
                    .isEqualTo(ExitCode.PROOF_FAILED);
            assertThat(terminal.out()).contains("IT DOES NOT HOLD");
            assertThat(terminal.err()).contains("error: bank: The bank states otherwise.");
        }

        @Test
        void aGroupNobodyKnowsIsRefusedBeforeAnythingRuns() {
            assertThat(run(RecCommands.of(reconciliation), "rec", "run", "bank", "bnak"))
                    .isEqualTo(ExitCode.FAILURE);
            assertThat(requests).isEmpty();
        }

        @Test
        void undoingARunNeedsAReason() {
            assertThat(run(RecCommands.of(reconciliation), "rec", "undo", "-y")).isEqualTo(ExitCode.USAGE);
            assertThat(run(RecCommands.of(reconciliation), "rec", "undo", "1234", "-y"))
                    .isEqualTo(ExitCode.USAGE);
            assertThat(run(RecCommands.of(reconciliation), "rec", "undo", "1234", "-y", "--reason=test"))
                    .isEqualTo(ExitCode.OK);
            assertThat(terminal.err()).endsWith("Run 1234: 1,234 matches were undone.\n");
        }

        @Test
        void aReportIsPrintedAsItIsOrWrittenToAFile() {
            run(RecCommands.of(reconciliation), "rec", "report", "bank");
            assertThat(terminal.out()).isEqualTo("TEXT of bank on null\n");
            run(
                    RecCommands.of(reconciliation),
                    "rec",
                    "report",
                    "bank",
                    "--format=html",
                    "--as-of=2026-05-31",
                    "-O",
                    "r.html");
            assertThat(folder.resolve("r.html")).hasContent("HTML of bank on 2026-05-31");
        }
    }

    private static GroupRun group(Proof proof, List<Problem> problems) {
        return new GroupRun(
                17,
                "bank",
                "100",
                List.of(
                        new GroupRun.RuleCount("by-reference", "key", 2, 2, 2),
                        new GroupRun.RuleCount("by-amount", "one-one", 0, 0, 0)),
                1,
                0,
                Optional.of(proof),
                problems);
    }

    private static Proof proof(List<Problem> failures) {
        return new Proof(
                SUNDAY_31_MAY,
                "NOK",
                new BigDecimal("1250.5"),
                new BigDecimal("1000"),
                BigDecimal.ZERO,
                new BigDecimal("250.5"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Optional.of(new BigDecimal("1250.5")),
                Optional.empty(),
                failures);
    }

    @Nested
    class OfBatch {
        private final List<BatchRequest> requests = new ArrayList<>();
        private ExitCode ends = ExitCode.OK;
        private List<GroupRun> groups = List.of();
        private final Batch batch = Partly.implemented(Batch.class, new BatchMethods());

        /** What the commands call of the service. */
        public final class BatchMethods {
            BatchResult run(Caller caller, BatchRequest request, Progress progress, CancelToken cancel) {
                assertThat(caller.origin()).isEqualTo(Origin.BATCH);
                requests.add(request);
                return new BatchResult(
                        812,
                        ends,
                        new ImportRun(List.of(), List.of(), List.of()),
                        groups,
                        List.of(),
                        Duration.ofSeconds(48),
                        text("A: 3 files, run 812"));
            }
        }

        @Test
        void everythingSaidReachesTheBatch() {
            run(
                    BatchCommand.of(batch),
                    "batch",
                    "--all",
                    "--unit=100",
                    "--unit=200",
                    "--group=bank",
                    "--dry-run",
                    "--as-of=2026-05-31",
                    "--wait-lock=5m",
                    "--timeout=2h",
                    "--mail-wait=30s");
            assertThat(requests)
                    .containsExactly(new BatchRequest(
                            BatchRequest.Mode.ALL,
                            List.of("100", "200"),
                            List.of("bank"),
                            Optional.of(SUNDAY_31_MAY),
                            true,
                            Duration.ofMinutes(5),
                            Optional.of(Duration.ofHours(2)),
                            Duration.ofSeconds(30)));
        }

        @Test
        void theSummaryIsTheLastLineAndTheProofIsPrinted() {
            groups = List.of(group(proof(List.of()), List.of()));
            run(BatchCommand.of(batch), "batch", "--reconcile");
            assertThat(terminal.out()).contains("Proof on 2026-05-31, NOK: it holds");
            assertThat(terminal.err()).endsWith("A: 3 files, run 812\n");
        }

        @ParameterizedTest
        @CsvSource({"''", "--all --import", "--import --reconcile"})
        void aBatchIsOneOfThree(String options) {
            List<String> words = new ArrayList<>(List.of("batch"));
            words.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ", -1)));
            assertThat(run(BatchCommand.of(batch), words.toArray(String[]::new)))
                    .isEqualTo(ExitCode.USAGE);
            assertThat(requests).isEmpty();
        }

        @Test
        void nothingToDoAndOpenItemsAreToldOnlyWhereAsked() {
            assertThat(run(BatchCommand.of(batch), "batch", "--all")).isEqualTo(ExitCode.OK);
            assertThat(run(BatchCommand.of(batch), "batch", "--all", "--fail-on-empty"))
                    .isEqualTo(ExitCode.EMPTY);
            groups = List.of(group(proof(List.of()), List.of()));
            assertThat(run(BatchCommand.of(batch), "batch", "--all", "--fail-on-empty", "--fail-on-open"))
                    .isEqualTo(ExitCode.OPEN_ITEMS);
            ends = ExitCode.PARTLY;
            assertThat(run(BatchCommand.of(batch), "batch", "--all", "--fail-on-open"))
                    .isEqualTo(ExitCode.PARTLY);
        }
    }

    @Nested
    class OfDefinitions {
        private final List<String> calls = new ArrayList<>();
        private String wrong = "";

        /** What the four services have in common here. */
        public final class Part {
            private final String name;

            Part(String name) {
                this.name = name;
            }

            List<String> importText(Caller caller, String text, String from, boolean dryRun) {
                if (name.equals(wrong)) {
                    throw Problem.error("definition.invalid", text("The unit is unknown."))
                            .where(from + ":3")
                            .exception();
                }
                calls.add((dryRun ? "check " : "save ") + name);
                return List.of(name + "-1");
            }

            String exportText(Caller caller, List<String> names) {
                return name + "s: []\n";
            }
        }

        private List<Command> commands() {
            return DefinitionCommands.of(
                    Partly.implemented(Books.class, new Part("unit")),
                    Partly.implemented(Imports.class, new Part("import")),
                    Partly.implemented(Reconciliation.class, new Part("group")),
                    Partly.implemented(Tasks.class, new Part("task")));
        }

        @Test
        void everythingIsCheckedBeforeAnythingIsSaved() throws IOException {
            Files.writeString(folder.resolve("a.yaml"), "units: []");
            assertThat(run(commands(), "config", "apply", "a.yaml")).isEqualTo(ExitCode.OK);
            assertThat(calls)
                    .containsExactly(
                            "check unit",
                            "check import",
                            "check group",
                            "check task",
                            "save unit",
                            "save import",
                            "save group",
                            "save task");
            assertThat(terminal.err()).isEqualTo("4 definitions are saved.\n");
        }

        @Test
        void oneWrongPartLeavesAllAsItWas() throws IOException {
            Files.writeString(folder.resolve("a.yaml"), "units: []");
            wrong = "group";
            assertThat(run(commands(), "config", "apply", "a.yaml")).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(calls).containsExactly("check unit", "check import");
            assertThat(terminal.err()).isEqualTo("error: a.yaml:3: The unit is unknown.\n");
        }

        @Test
        void aDryRunSavesNothing() throws IOException {
            Files.writeString(folder.resolve("a.yaml"), "units: []");
            run(commands(), "config", "apply", "a.yaml", "--dry-run");
            assertThat(calls).noneMatch(call -> call.startsWith("save"));
        }

        @Test
        void aFileThatCannotBeReadSaysWhy() throws IOException {
            assertThat(run(commands(), "config", "apply", "missing.yaml")).isEqualTo(ExitCode.PATH);
            Files.write(folder.resolve("latin1.yaml"), new byte[] {(byte) 0xe5});
            assertThat(run(commands(), "config", "apply", "latin1.yaml")).isEqualTo(ExitCode.PATH);
            assertThat(terminal.err())
                    .contains("missing.yaml")
                    .contains("latin1.yaml")
                    .contains("UTF-8");
        }

        @Test
        void anExportHoldsAllParts() {
            run(commands(), "config", "export");
            assertThat(terminal.out()).isEqualTo("units: []\n\nimports: []\n\ngroups: []\n\ntasks: []\n");
        }
    }

    @Nested
    class OfTheRest {
        @Test
        void aSecretIsKeptAndItsValueCleared() {
            List<char[]> kept = new ArrayList<>();
            List<String> values = new ArrayList<>();
            Secrets secrets = Partly.implemented(Secrets.class, new SecretsMethods(kept, values));
            terminal.answering("s3cret");
            assertThat(run(SecretCommands.of(secrets), "config", "secret", "set", "mail.password"))
                    .isEqualTo(ExitCode.OK);
            assertThat(values).containsExactly("secret:mail.password=s3cret");
            assertThat(kept).singleElement().isEqualTo(new char[6]);
            assertThat(terminal.err()).doesNotContain("s3cret").contains("secret:mail.password");
            assertThat(run(SecretCommands.of(secrets), "config", "secret", "set"))
                    .isEqualTo(ExitCode.USAGE);
            assertThat(run(SecretCommands.of(secrets), "config", "secret", "set", "Mail Password"))
                    .isEqualTo(ExitCode.USAGE);
        }

        @Test
        void aSettingIsSetAndTakenOutAndTheEnvironmentIsTold() {
            List<String> set = new ArrayList<>();
            SettingsEditor editor = (caller, key, value) -> {
                set.add(key + "=" + value);
                return key.equals("mail.port")
                        ? new Settings.Value(key, "465", "env:TICKMARK_MAIL_PORT", "0..65535")
                        : new Settings.Value(key, value, "file:/etc/t.properties:7", "text");
            };
            assertThat(run(SettingCommands.of(editor), "config", "set", "batch.errorsTo", "kari@example.org"))
                    .isEqualTo(ExitCode.OK);
            assertThat(terminal.err()).contains("batch.errorsTo is set to \"kari@example.org\"");
            run(SettingCommands.of(editor), "config", "set", "mail.port", "25");
            assertThat(terminal.err()).contains("stays \"465\": env:TICKMARK_MAIL_PORT overrides it");
            run(SettingCommands.of(editor), "config", "unset", "batch.errorsTo");
            assertThat(set).containsExactly("batch.errorsTo=kari@example.org", "mail.port=25", "batch.errorsTo=");
        }

        @Test
        void settingsAreShownBySectionAndWithTheirOriginWhereAsked() {
            Settings settings = Partly.implemented(Settings.class, new SettingsMethods());
            run(ConfigCommands.of(settings), "config", "show", "store", "--origin", "-o", "csv");
            assertThat(terminal.out())
                    .isEqualTo("key,value,type,origin\r\nstore.url,jdbc:h2,text,env:TICKMARK_STORE_URL\r\n");
            assertThat(terminal.err())
                    .startsWith("warning: file:/etc/t.properties:7: No bundle knows the setting stor.url");
        }

        @Test
        void aPluginThatDoesNotRunSaysWhy() {
            Plugins plugins = Partly.answering(
                    Plugins.class,
                    "list",
                    () -> List.of(
                            new Plugins.Plugin(
                                    "org.tickmark.books", "1", Plugins.State.RUNNING, "", List.of(), text("")),
                            new Plugins.Plugin(
                                    "org.example.importer.pipe",
                                    "2",
                                    Plugins.State.UNRESOLVED,
                                    "pipe.jar",
                                    List.of(),
                                    text("needs org.tickmark.api.importer [2,3)"))));
            run(PluginCommands.of(plugins), "plugin", "why", "importer.pipe");
            assertThat(terminal.out()).isEqualTo("unresolved: needs org.tickmark.api.importer [2,3)\n");
            run(PluginCommands.of(plugins), "plugin", "list", "-o", "csv", "--no-headers");
            assertThat(terminal.out()).contains("org.example.importer.pipe").doesNotContain("org.tickmark.books");
            assertThat(run(PluginCommands.of(plugins), "plugin", "why", "nothing"))
                    .isEqualTo(ExitCode.FAILURE);
        }

        @Test
        void aBrokenAuditLogIsAFailure() {
            Audit whole = Partly.answering(Audit.class, "verify", List::of);
            Audit broken = Partly.answering(Audit.class, "verify", () -> List.of("books, record 7: changed"));
            assertThat(run(List.of(AuditCommands.verify(whole)), "audit", "verify"))
                    .isEqualTo(ExitCode.OK);
            assertThat(run(List.of(AuditCommands.verify(broken)), "audit", "verify"))
                    .isEqualTo(ExitCode.FAILURE);
            assertThat(terminal.err()).contains("error: books, record 7: changed");
        }

        @Test
        void recordsAreListedByConditionAndPageByPage() {
            List<RecordQuery> queries = new ArrayList<>();
            RecordSource source = new RecordSource() {
                @Override
                public List<Column> columns() {
                    return List.of(Column.integer("id"), Column.instant("at"));
                }

                @Override
                public Table list(Caller caller, RecordQuery query) {
                    queries.add(query);
                    return Table.under(columns())
                            .row(4L, Instant.EPOCH)
                            .row(5L, Instant.EPOCH)
                            .build();
                }
            };
            List<Command> commands = RecordCommands.of(() -> Map.of("entry", source));
            run(commands, "record", "list", "entry", "--where", "a=b=c", "--limit=2", "--after=3");
            assertThat(queries).containsExactly(new RecordQuery(Map.of("a", "b=c"), 2, "3"));
            assertThat(terminal.err()).isEqualTo("There may be more than these 2; go on with --after 5\n");
            assertThat(run(commands, "record", "list", "entry", "--where", "a")).isEqualTo(ExitCode.USAGE);
            assertThat(run(commands, "record", "list", "entry", "--limit=0")).isEqualTo(ExitCode.USAGE);
            assertThat(run(commands, "record", "list", "nothing")).isEqualTo(ExitCode.FAILURE);
            assertThat(terminal.err()).endsWith("There are no records called nothing — expected entry\n");
        }

        @Test
        void stoppingIsAsked() {
            List<String> stopped = new ArrayList<>();
            List<Command> commands = SystemCommands.of("Tickmark 0.1.0", () -> stopped.add("now"));
            run(commands, "sys", "version");
            assertThat(terminal.out()).isEqualTo("Tickmark 0.1.0\n");
            run(commands, "sys", "stop");
            assertThat(stopped).containsExactly("now");
        }
    }

    /** What the commands call of the secrets. */
    public record SecretsMethods(List<char[]> kept, List<String> values) {
        void keep(Caller caller, SecretRef reference, char[] value) {
            kept.add(value);
            values.add(reference + "=" + new String(value));
        }
    }

    /** What the commands call of the settings. */
    public static final class SettingsMethods {
        List<Settings.Value> all() {
            return List.of(
                    new Settings.Value("mail.host", "localhost", "default", "text"),
                    new Settings.Value("store.url", "jdbc:h2", "env:TICKMARK_STORE_URL", "text"));
        }

        List<Settings.Value> unknown() {
            return List.of(new Settings.Value("stor.url", "x", "file:/etc/t.properties:7", ""));
        }
    }
}
