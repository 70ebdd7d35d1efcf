package org.tickmark.scheduler.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Bell;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.scheduler.dispatch.NodeOptions.Sharing;
import org.tickmark.scheduler.run.DueTable;

/**
 * The threads of a node: a dispatcher, a finisher, one that renews the lease, one that watches the runs at work, one that keeps house,
 * one that writes logs, and the workers. A thread that fails says so once and tries again a little later.
 */
public final class NodeThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeThreads.class);

    /** How often a node looks for what other nodes have added, should it not have heard of it. */
    private static final Duration POLL = Duration.ofSeconds(5);

    private static final long WATCH_MILLIS = 1000;
    private static final long LOG_MILLIS = 1000;
    private static final long ALONE_HOUSEKEEPING_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long PAUSE_MILLIS = 1000;

    private final Node node;
    private final LinkedBlockingQueue<Execution> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger workers = new AtomicInteger();
    private final Semaphore lines = new Semaphore(0);
    private final Semaphore runs = new Semaphore(0);
    private final Semaphore changedExecutors = new Semaphore(0);
    private final Semaphore wishes = new Semaphore(0);
    private final Bell bell;
    private final List<Bell.Listening> listening = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean dispatching = true;
    private volatile boolean stopping;

    /** The threads of a node that works so, and hears by a bell of what other nodes did. */
    public NodeThreads(NodeOptions options, Node.Surroundings around, Node.Means means, Bell bell) {
        this.bell = Objects.requireNonNull(bell, "bell");
        this.node = new Node(options, around, means, new Hands());
    }

    private final class Hands implements Node.Threads {
        @Override
        public void start(List<Execution> executions) {
            queue.addAll(executions);
            runs.release();
        }

        @Override
        public void replace() {
            startWorker();
        }

        @Override
        public void write() {
            lines.release();
        }

        @Override
        public void announce() {
            changedExecutors.release();
        }
    }

    /** The node. */
    public Node node() {
        return node;
    }

    /** Joins and begins to work. */
    public void start() {
        listening.add(bell.listen(Herald.DUE, node.inbox()::changed));
        listening.add(bell.listen(Herald.CANCELLED, wishes::release));
        thread("tickmark-heartbeat", this::beat);
        thread("tickmark-dispatch", this::dispatch);
        thread("tickmark-finish", this::finish);
        thread("tickmark-watch", this::watch);
        thread("tickmark-housekeeping", this::keepHouse);
        thread("tickmark-run-log", this::writeLogs);
        for (int i = 0; i < node.options().workers(); i++) {
            startWorker();
        }
    }

    private void startWorker() {
        thread("tickmark-run-" + workers.incrementAndGet(), this::work);
    }

    private void thread(String name, Loop loop) {
        Thread thread = new Thread(() -> over(name, loop), name);
        synchronized (threads) {
            threads.add(thread);
        }
        thread.start();
    }

    /** One round of a thread. */
    @FunctionalInterface
    private interface Loop {
        void round() throws InterruptedException;
    }

    private void over(String name, Loop loop) {
        boolean failing = false;
        while (!stopping) {
            try {
                loop.round();
                failing = false;
            } catch (InterruptedException e) {
                LOG.debug("{} was interrupted", name, e);
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.error("{} cannot go on; it tries again every {} ms", name, PAUSE_MILLIS, e);
                }
                failing = true;
                pause(PAUSE_MILLIS);
            }
        }
    }

    /** Waits, unless this is to stop. */
    private void pause(long millis) {
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.trace("Stopping");
            }
        } catch (InterruptedException e) {
            LOG.debug("A pause was interrupted", e);
        }
    }

    // ---------------------------------------------------------------- rounds

    private boolean isShared() {
        return node.options().sharing() == Sharing.SHARED;
    }

    private void beat() throws InterruptedException {
        node.heartbeat();
        if (isShared()) {
            pause(node.options().renewal().toMillis());
        } else {
            changedExecutors.acquire();
            changedExecutors.drainPermits();
        }
    }

    private void dispatch() throws InterruptedException {
        if (!dispatching) {
            pause(PAUSE_MILLIS);
            return;
        }
        if (isShared()) {
            node.poll(POLL);
        }
        Instant next = node.dispatch();
        node.inbox().await(nanosUntil(next));
    }

    private long nanosUntil(Instant next) {
        Instant now = node.clock().instant();
        if (isShared()) {
            long jitter = ThreadLocalRandom.current().nextLong(POLL.toNanos() / 5);
            Instant look = now.plus(POLL).plusNanos(jitter);
            return Math.max(
                    0, Duration.between(now, next.isBefore(look) ? next : look).toNanos());
        }
        return next.isBefore(DueTable.NEVER)
                ? Math.max(0, Duration.between(now, next).toNanos())
                : -1;
    }

    private void finish() throws InterruptedException {
        node.awaitEnd();
        node.finish();
    }

    private void watch() throws InterruptedException {
        if (node.watch() || isShared()) {
            pause(WATCH_MILLIS);
        } else {
            runs.acquire();
            runs.drainPermits();
        }
    }

    private void keepHouse() throws InterruptedException {
        long millis = PAUSE_MILLIS;
        if (node.housekeep()) {
            millis = isShared() ? node.options().renewal().toMillis() : ALONE_HOUSEKEEPING_MILLIS;
        }
        if (wishes.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wishes.drainPermits();
        }
    }

    private void writeLogs() throws InterruptedException {
        lines.acquire();
        lines.drainPermits();
        pause(LOG_MILLIS);
        node.writeLogs();
    }

    private void work() throws InterruptedException {
        node.perform(queue.take());
    }

    // ---------------------------------------------------------------- going down

    /** Lets the runs of an executor that goes away end; asks them to stop when they do not in time, then gives them up. */
    public void drain(TaskExecutor executor) {
        drain(() -> node.leaving(executor, false), () -> node.leaving(executor, true));
    }

    private void drain(IntSupplier left, IntSupplier asking) {
        if (awaitNone(left)) {
            return;
        }
        if (asking.getAsInt() > 0 && !awaitNone(left)) {
            node.giveUp();
        }
    }

    private boolean awaitNone(IntSupplier left) {
        long end = System.nanoTime() + node.options().patience().toNanos();
        while (left.getAsInt() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return left.getAsInt() == 0;
    }

    /** Takes nothing any more, lets runs end, asks them to stop when they do not in time, and ends the node. */
    @Override
    public void close() {
        dispatching = false;
        listening.forEach(Bell.Listening::close);
        drain(() -> node.stopping(false), () -> node.stopping(true));
        awaitNone(() -> node.isFinished() ? 0 : 1);
        stopping = true;
        stop.countDown();
        synchronized (threads) {
            threads.forEach(Thread::interrupt);
            threads.forEach(NodeThreads::join);
        }
        node.leave();
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.error("{} does not stop", thread.getName());
        }
    }
}
