package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.ImportState;
import org.tickmark.api.host.imports.ImportTrial;
import org.tickmark.api.host.imports.ImportedFile;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.testkit.host.Partly;

/** {@code import}, {@code paths}. */
class ImportCommandsTest extends CommandFixture {
    private static final ThisNode NODE = new ThisNode("oslo", List.of());
    private static final OwnFolders OWN = Partly.answering(
            OwnFolders.class,
            "check",
            () -> List.of(new OwnFolders.FolderCheck("data.writable", false, text("read only"))));

    private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");

    private final List<ImportDefinition> saved = new ArrayList<>();
    private Optional<RecordSource> nodes = Optional.empty();
    private List<FilePreview> previews = List.of();
    private ImportRun result = new ImportRun(List.of(), List.of(), List.of());
    private List<PathCheck> checks = List.of();
    private List<ServerFile> waiting = List.of();
    private List<ImportState> states = List.of();
    private List<Imports.Claim> claims = List.of();
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

        ImportTrial trial(Caller caller, ImportDefinition definition, int most, Progress progress, CancelToken cancel) {
            return new ImportTrial(checks, waiting, most > 0 ? result : new ImportRun(List.of(), List.of(), List.of()));
        }

        List<ImportState> states(Caller caller, List<String> names) {
            return states;
        }

        Optional<ImportedFile> file(Caller caller, long file) {
            return states.get(0).last().filter(last -> last.outcome().fileId() == file);
        }

        List<ServerFile> browse(Caller caller, Optional<Path> folder) {
            return folder.isEmpty() ? List.of(new ServerFile(Path.of("/inbox"), true, 0, MORNING)) : waiting;
        }

        Path makeFolder(Caller caller, Path folder, boolean dryRun) {
            assertThat(dryRun).isTrue();
            return Path.of("/data").resolve(folder);
        }

        List<Imports.Claim> claims(Caller caller, Path file) {
            return claims;
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

    private FileOutcome rejected() {
        Problem problem = Problem.error(
                        "E4.amount", Message.translated("No amount.", "Ikke noe beløp.", "Inget belopp."))
                .where("line 7")
                .found("abc")
                .expected("1 234,56")
                .advice(text("Correct it."))
                .build();
        return new FileOutcome(
                813,
                "bank-a",
                "100",
                "may.csv",
                "csv",
                FileOutcome.Result.REJECTED,
                0,
                0,
                0,
                "rejected/may.csv",
                List.of(problem));
    }

    @Test
    void aDryRunOfANewDefinitionTestsItsFoldersAndTriesTheFilesThatWait() {
        checks = List.of(new PathCheck("a", "1", "archive.there", false, text("/out is missing.")));
        waiting = List.of(new ServerFile(Path.of("/in/may.csv"), false, 12, MORNING));
        result = new ImportRun(List.of(rejected()), List.of(), List.of());

        assertThat(run(ImportCommands.of(imports), "import", "add", "a", "1", "in", "out", "--dry-run", "-o", "json"))
                .isEqualTo(ExitCode.PATH);
        assertThat(terminal.out())
                .contains("\"check\": \"archive.there\"", "\"ok\": false", "\"path\": \"/in/may.csv\"")
                .contains("\"files\": []");
        run(ImportCommands.of(imports), "import", "add", "a", "1", "in", "out", "--dry-run", "--try=5", "-o", "json");
        assertThat(terminal.out()).contains("\"result\": \"rejected\"", "\"found\": \"abc\"");
        assertThat(terminal.err()).contains("can be added. 1 file waits for it; 1 tried, 0 new entries.");
        assertThat(saved).isEmpty();
    }

    @Test
    void whatStandsAtAnImportIsToldAtAGlance() {
        run(ImportCommands.of(imports), "import", "add", "bank-a", "100", "in", "out");
        states = List.of(new ImportState(
                saved.get(0),
                List.of(),
                List.of(new ServerFile(Path.of("/in/june.csv"), false, 12, MORNING)),
                Optional.of(kept()),
                1));
        assertThat(run(ImportStateCommands.of(imports, ZoneOffset.UTC), "import", "status", "-o", "csv"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("bank-a,100,,1,1,2026-03-02T06:30:00Z,rejected,The folders work.,*,true");
    }

    private ImportedFile kept() {
        return new ImportedFile(rejected(), "UTF-8", 12, MORNING, Optional.of(MORNING), Optional.empty());
    }

    @Test
    void aFileTellsItsProblemsInTheLanguageOfWhoAsks() {
        run(ImportCommands.of(imports), "import", "add", "bank-a", "100", "in", "out");
        states = List.of(new ImportState(saved.get(0), List.of(), List.of(), Optional.of(kept()), 1));
        List<Command> commands = ImportStateCommands.of(imports, ZoneOffset.UTC);

        run(commands, "import", "file", "813", "-o", "json", "--lang", "nb");
        assertThat(terminal.out()).contains("\"what\": \"Ikke noe beløp.\"", "\"where\": \"line 7\"");
        assertThat(run(commands, "import", "file", "4")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("There is no file 4");
    }

    @Test
    void foldersThatAreOpenAreListedAndAddedTo() {
        waiting = List.of(new ServerFile(Path.of("/inbox/may.csv"), false, 12, MORNING));
        List<Command> commands = ImportStateCommands.of(imports, ZoneOffset.UTC);

        run(commands, "import", "folders", "-o", "csv");
        assertThat(terminal.out()).contains("/inbox,folder,,");
        run(commands, "import", "folders", "/inbox", "-o", "csv");
        assertThat(terminal.out()).contains("/inbox/may.csv,file,12,");
        run(commands, "import", "make-folder", "new", "--dry-run");
        assertThat(terminal.err()).contains("can be made");
    }

    @Test
    void aFileIsDetectedByTheFormatThatIsSurestOfIt() {
        List<Command> commands = ImportStateCommands.of(imports, ZoneOffset.UTC);
        run(commands, "import", "detect", "a");
        claims = List.of(new Imports.Claim("camt", 90));
        run(commands, "import", "detect", "a");
        claims = List.of(new Imports.Claim("camt", 90), new Imports.Claim("csv", 20));
        run(commands, "import", "detect", "a");
        claims = List.of(new Imports.Claim("ofx", 50), new Imports.Claim("qif", 50));
        run(commands, "import", "detect", "a");
        assertThat(terminal.err())
                .contains("No format recognises", "Recognised as camt, with a certainty of 90 of 100; no other")
                .contains("next comes csv with 20", "ofx and qif are equally sure");
    }
}
