package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.testkit.host.RecordingEvents;

/** What becomes of files that are right. */
abstract class BookingSuite extends PipelineRig {
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
    void booksAFileThatNamesNoAccountOnTheOnlyOneThatIsFollowed() throws IOException {
        put("a.txt", GOOD.replace("NO9386011117947", "-"));

        assertThat(one(run()).problems()).extracting(problem -> problem.code()).containsExactly("E7.account");
        assertThat(one(run(List.of("bank"))).result()).isEqualTo(Result.IMPORTED);
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
    void tellsAtWhichFileItIsHowManyRowsItHasReadAndWhichShareOfAllBytesIsDone() throws IOException {
        put("a.txt", HEAD + "0 2500\n" + "1 row\n".repeat(2500));
        put("b.txt", OTHER_DAY);
        List<String> told = new ArrayList<>();
        Progress progress = (phase, percent, all) -> {
            clock.advance(Duration.ofSeconds(1));
            told.add(phase.text(Locale.ENGLISH) + " " + percent);
        };

        new Pipeline(services(transactions(), new RecordingEvents(clock)))
                .run(CALLER, List.of(work()), false, progress, CancelToken.NEVER);

        assertThat(told)
                .startsWith(
                        "Import bank: file 1 of 2, 0 rows, 0 rows/s 0",
                        "Import bank: file 1 of 2, 1,000 rows, 1,000 rows/s 49",
                        "Import bank: file 1 of 2, 2,000 rows, 1,000 rows/s 49",
                        "Import bank: file 1 of 2, 2,500 rows, 833 rows/s 49")
                .endsWith("Import bank: file 2 of 2, 2,501 rows, 250 rows/s 99");
    }
}
