package org.tickmark.api.command;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How a command ended, for scripts. Where several apply, the one declared first here wins: {@link #worst}.
 */
public enum ExitCode {
    /** The command line was wrong. */
    USAGE(2),
    /** The configuration is invalid, or background jobs are switched off. */
    CONFIGURATION(3),
    /** Another batch holds the lock. */
    LOCKED(6),
    /** The time allowed ran out; what was done stands. */
    TIMEOUT(9),
    /** Interrupted (SIGINT); what was done stands. */
    INTERRUPTED(130),
    /** Terminated (SIGTERM); what was done stands. */
    TERMINATED(143),
    /** Something unforeseen. */
    FAILURE(1),
    /** A balance proof failed. */
    PROOF_FAILED(8),
    /** A source or archive path is missing or not accessible. */
    PATH(5),
    /** A unit, file or rule failed; the others are committed. */
    PARTLY(4),
    /** The work is done, but the mail could not be handed over. */
    MAIL(7),
    /** There was nothing to do, and {@code --fail-on-empty} asked to be told so. */
    EMPTY(10),
    /** Open items are left, and {@code --fail-on-open} asked to be told so. */
    OPEN_ITEMS(11),
    /** Done and proven. */
    OK(0);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** The one of two that wins. */
    public ExitCode worst(ExitCode other) {
        return Stream.of(this, other).min(Comparator.naturalOrder()).orElseThrow();
    }
}
