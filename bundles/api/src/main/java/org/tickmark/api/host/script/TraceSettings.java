package org.tickmark.api.host.script;

import java.time.Duration;
import java.util.Objects;

/**
 * What to trace, and how. Immutable.
 *
 * @param target {@code script/NAME} for all runs of a script or macro, {@code trigger/NAME} for what a trigger runs
 * @param description what for; may be empty
 * @param user identity whose runs are traced, such as {@code user:kari}; empty for everybody's
 * @param resolution every how many statements is written; 1 for each
 * @param keep how long a recording is kept
 * @param mostBytes how many bytes a recording takes at most while it is made; of more the end is kept
 * @param onlyFailures whether a recording is kept only if the run failed
 * @param mailTo addresses that get a mail about a recording, separated by commas; empty for nobody
 */
public record TraceSettings(
        String target,
        String description,
        String user,
        int resolution,
        Duration keep,
        long mostBytes,
        boolean onlyFailures,
        String mailTo) {
    /** As much as a recording may take at most. */
    public static final long MOST_BYTES = 64L << 20;

    public TraceSettings {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(keep, "keep");
        Objects.requireNonNull(mailTo, "mailTo");
        if (resolution < 1 || mostBytes < 1 || mostBytes > MOST_BYTES || keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException(
                    "A trace has a resolution, a time and a size above zero, and at most " + MOST_BYTES + " bytes");
        }
    }

    /** Each statement of everybody's runs, for a week, in 16 MiB at most. */
    public static TraceSettings of(String target) {
        return new TraceSettings(target, "", "", 1, Duration.ofDays(7), 16L << 20, false, "");
    }
}
