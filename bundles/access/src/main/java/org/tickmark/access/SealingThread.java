package org.tickmark.access;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals in the background: once for however many commits there were since the last time. Safe for use from many threads. */
final class SealingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealingThread.class);
    private static final long CLOSE_SECONDS = 10;

    private final Sealer sealer;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "tickmark-audit"));

    SealingThread(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Something was committed. What comes after the end is sealed at the next start. */
    void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::seal);
            } catch (RejectedExecutionException e) {
                LOG.debug("Closed: sealed at the next start", e);
            }
        }
    }

    private void seal() {
        asked.set(false);
        try {
            sealer.seal();
        } catch (RuntimeException e) {
            LOG.error("Audit records could not be sealed; it is tried again after the next one", e);
        }
    }

    /** Lets the sealing that is under way end. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The sealing of audit records did not end within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
