package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.message.Message;
import org.tickmark.books.BooksService;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What the pipeline promises, on either database. */
abstract class PipelineSuite {
    private static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);
    private static final String HEAD = "LINES NO9386011117947 NOK 2026-11-02 ";
    private static final String GOOD = HEAD + "100.00 150.50\n75.50 Kari\n-25.00 gebyr\n";
    private static final String OTHER_DAY = "LINES NO9386011117947 NOK 2026-11-03 150.50 160.50\n10.00 Ola\n";

    @TempDir
    Path folder;

    private final ManualClock clock = ManualClock.at("2026-11-04T08:00:00Z");
    private final Formats formats = new Formats();
    private Path source;
    private Path archive;
    private Books books;
    private Whole whole = Whole.SETTLED;

    /** The database of the subclass, with the tables of books and importers. */
    abstract Transactions transactions();

    @BeforeEach
    void setUpFjord() throws IOException {
        transactions().inTransaction(tx -> {
            for (String table : List.of(
                    "entry_detail",
                    "entry_source",
                    "entry",
                    "statement_source",
                    "statement",
                    "account",
                    "unit",
                    "import_file")) {
                Sql.on(tx.connection(), "DELETE FROM " + table).update();
            }
            return null;
        });
        source = Files.createDirectory(folder.resolve("in"));
        archive = Files.createDirectory(folder.resolve("archive"));
        formats.add("lines", "test", new LineImporter());
        books = books(transactions());
        books.save(CALLER, new Unit("fjord", "Fjord Eiendom AS", "", "NOK"));
        saveBank();
    }

    @Test
    void booksAFileAndArchivesItUnderDateDefinitionNameAndHash() throws IOException {
        put("a.txt", GOOD);

        FileOutcome outcome = one(run());

        assertThat(outcome.result()).isEqualTo(Result.IMPORTED);
        assertThat(outcome.entries()).isEqualTo(2);
        assertThat(outcome.archivedAs()).matches("2026-11-04_bank_a_[0-9a-f]{8}\\.txt");
        assertThat(files(archive)).containsExactly(outcome.archivedAs());
        assertThat(files(source)).isEmpty();
        assertThat(amounts()).containsExactly("-25", "75.5");
    }

    @Test
    void addsNothingForTheSameBytesAgainButArchivesThem() throws IOException {
        put("a.txt", GOOD);
        run();
        put("a again.txt", GOOD);

        assertThat(one(run()).result()).isEqualTo(Result.DUPLICATE);
        assertThat(amounts()).hasSize(2);
        assertThat(files(archive)).hasSize(2);
        assertThat(files(source)).isEmpty();
    }

    @Test
    void rejectsAFileThatDoesNotAddUpAndSaysWhyBesideIt() throws IOException {
        put("a.txt", HEAD + "100.00 150.51\n75.50 Kari\n-25.00 gebyr\n");
        put("b.txt", GOOD);

        List<FileOutcome> outcomes = run().files();

        assertThat(outcomes).extracting(FileOutcome::result).containsExactly(Result.REJECTED, Result.IMPORTED);
        assertThat(outcomes.get(0).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text(Locale.ENGLISH)).contains("0.01", "150.51", "150.50"));
        String rejected = outcomes.get(0).archivedAs();
        assertThat(archive.resolve(rejected)).exists();
        assertThat(archive.resolve(rejected + ".txt")).content().contains("E5.balance", "0.01");
        assertThat(archive.resolve(rejected + ".json")).content().contains("\"E5.balance\"");
        assertThat(amounts()).hasSize(2);
    }

    @Test
    void rejectsAFileWithFieldsThatCannotBeReadAndListsEachOfThem() throws IOException {
        put("a.txt", HEAD + "0 0\nx Kari\ny Ola\n");

        FileOutcome outcome = one(run());

        assertThat(outcome.result()).isEqualTo(Result.REJECTED);
        assertThat(outcome.problems())
                .extracting(problem -> problem.where().orElseThrow())
                .containsExactly("line 2", "line 3");
    }

    @Test
    void stopsReadingAfterFiftyErrors() throws IOException {
        put("a.txt", HEAD + "0 0\n" + "x Kari\n".repeat(80));

        assertThat(one(run()).problems()).hasSize(51).anySatisfy(problem -> assertThat(problem.code())
                .isEqualTo("E4.too-many"));
    }

    @Test
    void rejectsAFileThatNoFormatRecognises() throws IOException {
        put("a.txt", "something else");

        assertThat(one(run()).problems()).extracting(problem -> problem.code()).containsExactly("E2.unknown");
    }

    @Test
    void holdsAFileOfAnUnknownAccountUntilTheAccountIsThere() throws IOException {
        books.removeAccount(CALLER, "fjord", "bank");
        put("a.txt", GOOD);

        assertThat(one(run()).problems()).extracting(problem -> problem.code()).containsExactly("E7.account");
        assertThat(files(source)).containsExactly("a.txt");

        saveBank();
        assertThat(one(run()).result()).isEqualTo(Result.IMPORTED);
    }

    @Test
    void booksAFileThatNamesNoAccountOnTheOnlyOneThatIsFollowed() throws IOException {
        put("a.txt", GOOD.replace("NO9386011117947", "-"));

        assertThat(one(run()).problems()).extracting(problem -> problem.code()).containsExactly("E7.account");
        assertThat(one(run(List.of("bank"))).result()).isEqualTo(Result.IMPORTED);
    }

    @Test
    void holdsAStatementThatWasImportedWithOtherEntries() throws IOException {
        put("a.txt", GOOD.replace(" 150.50\n", " 150.50 S1\n"));
        run();
        put("b.txt", GOOD.replace(" 150.50\n", " 150.50 S1\n").replace("75.50 Kari", "70.50 Kari\n5.00 Per"));

        assertThat(one(run()).problems()).extracting(problem -> problem.code()).containsExactly("E8.correction");
        assertThat(files(source)).containsExactly("b.txt");
        assertThat(amounts()).containsExactly("-25", "75.5");
    }

    @Test
    void leavesAFileThatIsStillBeingWritten() throws IOException {
        put("a.txt", GOOD);
        Files.setLastModifiedTime(source.resolve("a.txt"), FileTime.from(clock.instant()));
        put("b.txt.part", GOOD);

        assertThat(one(run()).result()).isEqualTo(Result.WAITING);

        clock.advance(Duration.ofSeconds(3));
        assertThat(one(run()).result()).isEqualTo(Result.IMPORTED);
        assertThat(files(source)).containsExactly("b.txt.part");
    }

    @Test
    void booksEntriesWithoutADateOnTheStatementsDayAndSaysSo() throws IOException {
        put("a.txt", HEAD + "0 5\n5 undated\n");

        FileOutcome outcome = one(run());

        assertThat(outcome.result()).isEqualTo(Result.IMPORTED);
        assertThat(outcome.problems()).extracting(problem -> problem.code()).containsExactly("W.booking-date");
        assertThat(column("SELECT CAST(booking_date AS VARCHAR) AS value_text FROM entry"))
                .containsExactly("2026-11-02");
    }

    @Test
    void dryRunTellsWhatWouldHappenAndChangesNothing() throws IOException {
        put("a.txt", GOOD);
        put("b.txt", "something else");

        List<FileOutcome> outcomes =
                run(transactions(), true, CancelToken.NEVER).files();

        assertThat(outcomes).extracting(FileOutcome::result).containsExactly(Result.IMPORTED, Result.REJECTED);
        assertThat(outcomes.get(0).entries()).isEqualTo(2);
        assertThat(files(source)).containsExactly("a.txt", "b.txt");
        assertThat(files(archive)).isEmpty();
        assertThat(amounts()).isEmpty();
        assertThat(column("SELECT name AS value_text FROM import_file")).isEmpty();
    }

    @Test
    void leavesTheFileWhenItsImporterFails() throws IOException {
        put("a.txt", HEAD + "0 0\nBOOM\n");

        FileOutcome outcome = one(run());

        assertThat(outcome.result()).isEqualTo(Result.HELD);
        assertThat(outcome.problems()).extracting(problem -> problem.code()).containsExactly("E9.importer-failed");
        assertThat(files(source)).containsExactly("a.txt");
    }

    @Test
    void holdsAFileThatABeforeHandlerBlocks() throws IOException {
        put("a.txt", GOOD);
        EventHandler handler = new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return Verdict.block(Message.verbatim("not during the audit"));
            }
        };

        ImportRun run = new Pipeline(services(transactions(), new RecordingEvents(clock, handler)))
                .run(CALLER, List.of(work()), false, Progress.NONE, CancelToken.NEVER);

        assertThat(one(run).result()).isEqualTo(Result.HELD);
        assertThat(one(run).problems().get(0).text(Locale.ENGLISH)).contains("not during the audit");
        assertThat(amounts()).isEmpty();
    }

    @Test
    void putsTheFileAtHandBackWhenCancelled() throws IOException {
        put("a.txt", GOOD);
        put("b.txt", HEAD + "0 2000\n" + "1 row\n".repeat(2000));
        AtomicInteger asked = new AtomicInteger();
        CancelToken whileReadingTheSecond = () -> asked.incrementAndGet() > 3;

        ImportRun run = run(transactions(), false, whileReadingTheSecond);

        assertThat(run.files()).extracting(FileOutcome::file).containsExactly("a.txt");
        assertThat(files(source)).containsExactly("b.txt");
        assertThat(one(run()).entries()).isEqualTo(2000);
    }

    @Test
    void undoTakesEntriesOutAndTheFileMayBeImportedAgain() throws IOException {
        put("a.txt", GOOD);
        long fileId = one(run()).fileId();
        Pipeline pipeline = new Pipeline(services(transactions(), new RecordingEvents(clock)));

        assertThat(pipeline.undo(CALLER, fileId, "wrong month", false)).isEqualTo(2);
        assertThat(amounts()).isEmpty();
        assertThatThrownBy(() -> pipeline.undo(CALLER, fileId, "again", false))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("import.not-imported"));

        put("a.txt", GOOD);
        assertThat(one(run()).result()).isEqualTo(Result.IMPORTED);
        assertThat(amounts()).hasSize(2);
    }

    @Test
    void aSecondRunOfADefinitionIsRefusedWhileOneIsUnderWay() throws IOException {
        put("a.txt", GOOD);
        Locks taken = (name, patience, cancel) -> Optional.empty();
        Pipeline.Services free = services(transactions(), new RecordingEvents(clock));
        Pipeline.Services busy = new Pipeline.Services(
                free.transactions(),
                free.books(),
                free.events(),
                free.audit(),
                taken,
                free.formats(),
                free.clock(),
                free.spoolFolder(),
                free.settle(),
                free.limits());

        ImportRun run = new Pipeline(busy).run(CALLER, List.of(work()), false, Progress.NONE, CancelToken.NEVER);

        assertThat(run.failures()).extracting(problem -> problem.code()).containsExactly("import.busy");
        assertThat(files(source)).containsExactly("a.txt");
    }

    @ParameterizedTest
    @EnumSource(Whole.class)
    void whateverTheMomentOfACrashTheNextRunLosesNothingAndDoublesNothing(Whole by) throws IOException {
        whole = by;
        int boundary = 0;
        while (crashesAt(boundary)) {
            assertThat(run().failures()).isEmpty();

            assertThat(amounts())
                    .as("books after a crash at boundary %s", boundary)
                    .containsExactly("-25", "10", "75.5");
            assertThat(files(source)).as("source after boundary %s", boundary).isEmpty();
            assertThat(files(archive))
                    .as("archive after boundary %s", boundary)
                    .hasSize(5)
                    .anyMatch(name -> name.matches(".*_a_[0-9a-f]{8}\\.txt"))
                    .anyMatch(name -> name.matches(".*_b_[0-9a-f]{8}\\.txt"))
                    .anyMatch(name -> name.matches("rejected/.*_c_[0-9a-f]{8}\\.txt"));
            boundary++;
            emptyEverything();
        }
        assertThat(boundary).as("boundaries passed").isGreaterThan(15);
    }

    @Test
    void putsARejectedFileBackWithoutItsReports() throws IOException {
        put("a.txt", "something else");
        FileOutcome rejected = one(run());

        assertThat(requeue(rejected.fileId(), true)).isEqualTo(source.resolve("a.txt"));
        assertThat(files(archive)).hasSize(3);
        assertThat(requeue(rejected.fileId(), false)).isEqualTo(source.resolve("a.txt"));
        assertThat(files(archive)).isEmpty();
        assertThat(files(source)).containsExactly("a.txt");
        assertRefused("put back before", rejected.fileId());

        put("a.txt", GOOD);
        assertThat(one(run()).result()).isEqualTo(Result.IMPORTED);
    }

    @Test
    void putsAFileBackThatStandsInTheBooksOnlyOnceItIsUndone() throws IOException {
        put("a.txt", GOOD);
        long imported = one(run()).fileId();
        put("again.txt", GOOD);
        long duplicate = one(run()).fileId();
        assertRefused("import undo " + imported, imported);
        assertRefused("another file", duplicate);

        Pipeline pipeline = new Pipeline(services(transactions(), new RecordingEvents(clock)));
        assertThat(pipeline.undo(CALLER, imported, "try", true)).isEqualTo(2);
        assertThat(amounts()).hasSize(2);
        pipeline.undo(CALLER, imported, "wrong", false);
        requeue(imported, false);

        assertThat(one(run()).result()).isEqualTo(Result.IMPORTED);
        assertThat(amounts()).hasSize(2);
    }

    @Test
    void putsNoFileOverAnotherAndNoneThatIsNotThere() throws IOException {
        put("a.txt", "something else");
        FileOutcome rejected = one(run());
        put("a.txt", GOOD);
        assertRefused("Another file waits", rejected.fileId());
        delete(source.resolve("a.txt"));
        delete(archive.resolve(rejected.archivedAs()));
        assertRefused("The file is not at", rejected.fileId());
        assertRefused("no file of this number", 4711);
    }

    private Path requeue(long file, boolean dryRun) {
        return new Pipeline(services(transactions(), new RecordingEvents(clock)))
                .requeue(CALLER, file, name -> Optional.of(work()), dryRun);
    }

    private void assertRefused(String why, long file) {
        assertThatThrownBy(() -> requeue(file, false)).isInstanceOfSatisfying(TickmarkException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("import.requeue");
            assertThat(refused.problem().text(Locale.ENGLISH)).contains(why);
        });
    }

    @Test
    void takesAFileThatIsToBeMarkedOnceItsMarkerIsThereAndTakesThatAway() throws IOException {
        whole = Whole.MARKED;
        put("a.txt", GOOD);
        put("other.txt.done", "");

        assertThat(one(run())).satisfies(waiting -> {
            assertThat(waiting.result()).isEqualTo(Result.WAITING);
            assertThat(waiting.problems().get(0).text(Locale.ENGLISH)).contains("a.txt.done");
        });
        put("a.txt.done", "");
        Files.setLastModifiedTime(source.resolve("a.txt"), FileTime.from(clock.instant()));

        assertThat(one(run()).result()).isEqualTo(Result.IMPORTED);
        assertThat(files(source)).containsExactly("other.txt.done");
        assertThat(files(archive)).hasSize(1);
    }

    @Test
    void putsTheMarkerBackWithAFileThatIsHeld() throws IOException {
        whole = Whole.MARKED;
        put("a.txt", GOOD.replace("NO9386011117947", "NO1111111111111"));
        put("a.txt.done", "");

        assertThat(one(run()).result()).isEqualTo(Result.HELD);
        assertThat(files(source)).containsExactly("a.txt", "a.txt.done");
    }

    @Test
    void takesAFileWhoseMarkerWasClaimedByARunThatWasCutOff() throws IOException {
        whole = Whole.MARKED;
        put("a.txt", GOOD);
        put("a.txt.done", "");
        assertThatThrownBy(() -> run(new CrashingTransactions(transactions(), 1), false, CancelToken.NEVER))
                .isInstanceOf(CrashingTransactions.Crash.class);
        String id = column("SELECT CAST(id AS VARCHAR) AS value_text FROM import_file")
                .get(0);
        Path work = Files.createDirectories(source.resolve(".tickmark-work"));
        Files.move(source.resolve("a.txt.done"), work.resolve(id + "_a.txt.done"));

        assertThat(one(run()).result()).isEqualTo(Result.IMPORTED);
        assertThat(files(source)).isEmpty();
    }

    @Test
    void whatWasRejectedCanBeToldLaterHoweverTheRunEnded() throws IOException {
        put("a.txt", "something else");
        run();
        clock.advance(Duration.ofHours(1));
        Instant since = clock.instant();
        put("b.txt", GOOD);
        put("c.txt", "something else again");
        int behindTheRejection = 9;
        assertThatThrownBy(() ->
                        run(new CrashingTransactions(transactions(), behindTheRejection), false, CancelToken.NEVER))
                .isInstanceOf(CrashingTransactions.Crash.class);
        assertThat(files(source)).as("decided, but not yet moved").hasSize(1);

        assertThat(rejectedSince(since)).containsExactly("c.txt");
        clock.advance(Duration.ofHours(1));
        run();
        assertThat(rejectedSince(since)).containsExactly("c.txt");
        assertThat(rejectedSince(clock.instant().plusMillis(1))).isEmpty();
    }

    private List<String> rejectedSince(Instant since) {
        return new Pipeline(services(transactions(), new RecordingEvents(clock)))
                .rejectedSince(since).stream().map(FileOutcome::file).toList();
    }

    /** Runs over three files until the process dies; false if it came to its end before. */
    private boolean crashesAt(int boundary) throws IOException {
        put("a.txt", GOOD);
        put("b.txt", OTHER_DAY);
        put("c.txt", "something else");
        if (whole == Whole.MARKED) {
            put("a.txt.done", "");
            put("b.txt.done", "");
            put("c.txt.done", "");
        }
        try {
            run(new CrashingTransactions(transactions(), boundary), false, CancelToken.NEVER);
            return false;
        } catch (CrashingTransactions.Crash e) {
            return true;
        }
    }

    private void emptyEverything() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(PipelineSuite::delete);
        }
        transactions().inTransaction(tx -> {
            for (String table :
                    List.of("entry_detail", "entry_source", "entry", "statement_source", "statement", "import_file")) {
                Sql.on(tx.connection(), "DELETE FROM " + table).update();
            }
            return null;
        });
    }

    private ImportRun run() {
        return run(transactions(), false, CancelToken.NEVER);
    }

    private ImportRun run(List<String> accounts) {
        return new Pipeline(services(transactions(), new RecordingEvents(clock)))
                .run(CALLER, List.of(work(accounts)), false, Progress.NONE, CancelToken.NEVER);
    }

    private ImportRun run(Transactions transactions, boolean dryRun, CancelToken cancel) {
        return new Pipeline(services(transactions, new RecordingEvents(clock)))
                .run(CALLER, List.of(work()), dryRun, Progress.NONE, cancel);
    }

    private Pipeline.Services services(Transactions transactions, RecordingEvents events) {
        Locks free = (name, patience, cancel) -> Optional.of(() -> {});
        return new Pipeline.Services(
                transactions,
                books(transactions),
                events,
                new RecordingAudit(),
                free,
                formats,
                clock,
                folder,
                Duration.ofSeconds(2),
                Limits.USUAL);
    }

    private Books books(Transactions transactions) {
        return new BooksService(transactions, new RecordingAudit(), new RecordingEvents(clock));
    }

    private void saveBank() {
        books.save(
                CALLER,
                new Account(0, "fjord", "bank", Account.Side.BANK, AccountId.iban("NO9386011117947"), "NOK", "Bank"));
    }

    private Pipeline.Work work() {
        return work(List.of());
    }

    private Pipeline.Work work(List<String> accounts) {
        ImportDefinition definition = new ImportDefinition(
                "bank",
                "fjord",
                Optional.empty(),
                accounts,
                source.toString(),
                "*",
                archive.toString(),
                true,
                Strictness.USUAL,
                Map.of(),
                List.of(),
                whole);
        return new Pipeline.Work(definition, source, archive);
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(source.resolve(name), content);
        Files.setLastModifiedTime(
                source.resolve(name), FileTime.from(clock.instant().minus(Duration.ofMinutes(1))));
    }

    private static FileOutcome one(ImportRun run) {
        assertThat(run.files()).hasSize(1);
        return run.files().get(0);
    }

    private List<String> amounts() {
        return transactions()
                .reading(tx ->
                        Sql.on(tx.connection(), "SELECT amount FROM entry").list(row -> row.amount("amount")).stream()
                                .sorted()
                                .map(BigDecimal::toPlainString)
                                .toList());
    }

    private List<String> column(String query) {
        return transactions().reading(tx -> Sql.on(tx.connection(), query).list(row -> row.text("value_text")));
    }

    /** The files below a folder, by their path in it; the work folder is empty unless a run was cut off. */
    private static List<String> files(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> top.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
