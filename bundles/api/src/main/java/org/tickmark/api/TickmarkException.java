package org.tickmark.api;

import java.util.Locale;
import java.util.Objects;

/**
 * Work that was refused or could not be done, with the reason as a {@link Problem}. It is what services throw; a door
 * renders it in the caller's language.
 */
public class TickmarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public TickmarkException(Problem problem) {
        this(problem, null);
    }

    /** An exception with the one that led to it; {@code cause} may be null. */
    public TickmarkException(Problem problem, Throwable cause) {
        super(Objects.requireNonNull(problem, "problem").text(Locale.ENGLISH), cause);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
