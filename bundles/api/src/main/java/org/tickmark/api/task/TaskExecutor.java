package org.tickmark.api.task;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.message.Message;

/**
 * Something that a task can do. Registered as a service with the property {@link #EXECUTOR}. When it runs, for whom, how
 * often again after a failure, and on which node are the host's business.
 *
 * <ul>
 *   <li>TE-01: {@link #parameters} is the same at every call, names each parameter once, and every default value is one that the
 *       parameter allows.
 *   <li>TE-02: {@link #run} works with what it is handed alone: it keeps nothing of the run after it returns, and several threads
 *       may run it at the same time.
 *   <li>TE-03: it looks at {@link TaskRun#cancel} at least once a second while it can, and stops with the exception of
 *       {@link org.tickmark.api.CancelToken#throwIfCancelled}; it lets an interrupt end it as well.
 *   <li>TE-04: what it does outside the database of Tickmark it can do again: a run that was cut off is run once more, with the
 *       same {@link TaskRun#occurrence} for the other side to know it by.
 *   <li>TE-05: a failure is an exception, best a {@link org.tickmark.api.TickmarkException} that says what to do next; a result is
 *       a success.
 *   <li>TE-06: no secret is written to the log, the result or an exception.
 * </ul>
 */
@ConsumerType
public interface TaskExecutor {
    /** Service property: the name of the executor, words of a-z and 0-9 joined by hyphens; type {@code String}, required. */
    String EXECUTOR = "tickmark.executor";

    /** What it does, in one line. */
    Message summary();

    /** The parameters that a task may set. */
    default List<TaskParameter> parameters() {
        return List.of();
    }

    /**
     * Does the work of one run, on a thread of the host's.
     *
     * @throws Exception if it failed; the host keeps message and class, and runs it again if the task says so
     */
    TaskResult run(TaskRun run) throws Exception;
}
