package org.tickmark.api.host.script;

import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.script.ScriptPosition;

/**
 * A breakpoint of a session. Immutable.
 *
 * @param number its number in the session
 * @param breakpoint what was wanted
 * @param position the statement that it stops before; empty if there is none at or after its line, so that it never stops
 */
public record PlacedBreakpoint(int number, Breakpoint breakpoint, Optional<ScriptPosition> position) {
    public PlacedBreakpoint {
        Objects.requireNonNull(breakpoint, "breakpoint");
        Objects.requireNonNull(position, "position");
    }
}
