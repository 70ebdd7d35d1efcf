package org.tickmark.scheduler.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.task.Cause;

/**
 * A run that has not ended.
 *
 * @param id its key
 * @param taskId key of its task
 * @param task its task, as it stood when the run was taken or is looked at; empty if it was removed
 * @param revision revision of the definition that it goes by
 * @param cause why it runs
 * @param occurrence what it stands for
 * @param parentId the run that it retries, follows or is a part of; 0 for none
 * @param attempt from 1
 * @param nominal the moment it stands for
 * @param nominalEnd the last of the moments it stands for
 * @param times how many moments it stands for
 * @param parameters what takes the place of the task's parameters, JSON
 * @param input what was passed on to it, JSON
 * @param locks names of the locks that it holds
 * @param claim who has taken it; empty while it waits
 */
public record ActiveRun(
        long id,
        long taskId,
        Optional<LiveTask> task,
        int revision,
        Cause cause,
        String occurrence,
        long parentId,
        int attempt,
        Instant nominal,
        Instant nominalEnd,
        long times,
        Optional<String> parameters,
        Optional<String> input,
        List<String> locks,
        Optional<Taken> claim) {
    /**
     * Who has taken a run.
     *
     * @param nodeId key of the node
     * @param fence number of the right to work
     * @param at when
     * @param deadline when its lock ends
     */
    public record Taken(long nodeId, long fence, Instant at, Instant deadline) {}

    /** The number of the right to work; 0 while it waits. */
    public long fence() {
        return claim.map(Taken::fence).orElse(0L);
    }

    /** The definition of its task. */
    public TaskDefinition definition() {
        return task.orElseThrow().definition();
    }

    ActiveRun taken(List<String> held, Taken by, LiveTask live) {
        return new ActiveRun(
                id,
                taskId,
                Optional.of(live),
                live.plan().revision(),
                cause,
                occurrence,
                parentId,
                attempt,
                nominal,
                nominalEnd,
                times,
                parameters,
                input,
                held,
                Optional.of(by));
    }

    /** The same run with its task as it stands now. */
    ActiveRun of(LiveTask live) {
        return new ActiveRun(
                id,
                taskId,
                Optional.of(live),
                revision,
                cause,
                occurrence,
                parentId,
                attempt,
                nominal,
                nominalEnd,
                times,
                parameters,
                input,
                locks,
                claim);
    }

    /** The run that the attempts after this one retry. */
    long firstAttempt() {
        return cause == Cause.RETRY || cause == Cause.PART ? parentId : id;
    }

    DueRow due(Instant at) {
        LiveTask live = task.orElseThrow();
        return new DueRow(taskId, id, at, nominal, live.definition().running().priority(), live.placementId());
    }
}
