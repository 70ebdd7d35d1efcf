package org.tickmark.importers.pipeline;

import java.util.List;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Appended;
import org.tickmark.api.host.imports.FileOutcome.Result;

/**
 * What is to become of a file, and what it held.
 *
 * @param result what becomes of it
 * @param format its format; empty when not recognised
 * @param encoding its encoding; empty when not known
 * @param appended what booking it changed
 * @param problems errors and warnings
 */
record Decision(Result result, String format, String encoding, Appended appended, List<Problem> problems) {
    private static final Appended NOTHING = new Appended(0, 0, 0, 0, List.of());

    Decision {
        problems = List.copyOf(problems);
    }

    /** Nothing of the file is booked. */
    static Decision without(Result result, String format, List<Problem> problems) {
        return new Decision(result, format, "", NOTHING, problems);
    }

    /** The file is booked: as new, or as one that brought nothing. */
    static Decision booked(ReadFile read, Appended appended, List<Problem> problems) {
        boolean brought = appended.statements() > 0 || appended.entries() > 0;
        Result result = brought ? Result.IMPORTED : Result.DUPLICATE;
        return new Decision(result, read.format(), read.encoding(), appended, problems);
    }
}
