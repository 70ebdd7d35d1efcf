package org.tickmark.example.executor.http;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class HttpExecutorContractTest extends TaskExecutorContract {
    private final OtherSide otherSide = new OtherSide();
    private final TaskExecutor executor = new HttpExecutor();

    @AfterEach
    void close() {
        otherSide.close();
    }

    @Override
    protected TaskExecutor executor() {
        return executor;
    }

    @Override
    protected FakeTaskRun goodRun() {
        return calling("/echo");
    }

    @Override
    protected FakeTaskRun failingRun() {
        return calling("/status/503");
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.of(calling("/never"));
    }

    @Override
    protected Object outside() {
        return otherSide.done();
    }

    private FakeTaskRun calling(String path) {
        Map<String, String> parameters =
                Map.of("url", otherSide.url(path), "method", "POST", "body", "hello", "secret", "bank");
        return FakeTaskRun.of(executor, parameters).secret("bank", "Bearer c0ffee");
    }
}
