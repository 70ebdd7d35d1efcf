package org.tickmark.launcher.boot;

import java.util.List;
import java.util.Optional;

/** Finds in a failure the sentence that tells a person what went wrong. */
final class Failures {
    private static final String REFUSAL = "org.tickmark.api.TickmarkException: ";
    private static final String CAUSE = "Caused by: ";

    private Failures() {}

    /** The message of the innermost cause. */
    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** The problem that a printed stack trace tells of, if a component refused to work with what it was given. */
    static Optional<String> refusal(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> line.contains(REFUSAL))
                .map(line -> line.substring(line.indexOf(REFUSAL) + REFUSAL.length()))
                .reduce((outer, inner) -> inner);
    }

    /** The innermost cause that a printed stack trace tells of. */
    static String rootCause(String stackTrace) {
        List<String> causes =
                stackTrace.lines().filter(line -> line.startsWith(CAUSE)).toList();
        return causes.isEmpty()
                ? stackTrace.lines().findFirst().orElse("")
                : causes.get(causes.size() - 1).substring(CAUSE.length());
    }
}
