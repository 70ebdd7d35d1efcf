package org.tickmark.api.host.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the runs of a task are held apart, and where they may run.
 *
 * @param lock how long a run may take; then it is stopped, counts as failed, and can no longer record success
 * @param whenBusy what becomes of a time at which a run is still under way
 * @param priority runs of a higher one start first; what waits long rises. From -100 to 100
 * @param key of all tasks with the same key, one run at a time; empty: no key
 * @param labels labels that a node must have, all of them
 * @param atMostOnce whether a run that was cut off is left for a person, instead of being run again
 */
public record Running(
        Duration lock, WhenBusy whenBusy, int priority, Optional<String> key, List<String> labels, boolean atMostOnce) {
    /** What becomes of a time at which a run is still under way. */
    public enum WhenBusy {
        /** It is left out, and history says so. */
        SKIP,
        /** It waits, one at most: a further one takes its place, and history says so. */
        QUEUE,
        /** The run under way is cancelled, and it runs when that has ended. */
        REPLACE,
        /** It runs beside it. */
        ALLOW
    }

    /** An hour at most, nothing beside a run under way. */
    public static final Running USUAL =
            new Running(Duration.ofHours(1), WhenBusy.SKIP, 0, Optional.empty(), List.of(), false);

    public Running {
        Objects.requireNonNull(lock, "lock");
        Objects.requireNonNull(whenBusy, "whenBusy");
        Objects.requireNonNull(key, "key");
        labels = List.copyOf(labels);
    }
}
