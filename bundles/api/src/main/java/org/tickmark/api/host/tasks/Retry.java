package org.tickmark.api.host.tasks;

import java.time.Duration;
import java.util.Objects;

/**
 * What happens after a failed attempt.
 *
 * @param most how many further attempts at most, 0 or more. A run that was lost, because its node or its executor went away, runs once
 *     more even with 0, unless the task is to run at most once: it did not fail, and may not have begun
 * @param delay how long after the end of the first one the next begins
 * @param backoff how the delay grows
 * @param longest the delay does not grow beyond this
 */
public record Retry(int most, Duration delay, Backoff backoff, Duration longest) {
    /** How the delay grows from attempt to attempt. */
    public enum Backoff {
        /** Not at all. */
        FIXED,
        /** It doubles. */
        DOUBLING
    }

    /** No further attempt. */
    public static final Retry NONE = new Retry(0, Duration.ZERO, Backoff.FIXED, Duration.ZERO);

    public Retry {
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(backoff, "backoff");
        Objects.requireNonNull(longest, "longest");
    }

    /** How long after the end of an attempt the next begins; {@code attempt} counts from 1. */
    public Duration delayAfter(int attempt) {
        if (backoff == Backoff.FIXED) {
            return delay;
        }
        Duration grown = delay;
        for (int i = 1; i < attempt && grown.compareTo(longest) < 0; i++) {
            grown = grown.multipliedBy(2);
        }
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
