package org.tickmark.api.script;

import java.util.Objects;
import java.util.Optional;

/**
 * How a run ended. Immutable.
 *
 * @param outcome how
 * @param message what the script wants said, with {@link Outcome#EXITED}; else empty
 * @param problem what went wrong and where, with {@link Outcome#FAILED} and {@link Outcome#LIMIT}
 */
public record ScriptEnd(Outcome outcome, String message, Optional<ScriptProblem> problem) {
    /** How a run can end. */
    public enum Outcome {
        /** It came to its end. */
        FINISHED,
        /** It ended itself, with a message for whoever started it. */
        EXITED,
        /** An exception was not caught. */
        FAILED,
        /** It used more than it may. */
        LIMIT,
        /** It was told to stop. */
        CANCELLED
    }

    public ScriptEnd {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(message, "message");
        if (problem.isPresent() != (outcome == Outcome.FAILED || outcome == Outcome.LIMIT)) {
            throw new IllegalArgumentException("End " + outcome + " with problem " + problem);
        }
    }
}
