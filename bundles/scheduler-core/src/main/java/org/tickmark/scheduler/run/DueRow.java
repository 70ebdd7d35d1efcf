package org.tickmark.scheduler.run;

import java.time.Instant;
import java.util.Objects;

/**
 * What dispatchers look at: the next time of a task, or a run that waits for its time.
 *
 * @param taskId key of the task
 * @param runId key of the run; 0 for the next time of the task's schedule
 * @param dueAt when it is due
 * @param nominal for a schedule, the time without jitter; else the moment the run stands for
 * @param priority from -100 to 100
 * @param placementId where it can run
 */
public record DueRow(long taskId, long runId, Instant dueAt, Instant nominal, int priority, long placementId) {
    public DueRow {
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(nominal, "nominal");
    }

    /** Whether it is the next time of a schedule. */
    public boolean isSchedule() {
        return runId == 0;
    }

    /** The number that the table knows it by. */
    public long key() {
        return isSchedule() ? keyOfNext(taskId) : runId;
    }

    /** The number that the table knows the next time of a task by. */
    public static long keyOfNext(long taskId) {
        return -taskId;
    }
}
