package org.tickmark.api.task;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Severity;

/**
 * The log of a run, kept with it. What exceeds the limit of a log is left out, and the log says so. Line breaks begin new
 * lines; what colours text in a terminal is left out, other control characters are replaced. Safe for use from many threads.
 */
@ProviderType
public interface RunLog {
    /** Writes text. */
    void write(Severity severity, String text);

    /** Writes what is worth knowing. */
    default void info(String text) {
        write(Severity.INFO, text);
    }

    /** Writes what someone should look at. */
    default void warn(String text) {
        write(Severity.WARNING, text);
    }

    /** Writes what went wrong. */
    default void error(String text) {
        write(Severity.ERROR, text);
    }
}
