package org.tickmark.scheduler.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.scheduler.run.Ended;
import org.tickmark.scheduler.run.Finish;

/** Writes the ends of this node's runs, as many at once as there are. Steps are for one thread; runs may be added from many. */
final class Finisher {
    private static final Logger LOG = LoggerFactory.getLogger(Finisher.class);

    private final Finish finish;
    private final LogBook logs;
    private final Metrics metrics;
    private final LinkedBlockingQueue<Ended> queue = new LinkedBlockingQueue<>();

    /** What is being written; it is tried again until it is known what became of it. */
    private List<Ended> batch = List.of();
    /** Whether one of the batch cannot be written, so that they are written one by one. */
    private boolean singly;

    Finisher(Finish finish, LogBook logs, Metrics metrics) {
        this.finish = Objects.requireNonNull(finish, "finish");
        this.logs = Objects.requireNonNull(logs, "logs");
        this.metrics = Objects.requireNonNull(metrics, "metrics");
    }

    void add(Ended end) {
        queue.add(end);
    }

    /** Waits until there is something to write. */
    void await() throws InterruptedException {
        if (batch.isEmpty()) {
            List<Ended> first = new ArrayList<>();
            first.add(queue.take());
            batch = first;
        }
    }

    /** Whether there is nothing to write. */
    boolean isIdle() {
        return batch.isEmpty() && queue.isEmpty();
    }

    /**
     * Writes what there is.
     *
     * @return the runs that need not be looked after any more
     * @throws TickmarkException if the database does not answer; to be tried again
     */
    List<Ended> step() {
        if (!singly) {
            fill();
        }
        if (batch.isEmpty()) {
            return List.of();
        }
        logs.flush();
        return singly ? one() : all();
    }

    private void fill() {
        List<Ended> more = new ArrayList<>(batch);
        queue.drainTo(more);
        batch = more;
    }

    private List<Ended> all() {
        try {
            List<Ended> written = batch;
            write(written);
            batch = List.of();
            return written;
        } catch (TickmarkException e) {
            singly = cannotBeWritten(e);
            throw e;
        }
    }

    private static boolean cannotBeWritten(TickmarkException e) {
        return "store.failed".equals(e.problem().code());
    }

    private List<Ended> one() {
        Ended first = batch.get(0);
        try {
            write(List.of(first));
        } catch (TickmarkException e) {
            if (!cannotBeWritten(e)) {
                throw e;
            }
            writeFailure(first, e);
        }
        batch = batch.subList(1, batch.size());
        singly = !batch.isEmpty();
        return List.of(first);
    }

    /** What a run brought can be something that the database does not take: that is a failure of the run. */
    private void writeFailure(Ended end, TickmarkException because) {
        LOG.error("What run {} brought cannot be kept", end.run().id(), because);
        String why = Texts.message("result.unkept").toString();
        write(List.of(Ended.without(end.run(), RunState.FAILED, end.at(), why, Map.of())));
    }

    private void write(List<Ended> ends) {
        Set<Long> others = finish.finish(ends);
        for (Ended end : ends) {
            if (others.contains(end.run().id())) {
                LOG.warn(
                        "Run {} of {} had lost its right to work: its end ({}) counts for nothing",
                        end.run().id(),
                        end.run().definition().name(),
                        end.state());
            } else {
                metrics.ended(end);
            }
        }
    }
}
