package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.testkit.host.RecordingEvents;

/** What becomes of files that are undone or put back. */
abstract class RequeueSuite extends PipelineRig {
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
    void undoOfEachFileThatToldThemTakesEntriesOut() throws IOException {
        put("a.txt", GOOD);
        long first = one(run()).fileId();
        put("b.txt", GOOD.replace("75.50 Kari", "75.50 KARI"));
        FileOutcome second = one(run());
        assertThat(second.result()).isEqualTo(Result.DUPLICATE);

        Pipeline pipeline = new Pipeline(services(transactions(), new RecordingEvents(clock)));
        assertThat(pipeline.undo(CALLER, first, "wrong", false)).isZero();
        assertThat(amounts()).hasSize(2);
        assertThat(pipeline.undo(CALLER, second.fileId(), "wrong", false)).isEqualTo(2);
        assertThat(amounts()).isEmpty();
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
}
