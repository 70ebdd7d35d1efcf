package org.tickmark.importer.sie;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementSink;

/** Tells the sink problems; of a warning that comes again and again it tells the first ones, and at the end how many more there were. */
final class Problems {
    private static final int TOLD = 20;

    private final StatementSink sink;
    private final Map<String, Integer> warnings = new LinkedHashMap<>();

    Problems(StatementSink sink) {
        this.sink = sink;
    }

    /** Tells a problem. */
    void tell(Problem problem) {
        boolean warning = problem.severity() != Severity.ERROR;
        if (!warning || warnings.merge(problem.code(), 1, Integer::sum) <= TOLD) {
            sink.problem(problem);
        }
    }

    /** Tells how many warnings were not told. */
    void finish() {
        warnings.forEach((code, count) -> {
            if (count > TOLD) {
                sink.problem(Problem.warning(ErrorClass.W.code("more"), Texts.message("sie.more", count - TOLD, code))
                        .build());
            }
        });
    }
}
