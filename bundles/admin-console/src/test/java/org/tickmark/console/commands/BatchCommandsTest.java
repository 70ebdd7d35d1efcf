package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Progress;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.testkit.host.Partly;

/** {@code batch}. */
class BatchCommandsTest extends CommandFixture {
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
                        Optional.of(GroupRuns.SUNDAY_31_MAY),
                        true,
                        Duration.ofMinutes(5),
                        Optional.of(Duration.ofHours(2)),
                        Duration.ofSeconds(30)));
    }

    @Test
    void theSummaryIsTheLastLineAndTheProofIsPrinted() {
        groups = List.of(GroupRuns.group(GroupRuns.proof(List.of()), List.of()));
        run(BatchCommand.of(batch), "batch", "--reconcile");
        assertThat(terminal.out()).contains("Proof on 2026-05-31, NOK: it holds");
        assertThat(terminal.err()).endsWith("A: 3 files, run 812\n");
    }

    @ParameterizedTest
    @CsvSource({"''", "--all --import", "--import --reconcile"})
    void aBatchIsOneOfThree(String options) {
        List<String> words = new ArrayList<>(List.of("batch"));
        words.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ", -1)));
        assertThat(run(BatchCommand.of(batch), words.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(requests).isEmpty();
    }

    @Test
    void nothingToDoAndOpenItemsAreToldOnlyWhereAsked() {
        assertThat(run(BatchCommand.of(batch), "batch", "--all")).isEqualTo(ExitCode.OK);
        assertThat(run(BatchCommand.of(batch), "batch", "--all", "--fail-on-empty"))
                .isEqualTo(ExitCode.EMPTY);
        groups = List.of(GroupRuns.group(GroupRuns.proof(List.of()), List.of()));
        assertThat(run(BatchCommand.of(batch), "batch", "--all", "--fail-on-empty", "--fail-on-open"))
                .isEqualTo(ExitCode.OPEN_ITEMS);
        ends = ExitCode.PARTLY;
        assertThat(run(BatchCommand.of(batch), "batch", "--all", "--fail-on-open"))
                .isEqualTo(ExitCode.PARTLY);
    }
}
