package org.tickmark.api.host.tasks;

import java.util.Objects;
import org.tickmark.api.Severity;

/**
 * Which lines of a run's log to read.
 *
 * @param after only lines with greater numbers; 0 for all
 * @param before only lines with smaller numbers; {@link Long#MAX_VALUE} for all
 * @param lightest only lines that weigh at least as much
 * @param holding what a line must hold, in capitals or not; empty for any line
 * @param most how many lines at most, from 1 to {@link #MOST}
 * @param end which of them where there are more
 */
public record LogQuery(long after, long before, Severity lightest, String holding, int most, End end) {
    /** The most lines that one query may ask for. */
    public static final int MOST = 1_000_000;

    /** From which end of a log lines are taken. They are always told in the order in which they were written. */
    public enum End {
        /** The first ones. */
        FIRST,
        /** The last ones. */
        LAST
    }

    public LogQuery {
        Objects.requireNonNull(lightest, "lightest");
        Objects.requireNonNull(holding, "holding");
        Objects.requireNonNull(end, "end");
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most " + most + ": expected 1 to " + MOST);
        }
    }

    /** The first lines. */
    public static LogQuery first(int most) {
        return new LogQuery(0, Long.MAX_VALUE, Severity.INFO, "", most, End.FIRST);
    }

    /** The last lines. */
    public static LogQuery last(int most) {
        return new LogQuery(0, Long.MAX_VALUE, Severity.INFO, "", most, End.LAST);
    }

    /** The same of what follows a line. */
    public LogQuery after(long line) {
        return new LogQuery(line, before, lightest, holding, most, end);
    }

    /** The same of what goes before a line. */
    public LogQuery before(long line) {
        return new LogQuery(after, line, lightest, holding, most, end);
    }

    /** The same of lines that weigh at least as much. */
    public LogQuery atLeast(Severity severity) {
        return new LogQuery(after, before, severity, holding, most, end);
    }

    /** The same of lines that hold a text. */
    public LogQuery holding(String text) {
        return new LogQuery(after, before, lightest, text, most, end);
    }
}
