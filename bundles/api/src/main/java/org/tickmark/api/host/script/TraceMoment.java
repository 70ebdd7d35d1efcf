package org.tickmark.api.host.script;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.script.ScriptPosition;

/**
 * A moment of a trace: before a statement ran, or at the end. Immutable.
 *
 * @param step its number, from 0; that of the end is the number of statements
 * @param position the statement
 * @param depth how many calls it was in
 * @param time since the run began, exact to some hundred statements
 * @param memory bytes that its values took, as exact
 * @param values what was known then: those of the whole program first, then those of each call, each in the order in which they came
 */
public record TraceMoment(
        long step, ScriptPosition position, int depth, Duration time, long memory, List<TraceValue> values) {
    public TraceMoment {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(time, "time");
        values = List.copyOf(values);
    }
}
