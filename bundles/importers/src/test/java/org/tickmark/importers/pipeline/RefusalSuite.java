package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.message.Message;
import org.tickmark.testkit.host.RecordingEvents;

/** What becomes of files that are rejected or held. */
abstract class RefusalSuite extends PipelineRig {
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
    void holdsAStatementThatWasImportedWithOtherEntries() throws IOException {
        put("a.txt", GOOD.replace(" 150.50\n", " 150.50 S1\n"));
        run();
        put("b.txt", GOOD.replace(" 150.50\n", " 150.50 S1\n").replace("75.50 Kari", "70.50 Kari\n5.00 Per"));

        assertThat(one(run()).problems()).extracting(problem -> problem.code()).containsExactly("E8.correction");
        assertThat(files(source)).containsExactly("b.txt");
        assertThat(amounts()).containsExactly("-25", "75.5");
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
    void putsTheMarkerBackWithAFileThatIsHeld() throws IOException {
        whole = Whole.MARKED;
        put("a.txt", GOOD.replace("NO9386011117947", "NO1111111111111"));
        put("a.txt.done", "");

        assertThat(one(run()).result()).isEqualTo(Result.HELD);
        assertThat(files(source)).containsExactly("a.txt", "a.txt.done");
    }
}
