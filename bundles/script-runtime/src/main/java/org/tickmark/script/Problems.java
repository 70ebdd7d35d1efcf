package org.tickmark.script;

import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.script.ScriptProblem;

/** What is wrong with scripts. */
final class Problems {
    private Problems() {}

    /** The first error, if there is one. */
    static Optional<Problem> first(List<ScriptProblem> problems) {
        return problems.stream()
                .map(ScriptProblem::problem)
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst();
    }
}
