package org.tickmark.importers.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;

/** A file as it was read. */
record ReadFile(String format, String encoding, List<ReadStatement> statements, List<Problem> problems) {
    ReadFile {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }

    /** The problems of the file and of its statements. */
    List<Problem> allProblems() {
        return Stream.concat(problems.stream(), statements.stream().flatMap(s -> s.problems().stream()))
                .toList();
    }

    /** Whether something rejects the file. */
    boolean hasErrors() {
        return allProblems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
