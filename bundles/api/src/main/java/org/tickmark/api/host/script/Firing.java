package org.tickmark.api.host.script;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What came of firing a trigger. Immutable.
 *
 * @param outcome what
 * @param message what was said to the user, or what went wrong; may be empty
 * @param changes the fields that were changed
 * @param took how long it took
 */
public record Firing(Outcome outcome, String message, Map<String, String> changes, Duration took) {
    /** What can come of it. */
    public enum Outcome {
        /** The condition did not hold. Not kept in the log. */
        SKIPPED,
        /** It may happen as it is. */
        PASSED,
        /** It may happen with fields changed. */
        CHANGED,
        /** It must not happen. */
        BLOCKED,
        /** What had happened was reacted to. */
        REACTED,
        /** A script failed. */
        FAILED,
        /** The trigger had set itself off, or too often. */
        LOOP
    }

    public Firing {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(message, "message");
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        Objects.requireNonNull(took, "took");
    }
}
