package org.tickmark.api.script;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Severity;

/**
 * What compiling a source came to: a program, or the errors for which there is none.
 *
 * @param program the program; there is one exactly if no problem is an error
 * @param problems errors and warnings of all sources, in the order in which they stand
 */
public record Compilation(Optional<ScriptProgram> program, List<ScriptProblem> problems) {
    public Compilation {
        Objects.requireNonNull(program, "program");
        problems = List.copyOf(problems);
        boolean wrong = problems.stream().anyMatch(found -> found.problem().severity() == Severity.ERROR);
        if (wrong == program.isPresent()) {
            throw new IllegalArgumentException("A compilation has a program or errors, and not both");
        }
    }
}
