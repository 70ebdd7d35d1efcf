package org.tickmark.launcher.it;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does in its own time. */
final class Waiting {
    private static final long POLL_NANOS = 100_000_000L;

    private Waiting() {}

    /** Waits until a condition holds. */
    static void until(Callable<String> description, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Running.PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Waited in vain for " + description.call());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
