package org.tickmark.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.ImportState;
import org.tickmark.api.host.imports.ImportTrial;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;
import org.tickmark.books.BooksService;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

class ImportsServiceTest {
    private static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);
    private static final String TEXT = """
        imports:
          - {name: day, unit: fjord, source: in/day, archive: archive, background: false}
          - {name: night, unit: fjord, source: in/night, archive: archive}
          - {name: nowhere, unit: alpin, source: in/nowhere, archive: archive}
          - {name: vault, unit: fjord, source: in/vault, archive: archive, labels: [vault, oslo]}
        """;

    @TempDir
    Path data;

    private final ManualClock clock = ManualClock.at("2126-11-04T08:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private final DatabaseFixture database = DatabaseFixture.h2();
    private Transactions transactions;
    private BooksService books;
    private String labels = "";
    private ImportsService imports;

    @BeforeEach
    void setUpDefinitions() throws IOException {
        Files.createDirectories(data.resolve("in/day"));
        Files.createDirectories(data.resolve("in/night"));
        Files.createDirectories(data.resolve("in/vault"));
        Files.createDirectories(data.resolve("archive"));
        Files.writeString(data.resolve("in/day/a.txt"), "no format knows this");
        Files.writeString(data.resolve("in/night/b.txt"), "no format knows this");
        database.migrate("org.tickmark.books", BooksService.class);
        transactions = database.migrate("org.tickmark.importers", ImportsService.class);
        books = new BooksService(transactions, audit, events, clock);
        books.save(CALLER, new Unit("fjord", "Fjord AS", "", "NOK"));
        books.save(CALLER, new Unit("alpin", "Alpin AB", "", "SEK"));
        start();
        imports.importText(CALLER, TEXT, "imports.yaml", false);
    }

    private void start() {
        imports = new ImportsService(
                data,
                transactions,
                books,
                audit,
                events,
                (name, patience, cancel) -> Optional.of(() -> {}),
                new Defaults(labels),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void runsWhatIsAskedForAndTellsOfFoldersThatDoNotWork() {
        ImportRun all = run(new ImportRequest(List.of(), List.of(), false, true));

        assertThat(all.files()).extracting(FileOutcome::definition).containsExactly("day", "night");
        assertThat(all.paths())
                .singleElement()
                .extracting(PathCheck::definition, PathCheck::check)
                .containsExactly("nowhere", "source.there");
    }

    @Test
    void runsByNameUnitAndBackground() {
        assertThat(run(new ImportRequest(List.of("day"), List.of(), false, true))
                        .files())
                .extracting(FileOutcome::definition)
                .containsExactly("day");
        assertThat(run(new ImportRequest(List.of(), List.of("fjord"), true, true))
                        .files())
                .extracting(FileOutcome::definition)
                .containsExactly("night");
    }

    @Test
    void leavesToNodesWithTheirLabelsWhatScheduledRunsWouldImport() {
        assertThat(run(new ImportRequest(List.of(), List.of("fjord"), true, true))
                        .elsewhere())
                .containsExactly("vault");
        assertThat(run(new ImportRequest(List.of("vault"), List.of(), false, true)))
                .satisfies(asked -> assertThat(asked.elsewhere()).isEmpty())
                .satisfies(asked -> assertThat(asked.failures()).isEmpty());
        labels = "oslo, vault bergen";
        start();
        assertThat(run(new ImportRequest(List.of(), List.of("fjord"), true, true))
                        .elsewhere())
                .isEmpty();
    }

    @Test
    void listsFilesAndDefinitionsAsRecords() {
        run(new ImportRequest(List.of("day"), List.of(), false, false));

        assertThat(new FileRecords(transactions)
                        .list(CALLER, RecordQuery.first(10).where("state", "REJECTED"))
                        .rows())
                .hasSize(1);
        assertThat(new ImportRecords(transactions)
                        .list(CALLER, RecordQuery.first(10).where("background", "true"))
                        .rows())
                .hasSize(3);
    }

    @Test
    void checksTheFoldersOfEveryDefinitionThatIsNamed() {
        assertThat(imports.checkPaths(CALLER, List.of("day", "night"))).allMatch(PathCheck::ok);
        assertThat(imports.checkPaths(CALLER, List.of("nowhere"))).anyMatch(check -> !check.ok());
    }

    @Test
    void saysOfADefinitionThatOtherNodesImportOnlyThatItIsTheirs() {
        assertThat(imports.checkPaths(CALLER, List.of()))
                .filteredOn(check -> check.definition().equals("vault"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.check()).isEqualTo("node.labels");
                    assertThat(check.ok()).isTrue();
                    assertThat(check.detail().text(Locale.ENGLISH)).contains("vault, oslo");
                });
        assertThat(imports.checkPaths(CALLER, List.of("vault"))).hasSizeGreaterThan(1);
    }

    @Test
    void previewsNeedNoSetUpButARight() {
        Path file = data.resolve("in/day/a.txt");
        Caller guest = new Caller("guest", Set.of(Permission.IMPORT_READ), Set.of(), Locale.ENGLISH, Origin.WEB);

        assertThat(imports.preview(CALLER, List.of(file), ReadAs.IT_SAYS, Progress.NONE, CancelToken.NEVER))
                .singleElement()
                .satisfies(preview -> assertThat(preview.error()).isPresent());
        assertThatThrownBy(
                        () -> imports.preview(guest, List.of(file), ReadAs.IT_SAYS, Progress.NONE, CancelToken.NEVER))
                .isInstanceOf(PermissionDenied.class);
    }

    private static Caller elsewhere(Permission... permissions) {
        return new Caller("user:ola", Set.of(permissions), Set.of(), Locale.ENGLISH, Origin.WEB);
    }

    private static ImportDefinition definition(String name, String source, String archive) {
        return new ImportDefinition(
                name,
                "fjord",
                Optional.empty(),
                List.of(),
                source,
                "*",
                archive,
                true,
                ImportDefinition.Strictness.USUAL,
                Map.of(),
                List.of(),
                ImportDefinition.Whole.SETTLED);
    }

    @Test
    void a16_whoIsElsewhereNamesFoldersAndFilesThatAreOpenAlone() throws IOException {
        Caller ola = elsewhere(Permission.ALL);
        Files.createDirectories(data.resolve("inbox"));
        Files.createSymbolicLink(data.resolve("inbox/out"), data.resolve("in"));
        for (String closed : List.of("in/day", "inbox/../in/day", "inbox/out/day", "/etc", "inboxes", "..")) {
            assertThatThrownBy(() -> imports.save(ola, definition("new", closed, "archive"), true))
                    .as(closed)
                    .hasMessageContaining("no folder that is open");
            assertThatThrownBy(() -> imports.save(ola, definition("new", "inbox/new", closed), true))
                    .as(closed)
                    .hasMessageContaining("no folder that is open");
            assertThatThrownBy(() -> imports.browse(ola, Optional.of(Path.of(closed))))
                    .as(closed)
                    .hasMessageContaining("no folder that is open");
            assertThatThrownBy(() -> imports.makeFolder(ola, Path.of(closed, "x"), false))
                    .as(closed)
                    .hasMessageContaining("no folder that is open");
            assertThatThrownBy(() -> imports.claims(ola, Path.of(closed, "a.txt")))
                    .as(closed)
                    .hasMessageContaining("no folder that is open");
            assertThatThrownBy(() -> imports.open(
                            ola, Path.of(closed, "a.txt"), ReadAs.IT_SAYS, Progress.NONE, CancelToken.NEVER))
                    .as(closed)
                    .hasMessageContaining("no folder that is open");
        }
        imports.save(ola, definition("new", "inbox/new", "archive/new"), true);
        imports.save(CALLER, definition("new", "in/day", "archive"), true);
    }

    @Test
    void aDefinitionThatStandsKeepsItsFoldersForWhoIsElsewhere() {
        Caller ola = elsewhere(Permission.ALL);
        imports.save(ola, definition("day", "in/day", "archive"), false);
        assertThatThrownBy(() -> imports.save(ola, definition("day", "in/day", "archive/other"), false))
                .hasMessageContaining("no folder that is open");
    }

    @Test
    void a09_whoIsElsewhereSeesNoFilesOfAnotherUnitsImport() throws IOException {
        Files.createDirectories(data.resolve("inbox/day"));
        Path file = Files.writeString(data.resolve("inbox/day/a.txt"), "no format knows this");
        imports.save(CALLER, definition("theirs", "inbox/day", "archive/day"), false);
        Caller ola = new Caller("user:ola", Set.of(Permission.ALL), Set.of("alpin"), Locale.ENGLISH, Origin.WEB);

        for (String closed : List.of("inbox/day", "archive/day", "archive/day/rejected")) {
            assertThatThrownBy(() -> imports.browse(ola, Optional.of(Path.of(closed))))
                    .as(closed)
                    .hasMessageContaining("no folder that is open");
        }
        assertThatThrownBy(() -> imports.claims(ola, file)).hasMessageContaining("no folder that is open");
        assertThat(imports.browse(ola, Optional.of(Path.of("inbox")))).hasSize(1);
        assertThat(imports.browse(elsewhere(Permission.ALL), Optional.of(Path.of("inbox/day"))))
                .hasSize(1);
    }

    @Test
    void foldersAreMadeAndListedByWhoMaySetUpImports() {
        Caller ola = elsewhere(Permission.IMPORT_EDIT);
        assertThat(imports.makeFolder(ola, Path.of("inbox/bank"), true)).doesNotExist();
        assertThat(imports.makeFolder(ola, Path.of("inbox/bank"), false)).isDirectory();
        assertThat(imports.browse(ola, Optional.empty()))
                .extracting(ServerFile::path)
                .containsExactly(data.resolve("inbox"), data.resolve("archive"));
        assertThat(imports.browse(ola, Optional.of(Path.of("inbox"))))
                .singleElement()
                .satisfies(found -> assertThat(found.folder()).isTrue());
        assertThatThrownBy(() -> imports.browse(elsewhere(Permission.IMPORT_READ), Optional.empty()))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void triesADefinitionThatIsNotSavedAndChangesNothing() throws IOException {
        Files.writeString(data.resolve("in/day/b.txt"), "nor this");
        ImportTrial trial = trial(definition("new", "in/day", "archive"), 1);

        assertThat(trial.paths()).allMatch(PathCheck::ok);
        assertThat(trial.waiting()).hasSize(2);
        assertThat(trial.run().files()).singleElement().satisfies(file -> assertThat(file.result())
                .isEqualTo(FileOutcome.Result.REJECTED));
        assertThat(data.resolve("in/day/a.txt")).exists();
        assertThat(imports.definition(CALLER, "new")).isEmpty();

        assertThat(trial(definition("new", "in/nowhere", "archive"), 1).paths()).anyMatch(check -> !check.ok());
    }

    private ImportTrial trial(ImportDefinition definition, int most) {
        return imports.trial(CALLER, definition, most, Progress.NONE, CancelToken.NEVER);
    }

    @Test
    void tellsHowDefinitionsStandAndWhatCameOfAFileInEveryLanguage() {
        assertThat(imports.states(CALLER, List.of("day")))
                .singleElement()
                .satisfies(state -> assertThat(state.waiting()).hasSize(1))
                .satisfies(state -> assertThat(state.last()).isEmpty());
        run(new ImportRequest(List.of("day"), List.of(), false, false));

        ImportState after = imports.states(CALLER, List.of("day")).get(0);
        assertThat(after.waiting()).isEmpty();
        assertThat(after.rejected()).isEqualTo(1);
        long id = after.last().orElseThrow().outcome().fileId();
        assertThat(imports.file(CALLER, id).orElseThrow().outcome().problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).startsWith("E2");
                    assertThat(problem.what().text(Locale.forLanguageTag("sv")))
                            .isNotEqualTo(problem.what().text(Locale.ENGLISH));
                    assertThat(problem.advice()).isPresent();
                });
        imports.requeue(CALLER, id, false);
        assertThat(imports.states(CALLER, List.of("day")).get(0).rejected()).isZero();
        assertThat(imports.file(CALLER, id + 1)).isEmpty();
    }

    private ImportRun run(ImportRequest request) {
        return imports.run(CALLER, request, Progress.NONE, CancelToken.NEVER);
    }

    /** Every setting at its default, but for the labels of the node. */
    private record Defaults(String labels) implements Settings {
        @Override
        public <T> T get(Setting<T> setting) {
            return setting.parse(setting.defaultText());
        }

        @Override
        public List<Value> all() {
            return List.of(new Value(ThisNode.LABELS, labels, "env:X", "text"));
        }

        @Override
        public List<Value> unknown() {
            return List.of();
        }
    }
}
