package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.host.RecordingEvents;

/** What becomes of files when a run does not come to its end, or not alone. */
abstract class InterruptionSuite extends PipelineRig {
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
    void a37_whateverTheMomentOfACrashTheNextRunLosesNothingAndDoublesNothing(Whole by) throws IOException {
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
            all.filter(Files::isRegularFile).forEach(PipelineRig::delete);
        }
        transactions().inTransaction(tx -> {
            for (String table :
                    List.of("entry_detail", "entry_source", "entry", "statement_source", "statement", "import_file")) {
                Sql.on(tx.connection(), "DELETE FROM " + table).update();
            }
            return null;
        });
    }

    private List<String> rejectedSince(Instant since) {
        return new Pipeline(services(transactions(), new RecordingEvents(clock)))
                .rejectedSince(since).stream().map(FileOutcome::file).toList();
    }
}
