package org.tickmark.launcher.it;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A moment of a night run: so long after something that can be seen from outside.
 *
 * @param sign what is seen
 * @param count how often
 * @param nanos how long after that
 */
record Moment(Sign sign, int count, long nanos) {
    /** What can be seen of a run. */
    enum Sign {
        /** It has been started. */
        START,
        /** It has made the database, which is still empty. */
        OPENED,
        /** So many files have been taken out of their folders. */
        CLAIMED,
        /** So many files lie in their archives. */
        ARCHIVED,
        /** So many files have been reported on. */
        REPORTED;

        private int count(Night night) throws IOException {
            return switch (this) {
                case START -> 0;
                case OPENED -> night.hasDatabase() ? 1 : 0;
                case CLAIMED -> night.claimed();
                case ARCHIVED -> night.archived();
                case REPORTED -> night.reports();
            };
        }
    }

    /** Waits for the moment; false if the process ends before. */
    boolean await(Night night, Running running) throws IOException {
        try (Changes changes = night.changes()) {
            while (sign.count(night) < count) {
                if (!running.isAlive()) {
                    return false;
                }
                changes.await();
            }
        }
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return running.isAlive();
    }

    @Override
    public String toString() {
        return "%s %d + %.1f ms".formatted(sign.name().toLowerCase(Locale.ROOT), count, nanos / 1e6);
    }
}
