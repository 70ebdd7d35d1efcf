package org.tickmark.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.TickmarkException;

/** The thread of a server that delivers mails: when it is woken, when one is due, and else every few minutes, since a call may be lost. */
final class CourierThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CourierThread.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final Courier courier;
    private final Retention retention;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "tickmark-mail");
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition changed = guard.newCondition();

    private boolean woken;
    private volatile boolean stopping;
    /** What was wrong in the last round, so that it is told once. */
    private String failing = "";

    CourierThread(Courier courier, Retention retention, Clock clock) {
        this.courier = courier;
        this.retention = retention;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    /** There may be something to deliver. */
    void wake() {
        guard.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /** Stops; lets a mail that is being handed over ten seconds, then interrupts. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(STOP_MILLIS);
            if (thread.isAlive()) {
                LOG.warn(
                        "A mail is still being handed over: whether it was taken will not be known, so it is sent again");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            pause(round());
        }
    }

    /** Delivers what is due; returns how long there is nothing to do. */
    private Duration round() {
        try {
            Optional<Instant> next = courier.step();
            while (!stopping && next.isPresent() && !next.get().isAfter(clock.instant())) {
                next = courier.step();
            }
            retention.forgetOld();
            failing = "";
            return next.map(at -> Duration.between(clock.instant(), at)).orElse(LONGEST_PAUSE);
        } catch (RuntimeException e) {
            tell(e);
            return AFTER_FAILURE;
        }
    }

    private void tell(RuntimeException e) {
        String what = String.valueOf(e.getMessage());
        if (what.equals(failing)) {
            return;
        }
        failing = what;
        if (e instanceof TickmarkException known) {
            LOG.error("Mails cannot be delivered now: {}", known.problem());
        } else {
            LOG.error("Mails cannot be delivered now", e);
        }
    }

    private void pause(Duration span) {
        guard.lock();
        try {
            long left = span.compareTo(LONGEST_PAUSE) < 0 ? span.toNanos() : LONGEST_PAUSE.toNanos();
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
