package org.tickmark.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskResult;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class ImportExecutorTest extends TaskExecutorContract {
    private static final String ELSEWHERE = "elsewhere";
    private static final String NEVER_ENDS = "never-ends";
    private static final String NO_FOLDER = "no-folder";
    private static final String BY_HAND = "by-hand";

    private final List<ImportRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private List<FileOutcome> files = List.of(file(Result.IMPORTED, List.of()), file(Result.DUPLICATE, List.of()));
    private final TaskExecutor executor = new ImportExecutor(Partly.implemented(Imports.class, new FakeImports()));

    /** What the executor calls of the service. */
    public final class FakeImports {
        Optional<ImportDefinition> definition(Caller caller, String name) {
            return Optional.of(new ImportDefinition(
                    name,
                    "A",
                    Optional.empty(),
                    List.of(),
                    "in",
                    "*",
                    "archive",
                    !name.equals(BY_HAND),
                    ImportDefinition.Strictness.USUAL,
                    Map.of(),
                    List.of(),
                    ImportDefinition.Whole.SETTLED));
        }

        ImportRun run(Caller caller, ImportRequest request, Progress progress, CancelToken cancel) {
            requests.add(request);
            progress.update(Message.verbatim("Importing"), 1, 2);
            while (request.definitions().contains(NEVER_ENDS) && !cancel.isCancelled()) {
                Thread.onSpinWait();
            }
            if (request.definitions().contains(NO_FOLDER)) {
                PathCheck check =
                        new PathCheck(NO_FOLDER, "A", "source.readable", false, Message.verbatim("No folder"));
                return new ImportRun(List.of(), List.of(check), List.of());
            }
            return new ImportRun(files, List.of(), List.of(), List.of(ELSEWHERE));
        }
    }

    private static FileOutcome file(Result result, List<Problem> problems) {
        boolean booked = result == Result.IMPORTED;
        return new FileOutcome(
                1, "bank", "A", "may.xml", "camt", result, booked ? 1 : 0, booked ? 40 : 0, 2, "", problems);
    }

    @Override
    protected TaskExecutor executor() {
        return executor;
    }

    @Override
    protected FakeTaskRun goodRun() {
        return run(Map.of());
    }

    @Override
    protected FakeTaskRun failingRun() {
        return run(Map.of("definitions", NO_FOLDER));
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.of(run(Map.of("definitions", NEVER_ENDS)));
    }

    private FakeTaskRun run(Map<String, String> parameters) {
        return FakeTaskRun.of(executor, parameters);
    }

    @Test
    void importsWhatIsTickedUnlessItIsToldOtherwise() throws Exception {
        executor.run(run(Map.of()));
        executor.run(run(Map.of("definitions", "a, b", "units", "100,200", "scheduled", "false", "dry-run", "true")));
        assertThat(requests)
                .containsExactly(
                        new ImportRequest(List.of(), List.of(), true, false),
                        new ImportRequest(List.of("a", "b"), List.of("100", "200"), false, true));
    }

    @Test
    void failsWhereItNamesADefinitionThatThisNodeMayNotCarryOut() {
        assertThatThrownBy(() -> executor.run(run(Map.of("definitions", ELSEWHERE))))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("import.elsewhere"));
    }

    @Test
    void countsFilesAndRowsAndPassesThemOn() throws Exception {
        FakeTaskRun run = goodRun();
        TaskResult result = executor.run(run);
        assertThat(result.sent()).isEqualTo(40);
        assertThat(result.received()).isEqualTo(2);
        assertThat(result.data())
                .containsEntry("files", "2")
                .containsEntry("entries", "40")
                .containsEntry("known", "4")
                .containsEntry("imported", "1")
                .containsEntry("imports", "bank")
                .containsEntry("rejected", "0");
        assertThat(result.summary().text(Locale.ENGLISH)).isEqualTo("2 files, 40 new rows, 4 known");
        assertThat(run.log().texts())
                .containsExactly(
                        "bank, may.xml: imported, 40 new, 2 known",
                        "bank, may.xml: duplicate, 0 new, 2 known",
                        ELSEWHERE + ": left to a node with its labels");
        assertThat(run.progressTold()).containsExactly("Importing 1/2");
    }

    @Test
    void aFileThatIsRejectedFailsTheRunAndTheLogTellsWhy() {
        Problem amount = Problem.error("E4.amount", Message.verbatim("The amount cannot be read."))
                .where("line 3")
                .found("1,2,3")
                .build();
        files = List.of(file(Result.IMPORTED, List.of()), file(Result.REJECTED, List.of(amount)));
        FakeTaskRun run = goodRun();
        assertThatThrownBy(() -> executor.run(run)).isInstanceOfSatisfying(TickmarkException.class, failure -> {
            assertThat(failure.problem().code()).isEqualTo("import.rejected");
            assertThat(failure.problem().where()).contains("bank, may.xml");
            assertThat(failure.problem().found())
                    .hasValueSatisfying(found -> assertThat(found).contains("The amount cannot be read."));
            assertThat(failure.problem().advice()).isPresent();
        });
        assertThat(run.log().texts()).anyMatch(line -> line.contains("line 3"));
    }

    @Test
    void whatIsWarnedOfAFileThatWasBookedFailsNothing() throws Exception {
        Problem gap = Problem.warning("E6.gap", Message.verbatim("A statement is missing."))
                .build();
        files = List.of(file(Result.IMPORTED, List.of(gap)));
        FakeTaskRun run = goodRun();
        assertThat(executor.run(run).sent()).isEqualTo(40);
        assertThat(run.log().texts()).contains("bank, may.xml: A statement is missing.");
    }

    @Test
    void aDefinitionThatIsNamedAndNotTickedIsNotPassedOverInSilence() throws Exception {
        assertThatThrownBy(() -> executor.run(run(Map.of("definitions", BY_HAND))))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("import.not-scheduled"));
        assertThat(requests).isEmpty();
        executor.run(run(Map.of("definitions", BY_HAND, "scheduled", "false")));
        assertThat(requests).hasSize(1);
    }
}
