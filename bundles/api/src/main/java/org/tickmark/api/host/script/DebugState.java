package org.tickmark.api.host.script;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.script.ScriptEnd;

/**
 * How far a debugged run has come. Immutable.
 *
 * @param kind how far
 * @param until when the session is ended because nobody has touched it; only with {@link Kind#PAUSED}
 * @param end how the run ended; only with {@link Kind#ENDED} and {@link Kind#FAILED}
 * @param text what is wrong, such as a condition that cannot be evaluated; empty if nothing is
 */
public record DebugState(Kind kind, Optional<Instant> until, Optional<ScriptEnd> end, String text) {
    /** How far a run can come, and why it stands there. */
    public enum Kind {
        /** It stands before its first statement. */
        AT_START,
        /** It stands where a step has led. */
        STEPPED,
        /** It stands at a breakpoint. */
        AT_BREAKPOINT,
        /** It stands because somebody asked it to pause. */
        PAUSED,
        /** It has failed, and its variables can still be seen. */
        FAILED,
        /** It is under way. */
        RUNNING,
        /** It is over. */
        ENDED;

        /** Whether it stands, and can be looked at. */
        public boolean stands() {
            return this != RUNNING && this != ENDED;
        }
    }

    public DebugState {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        if (until.isPresent() != kind.stands() || end.isPresent() != (kind == Kind.ENDED || kind == Kind.FAILED)) {
            throw new IllegalArgumentException("State " + kind + " with until " + until + " and end " + end);
        }
    }
}
