package org.tickmark.importer.csv;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementSink;

/**
 * What can be wrong with a table, in words; and how it is told: of a warning that comes again and again the first ones, and at the end how many
 * more there were.
 */
final class Problems {
    private static final int TOLD = 20;
    private static final int FOUND_LENGTH = 60;

    private final StatementSink sink;
    private final Map<String, Integer> warnings = new LinkedHashMap<>();

    Problems(StatementSink sink) {
        this.sink = sink;
    }

    /** Starts a problem that refuses the file, with its advice. */
    static Problem.Builder refusal(ErrorClass errorClass, String word, Object... arguments) {
        return Problem.error(errorClass.code(word), Texts.message("csv." + word, arguments))
                .advice(Texts.message("csv." + word + ".advice"));
    }

    /** Starts a warning. */
    static Problem.Builder warning(ErrorClass errorClass, String word, Object... arguments) {
        return Problem.warning(errorClass.code(word), Texts.message("csv." + word, arguments));
    }

    /** A place in the file. */
    static String line(long number) {
        return "line " + number;
    }

    /** What of a cell may be shown: its beginning. */
    static String shown(String cell) {
        return cell.length() <= FOUND_LENGTH ? cell : cell.substring(0, FOUND_LENGTH) + "…";
    }

    /** Tells a problem with the file. */
    void tell(Problem problem) {
        tell(problem, sink::problem);
    }

    /** Tells a problem to the one that it concerns. */
    void tell(Problem problem, Consumer<Problem> concerned) {
        boolean warning = problem.severity() != Severity.ERROR;
        if (!warning || warnings.merge(problem.code(), 1, Integer::sum) <= TOLD) {
            concerned.accept(problem);
        }
    }

    /** Tells how many warnings were not told. */
    void finish() {
        warnings.forEach((code, count) -> {
            if (count > TOLD) {
                sink.problem(Problem.warning(ErrorClass.W.code("more"), Texts.message("csv.more", count - TOLD, code))
                        .build());
            }
        });
    }
}
