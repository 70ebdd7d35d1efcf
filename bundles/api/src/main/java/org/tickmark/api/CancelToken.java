package org.tickmark.api;

import java.util.concurrent.CancellationException;

/** Tells work that it should stop. Safe for use from many threads; once cancelled, it stays so. */
@FunctionalInterface
public interface CancelToken {
    /** A token that is never cancelled. */
    CancelToken NEVER = () -> false;

    /** Whether the work should stop. */
    boolean isCancelled();

    /**
     * Stops the work if it should stop; to be called between steps, when nothing is half done.
     *
     * @throws CancellationException if the work should stop
     */
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }
}
