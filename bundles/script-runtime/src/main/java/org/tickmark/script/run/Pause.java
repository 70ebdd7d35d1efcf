package org.tickmark.script.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a thread waits for a script that waits. */
@FunctionalInterface
public interface Pause {
    /** How often one who waits is asked whether it still should. */
    Duration LOOK = Duration.ofMillis(200);

    /**
     * Waits, at most for this span.
     *
     * @return false if the thread was interrupted; it stays so
     */
    boolean pause(Duration atMost);

    /** Waits by the clock of the machine, {@link #LOOK} at most. */
    static boolean really(Duration atMost) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(Math.max(atMost.toNanos(), 0), LOOK.toNanos()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
