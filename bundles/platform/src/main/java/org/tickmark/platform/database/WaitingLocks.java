package org.tickmark.platform.database;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.Locks;

/**
 * Locks that are tried again and again: at once when this process lets go of one, and else every {@value #POLL_MILLIS}
 * milliseconds, since another node cannot call and a cancel token must be asked.
 */
final class WaitingLocks implements Locks {
    private static final int POLL_MILLIS = 100;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(365);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Claims claims;
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition released = guard.newCondition();
    private final AtomicLong releases = new AtomicLong();

    WaitingLocks(Claims claims) {
        this.claims = claims;
    }

    /** Where locks are kept. */
    interface Claims {
        /** Begins to try for the lock of this name. */
        Claim on(String name);
    }

    /** A try for a lock, and once taken the lock. One thread at a time. */
    interface Claim {
        /** Takes the lock if no other has it. */
        boolean tryTake();

        /** Ends the try, and lets go of the lock if it was taken. */
        void end();
    }

    @Override
    public Optional<Lock> acquire(String name, Duration patience, CancelToken cancel) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Lock name '" + name + "': expected words of a-z and 0-9 joined by -");
        }
        Claim claim = claims.on(name);
        boolean taken = false;
        try {
            taken = take(claim, patience, cancel);
            return taken ? Optional.of(new Held(claim)) : Optional.empty();
        } finally {
            if (!taken) {
                claim.end();
            }
        }
    }

    private boolean take(Claim claim, Duration patience, CancelToken cancel) {
        long deadline = System.nanoTime() + nanos(patience);
        try {
            while (true) {
                long seen = releases.get();
                if (claim.tryTake()) {
                    return true;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0 || cancel.isCancelled()) {
                    return false;
                }
                awaitRelease(seen, Math.min(left, POLL_NANOS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long nanos(Duration patience) {
        return patience.compareTo(LONGEST_PATIENCE) < 0 ? patience.toNanos() : LONGEST_PATIENCE.toNanos();
    }

    /** Waits for a release after the {@code seen}th one; guarded so that none is missed between the try and the wait. */
    private void awaitRelease(long seen, long nanos) throws InterruptedException {
        guard.lock();
        try {
            long left = nanos;
            while (releases.get() == seen && left > 0) {
                left = released.awaitNanos(left);
            }
        } finally {
            guard.unlock();
        }
    }

    private void tellRelease() {
        guard.lock();
        try {
            releases.incrementAndGet();
            released.signalAll();
        } finally {
            guard.unlock();
        }
    }

    private final class Held implements Lock {
        private final Claim claim;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Held(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                claim.end();
                tellRelease();
            }
        }
    }
}
