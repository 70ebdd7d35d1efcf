package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.tasks.RunState;

/**
 * Looks after the runs of this node: whose lock ends, or whom someone wants to stop, is asked to stop, then interrupted, then given
 * up. Steps are for one thread.
 */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** What waits longer than this for a worker goes back, since another node may have one. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Work work;
    private final Duration patience;
    private final Clock clock;
    private final Runnable onStuck;

    /**
     * A watch.
     *
     * @param onStuck hears that a worker is lost to a run that does not stop
     */
    Watch(Work work, Duration patience, Clock clock, Runnable onStuck) {
        this.work = Objects.requireNonNull(work, "work");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.onStuck = Objects.requireNonNull(onStuck, "onStuck");
    }

    /** Looks at every run; tells whether there is any. */
    boolean step() {
        Instant now = clock.instant();
        for (Execution execution : work.all()) {
            look(execution, now);
        }
        return work.size() > 0;
    }

    private void look(Execution execution, Instant now) {
        if (execution.isWaiting()) {
            if (execution.stop().isPresent()) {
                work.giveUp(execution);
            } else if (execution.takenAt().plus(LONGEST_WAIT).isBefore(now)) {
                work.giveBack(execution);
            }
            return;
        }
        if (!execution.run().claim().orElseThrow().deadline().isAfter(now)) {
            timeOut(execution, now);
        }
        execution.stop().ifPresent(stop -> insist(execution, stop, now));
    }

    /** The task may start again at once: this run can no longer record anything. */
    private void timeOut(Execution execution, Instant now) {
        execution.ask(new Execution.Stop(RunState.TIMED_OUT, Work.overdue(execution.run()), now));
        work.giveUp(execution);
    }

    private void insist(Execution execution, Execution.Stop stop, Instant now) {
        if (stop.at().plus(patience.multipliedBy(2)).isBefore(now)) {
            if (execution.isAtWork() && execution.isGivenUpFirst()) {
                LOG.error(
                        "Run {} of {} does not stop: it is given up, and its thread is lost until it does",
                        execution.run().id(),
                        execution.run().definition().name());
                work.giveUp(execution);
                onStuck.run();
            }
        } else if (stop.at().plus(patience).isBefore(now)) {
            execution.interrupt();
        }
    }
}
