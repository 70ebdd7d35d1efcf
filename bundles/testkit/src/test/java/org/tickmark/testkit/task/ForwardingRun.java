package org.tickmark.testkit.task;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.RunLog;
import org.tickmark.api.task.TaskRun;

/** A run that is another one, but for what is overridden. */
abstract class ForwardingRun implements TaskRun {
    private final TaskRun run;

    ForwardingRun(TaskRun run) {
        this.run = run;
    }

    @Override
    public long id() {
        return run.id();
    }

    @Override
    public String task() {
        return run.task();
    }

    @Override
    public String occurrence() {
        return run.occurrence();
    }

    @Override
    public long fence() {
        return run.fence();
    }

    @Override
    public int attempt() {
        return run.attempt();
    }

    @Override
    public Cause cause() {
        return run.cause();
    }

    @Override
    public Instant nominal() {
        return run.nominal();
    }

    @Override
    public Map<String, String> parameters() {
        return run.parameters();
    }

    @Override
    public Optional<char[]> secret(String parameter) {
        return run.secret(parameter);
    }

    @Override
    public Map<String, String> input() {
        return run.input();
    }

    @Override
    public Caller caller() {
        return run.caller();
    }

    @Override
    public RunLog log() {
        return run.log();
    }

    @Override
    public Progress progress() {
        return run.progress();
    }

    @Override
    public CancelToken cancel() {
        return run.cancel();
    }
}
