package org.tickmark.api.script;

import java.time.Duration;
import java.util.Objects;

/**
 * What a run may use at most. Whatever exceeds a limit ends the run with {@link ScriptEnd.Outcome#LIMIT}; no script can catch that.
 *
 * @param steps statements, turns of loops and calls; a built-in counts for the work it does, about one step for a hundred characters or entries
 *     it moves
 * @param time time on the call's clock, without pauses and waits
 * @param memory bytes that its values take, as the language estimates them, which is never less than half of what they take
 * @param output characters written
 * @param depth calls inside one another
 */
public record ScriptLimits(long steps, Duration time, long memory, long output, int depth) {
    /** 100 million steps, a minute, 64 MiB, 10 million characters, 1,000 calls. */
    public static final ScriptLimits USUAL =
            new ScriptLimits(100_000_000, Duration.ofMinutes(1), 64L << 20, 10_000_000, 1_000);

    public ScriptLimits {
        Objects.requireNonNull(time, "time");
        if (steps < 1 || time.isNegative() || memory < 1 || output < 0 || depth < 1) {
            throw new IllegalArgumentException("Limits of a script are positive");
        }
    }
}
