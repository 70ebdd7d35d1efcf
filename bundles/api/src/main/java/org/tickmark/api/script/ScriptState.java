package org.tickmark.api.script;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a run has come. Immutable.
 *
 * @param kind how far
 * @param until until when it waits; only with {@link Kind#WAITING}
 * @param end how it ended; only with {@link Kind#ENDED}
 */
public record ScriptState(Kind kind, Optional<Instant> until, Optional<ScriptEnd> end) {
    /** How far a run can come. */
    public enum Kind {
        /** It stands before a statement. */
        PAUSED,
        /** It wants to go on at a later moment. */
        WAITING,
        /** It is over. */
        ENDED
    }

    /** It stands before a statement. */
    public static final ScriptState PAUSED = new ScriptState(Kind.PAUSED, Optional.empty(), Optional.empty());

    public ScriptState {
        Objects.requireNonNull(kind, "kind");
        if (until.isPresent() != (kind == Kind.WAITING) || end.isPresent() != (kind == Kind.ENDED)) {
            throw new IllegalArgumentException("State " + kind + " with until " + until + " and end " + end);
        }
    }

    /** It waits for a moment. */
    public static ScriptState waiting(Instant moment) {
        return new ScriptState(Kind.WAITING, Optional.of(moment), Optional.empty());
    }

    /** It is over. */
    public static ScriptState ended(ScriptEnd how) {
        return new ScriptState(Kind.ENDED, Optional.empty(), Optional.of(how));
    }
}
