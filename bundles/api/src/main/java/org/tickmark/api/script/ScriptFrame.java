package org.tickmark.api.script;

import java.util.List;
import java.util.Objects;

/**
 * A call that a run is in.
 *
 * @param function name of what was called; empty for the script itself
 * @param position the statement it is at
 * @param variables what is visible there, besides the variables of the whole program
 */
public record ScriptFrame(String function, ScriptPosition position, List<ScriptVariable> variables) {
    public ScriptFrame {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(position, "position");
        variables = List.copyOf(variables);
    }
}
