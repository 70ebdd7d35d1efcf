package org.tickmark.scheduler.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.Run;

/** Remembers what it was asked to end. */
final class FakeRuns implements TaskRuns {
    final List<Long> waitingEnded = new ArrayList<>();
    final List<Long> runningEnded = new ArrayList<>();

    @Override
    public Optional<Run> run(Caller caller, long id) {
        return Optional.empty();
    }

    @Override
    public int cancelWaiting(Tx tx, long taskId, String reason) {
        waitingEnded.add(taskId);
        return 0;
    }

    @Override
    public int endRunning(long taskId, String reason) {
        runningEnded.add(taskId);
        return 1;
    }
}
