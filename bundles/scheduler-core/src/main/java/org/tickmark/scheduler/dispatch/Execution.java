package org.tickmark.scheduler.dispatch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.scheduler.run.ActiveRun;

/**
 * A run on this node: it waits for a worker, is at work, and is over. What is over first counts: a run that was stopped cannot end
 * otherwise when its executor returns at last. Safe for use from many threads.
 */
final class Execution implements CancelToken {
    /**
     * A wish that a run stops.
     *
     * @param as what it counts as then
     * @param reason why
     * @param at when it was asked
     */
    record Stop(RunState as, String reason, Instant at) {}

    private final ActiveRun run;
    private final Instant takenAt;

    private volatile Stop stop;
    /** The thread at work; null before and after. */
    private Thread worker;
    /** What it works with; null before. */
    private TaskExecutor service;

    private boolean over;
    private boolean interrupted;
    private boolean stuck;

    Execution(ActiveRun run, Instant takenAt) {
        this.run = Objects.requireNonNull(run, "run");
        this.takenAt = Objects.requireNonNull(takenAt, "takenAt");
    }

    ActiveRun run() {
        return run;
    }

    Instant takenAt() {
        return takenAt;
    }

    /** The work begins on this thread; false if it is over already. */
    synchronized boolean begin(TaskExecutor with) {
        if (over) {
            return false;
        }
        worker = Thread.currentThread();
        service = with;
        return true;
    }

    /** The thread is free for other work. */
    synchronized void leave() {
        worker = null;
        // An interrupt that came late is meant for this run, not for the next one on this thread.
        Thread.interrupted();
    }

    synchronized boolean isAtWork() {
        return worker != null;
    }

    /** Whether another thread than this one is at work on it. */
    synchronized boolean isAtWorkElsewhere() {
        return worker != null && !worker.equals(Thread.currentThread());
    }

    synchronized boolean isWaiting() {
        return service == null && !over;
    }

    synchronized boolean isAtWorkWith(TaskExecutor executor) {
        return worker != null && executor.equals(service);
    }

    /** It is over now; false if it was before. */
    synchronized boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    /** Asks it to stop; the first wish counts. */
    void ask(Stop wish) {
        synchronized (this) {
            if (stop == null) {
                stop = wish;
            }
        }
    }

    Optional<Stop> stop() {
        return Optional.ofNullable(stop);
    }

    /** Interrupts the thread that is at work, once. */
    synchronized void interrupt() {
        if (worker != null && !interrupted) {
            interrupted = true;
            worker.interrupt();
        }
    }

    /** Marks that it does not stop; false if it was marked before. */
    synchronized boolean isGivenUpFirst() {
        boolean first = !stuck;
        stuck = true;
        return first;
    }

    @Override
    public boolean isCancelled() {
        return stop != null;
    }
}
