package org.tickmark.scheduler.task;

import java.sql.SQLException;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.Run;

/** What tasks need to know and to do of runs. Safe for use from many threads. */
public interface TaskRuns {
    /** A run, for a caller that may see it. */
    Optional<Run> run(Caller caller, long id);

    /** Ends the runs of a task that wait; returns how many. */
    int cancelWaiting(Tx tx, long taskId, String reason) throws SQLException;

    /** Ends the runs of a task that are under way: they can no longer record success; returns how many. */
    int endRunning(long taskId, String reason);
}
