package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskResult;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class NightExecutorTest extends TaskExecutorContract {
    private static final String NEVER_ENDS = "never-ends";
    private static final String SWITCHED_OFF = "switched-off";
    private static final String UNEXPLAINED = "unexplained";

    private final List<BatchRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final TaskExecutor executor = new NightExecutor(this::night);

    private BatchResult night(Caller caller, BatchRequest request, Progress progress, CancelToken cancel) {
        requests.add(request);
        while (request.units().contains(NEVER_ENDS) && !cancel.isCancelled()) {
            Thread.onSpinWait();
        }
        if (request.units().contains(SWITCHED_OFF)) {
            return result(ExitCode.CONFIGURATION, List.of(Problems.disabled()));
        }
        return result(request.units().contains(UNEXPLAINED) ? ExitCode.MAIL : ExitCode.OK, List.of());
    }

    private static BatchResult result(ExitCode end, List<Problem> problems) {
        ImportRun imports = FakeImports.files(FileOutcome.Result.IMPORTED, FileOutcome.Result.DUPLICATE);
        List<GroupRun> groups = List.of(FakeReconciliation.proven());
        return new BatchResult(
                812, end, imports, groups, problems, Duration.ofSeconds(48), Message.verbatim("A: done"));
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
        return run(Map.of("units", SWITCHED_OFF));
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.of(run(Map.of("units", NEVER_ENDS)));
    }

    private FakeTaskRun run(Map<String, String> parameters) {
        return FakeTaskRun.of(executor, parameters);
    }

    @Test
    void asksForTheNightRunThatItsParametersTell() throws Exception {
        executor.run(run(Map.of()));
        executor.run(run(Map.of(
                "steps",
                "reconcile",
                "units",
                "A,B",
                "groups",
                "main",
                "as-of",
                "2026-05-31",
                "dry-run",
                "true",
                "wait-lock",
                "PT10S")));
        assertThat(requests)
                .containsExactly(
                        new BatchRequest(
                                Mode.ALL,
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                false,
                                Duration.ofMinutes(5),
                                Optional.empty(),
                                Duration.ZERO),
                        new BatchRequest(
                                Mode.RECONCILE,
                                List.of("A", "B"),
                                List.of("main"),
                                Optional.of(LocalDate.of(2026, 5, 31)),
                                true,
                                Duration.ofSeconds(10),
                                Optional.empty(),
                                Duration.ZERO));
    }

    @Test
    void countsRowsAndMatchesAndPassesThemOn() throws Exception {
        FakeTaskRun run = goodRun();
        TaskResult result = executor.run(run);
        assertThat(result.received()).isEqualTo(100);
        assertThat(result.sent()).isEqualTo(180);
        assertThat(result.data())
                .containsEntry("batch-run", "812")
                .containsEntry("files", "2")
                .containsKey("imports")
                .containsEntry("open", "5");
        assertThat(run.log().texts()).containsExactly("A: done");
    }

    @Test
    void failsWhenNightRunsAreSwitchedOff() {
        assertThatThrownBy(() -> executor.run(failingRun()))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("batch.disabled"));
    }

    @Test
    void failsWithTheCodeWhereNoProblemSaysWhy() {
        assertThatThrownBy(() -> executor.run(run(Map.of("units", UNEXPLAINED))))
                .isInstanceOfSatisfying(TickmarkException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo("batch.not-well");
                    assertThat(failure.getMessage()).contains("7").contains("A: done");
                });
    }
}
