package org.tickmark.testkit.task;

import java.util.Map;
import java.util.Optional;
import org.tickmark.api.task.TaskExecutor;

/** The good executor keeps the contract. */
class LetterExecutorContractTest extends TaskExecutorContract {
    private final LetterExecutor executor = new LetterExecutor();

    @Override
    protected TaskExecutor executor() {
        return executor;
    }

    @Override
    protected FakeTaskRun goodRun() {
        return to("Anna");
    }

    @Override
    protected FakeTaskRun failingRun() {
        return to("nowhere");
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.of(to(""));
    }

    @Override
    protected Object outside() {
        return executor.box();
    }

    private FakeTaskRun to(String name) {
        return FakeTaskRun.of(new LetterExecutor(), Map.of("to", name, "stamp", "seal"))
                .secret("seal", LetterExecutor.STAMP);
    }
}
