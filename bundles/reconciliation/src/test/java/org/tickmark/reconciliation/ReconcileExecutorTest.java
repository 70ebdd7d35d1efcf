package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskResult;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class ReconcileExecutorTest extends TaskExecutorContract {
    private static final String NEVER_ENDS = "never-ends";
    private static final String UNPROVEN = "unproven";
    private static final String BY_HAND = "by-hand";
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);

    private final List<ReconciliationRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final TaskExecutor executor =
            new ReconcileExecutor(Partly.implemented(Reconciliation.class, new FakeReconciliation()));

    /** What the executor calls of the service. */
    public final class FakeReconciliation {
        Optional<Group> group(Caller caller, String name) {
            return Optional.of(
                    new Group(name, "A", List.of("bank"), List.of("1920"), !name.equals(BY_HAND), List.of()));
        }

        List<GroupRun> run(Caller caller, ReconciliationRequest request, Progress progress, CancelToken cancel) {
            requests.add(request);
            while (request.groups().contains(NEVER_ENDS) && !cancel.isCancelled()) {
                Thread.onSpinWait();
            }
            boolean unproven = request.groups().contains(UNPROVEN);
            Problem warning =
                    Problem.warning("rec.few", Message.verbatim("Few entries")).build();
            Problem failure = Problem.error("proof.closing", Message.verbatim("Does not agree"))
                    .build();
            return List.of(new GroupRun(
                    7,
                    "main",
                    "A",
                    List.of(new GroupRun.RuleCount("ocr", "one-one", 4, 4, 5)),
                    2,
                    1,
                    Optional.of(proof(unproven ? List.of(failure) : List.of())),
                    List.of(warning)));
        }
    }

    private static Proof proof(List<Problem> failures) {
        BigDecimal zero = BigDecimal.ZERO;
        return new Proof(
                SUNDAY_31_MAY, "SEK", zero, zero, zero, zero, zero, zero, Optional.empty(), Optional.empty(), failures);
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
        return run(Map.of("groups", UNPROVEN));
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.of(run(Map.of("groups", NEVER_ENDS)));
    }

    private FakeTaskRun run(Map<String, String> parameters) {
        return FakeTaskRun.of(executor, parameters);
    }

    @Test
    void reconcilesWhatIsTickedUnlessItIsToldOtherwise() throws Exception {
        executor.run(run(Map.of()));
        executor.run(run(Map.of(
                "groups",
                "a,b",
                "units",
                "100",
                "rules",
                "fee",
                "scheduled",
                "false",
                "as-of",
                "2026-05-31",
                "dry-run",
                "true")));
        assertThat(requests)
                .containsExactly(
                        new ReconciliationRequest(List.of(), List.of(), List.of(), true, Optional.empty(), false),
                        new ReconciliationRequest(
                                List.of("a", "b"),
                                List.of("100"),
                                List.of("fee"),
                                false,
                                Optional.of(SUNDAY_31_MAY),
                                true));
    }

    @Test
    void countsEntriesAndPassesThemOn() throws Exception {
        FakeTaskRun run = goodRun();
        TaskResult result = executor.run(run);
        assertThat(result.sent()).isEqualTo(9);
        assertThat(result.received()).isEqualTo(12);
        assertThat(result.data())
                .containsExactly(Map.entry("groups", "1"), Map.entry("matched", "9"), Map.entry("open", "3"));
        assertThat(run.log().texts()).containsExactly("main: 9 matched, 3 open", "main: Few entries");
    }

    @Test
    void aProofThatDoesNotHoldFailsTheRun() {
        assertThatThrownBy(() -> executor.run(failingRun()))
                .isInstanceOfSatisfying(TickmarkException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo("proof.closing");
                    assertThat(failure.problem().where()).contains("main");
                });
    }

    @Test
    void aGroupThatIsNamedAndNotTickedIsNotPassedOverInSilence() {
        assertThatThrownBy(() -> executor.run(run(Map.of("groups", BY_HAND))))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("rec.not-scheduled"));
        assertThat(requests).isEmpty();
    }
}
