package org.tickmark.kit.lines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementSink;

/**
 * Tells a sink problems; of a warning that comes again and again it tells the first twenty, and at the end how many more there were. Errors are all told.
 * For one thread.
 */
public final class RepeatedWarnings {
    private static final int TOLD = 20;

    private final StatementSink sink;
    private final Map<String, Integer> warnings = new LinkedHashMap<>();

    public RepeatedWarnings(StatementSink sink) {
        this.sink = Objects.requireNonNull(sink, "sink");
    }

    /** Tells a problem with the file. */
    public void tell(Problem problem) {
        tell(problem, sink::problem);
    }

    /** Tells a problem to the one that it concerns, such as a statement. */
    public void tell(Problem problem, Consumer<Problem> concerned) {
        boolean warning = problem.severity() != Severity.ERROR;
        if (!warning || warnings.merge(problem.code(), 1, Integer::sum) <= TOLD) {
            concerned.accept(problem);
        }
    }

    /** Tells how many warnings were not told. */
    public void finish() {
        warnings.forEach((code, count) -> {
            if (count > TOLD) {
                sink.problem(Problem.warning(ErrorClass.W.code("more"), Texts.message("lines.more", count - TOLD, code))
                        .build());
            }
        });
    }
}
