package org.tickmark.platform.event;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Locks.Lock;

/**
 * The one thread over all nodes that delivers events: the node that holds the lock does, and another one takes over when it
 * goes. It works when it is woken, and looks every {@value #POLL_SECONDS} seconds for what other nodes recorded and for what
 * is to be tried again.
 */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String LOCK = "event-dispatcher";
    private static final int POLL_SECONDS = 5;
    private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(POLL_SECONDS);
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final EventDelivery delivery;
    private final EventRetention retention;
    private final Locks locks;
    private final Thread thread = new Thread(this::run, "tickmark-events");
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition changed = guard.newCondition();

    private boolean woken;
    private volatile boolean stopping;
    /** Whether the last round failed, so that a database that is away is told of once. */
    private boolean failing;

    Dispatcher(EventDelivery delivery, EventRetention retention, Locks locks) {
        this.delivery = delivery;
        this.retention = retention;
        this.locks = locks;
    }

    void start() {
        thread.start();
    }

    /** Something is to be delivered. */
    void wake() {
        guard.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /** Stops; lets a handler that is at work ten seconds to end, then interrupts it. */
    @Override
    public void close() {
        stopping = true;
        wake();
        if (!ended()) {
            LOG.warn("A handler is still at work on an event: it is interrupted");
            thread.interrupt();
            if (!ended()) {
                LOG.error("A handler does not stop working on an event");
            }
        }
    }

    private boolean ended() {
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void run() {
        while (!stopping) {
            try {
                leadOrWait();
                failing = false;
            } catch (RuntimeException e) {
                tell(e);
                pause();
            }
        }
    }

    private void leadOrWait() {
        Optional<Lock> lead = locks.acquire(LOCK, Duration.ZERO, () -> stopping);
        if (lead.isEmpty()) {
            pause();
            return;
        }
        try (Lock lock = lead.get()) {
            LOG.debug("This node delivers the events ({})", lock);
            while (!stopping) {
                if (!delivery.deliverSome(() -> stopping)) {
                    retention.forgetOld();
                    pause();
                }
                failing = false;
            }
        }
    }

    private void tell(RuntimeException e) {
        if (!failing) {
            failing = true;
            LOG.error("Events cannot be delivered now; it is tried again every {} s", POLL_SECONDS, e);
        }
    }

    /** Until something is to be delivered, or it is time to look. */
    private void pause() {
        // A handler may have left its thread interrupted.
        Thread.interrupted();
        guard.lock();
        try {
            long left = POLL_NANOS;
            while (!woken && !stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
        } catch (InterruptedException e) {
            LOG.debug("Woken by an interrupt", e);
        } finally {
            guard.unlock();
        }
    }
}
