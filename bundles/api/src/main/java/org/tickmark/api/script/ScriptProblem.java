package org.tickmark.api.script;

import java.util.Objects;
import org.tickmark.api.Problem;

/**
 * What is wrong with a script, and where.
 *
 * @param position where
 * @param problem what, with what was found and what was expected; its {@link Problem#where} is the position as text
 */
public record ScriptProblem(ScriptPosition position, Problem problem) {
    public ScriptProblem {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(problem, "problem");
    }
}
