package org.tickmark.console.commands;

import org.tickmark.api.Problem;
import org.tickmark.api.Severity;

/** Problems with the file in front of the place in it. */
final class Located {
    private Located() {}

    static Problem in(String file, Problem problem) {
        Problem.Builder located = builder(problem)
                .where(problem.where().map(place -> file + ", " + place).orElse(file));
        problem.found().ifPresent(located::found);
        problem.expected().ifPresent(located::expected);
        problem.advice().ifPresent(located::advice);
        return located.build();
    }

    private static Problem.Builder builder(Problem problem) {
        if (problem.severity() == Severity.ERROR) {
            return Problem.error(problem.code(), problem.what());
        }
        return problem.severity() == Severity.WARNING
                ? Problem.warning(problem.code(), problem.what())
                : Problem.info(problem.code(), problem.what());
    }
}
