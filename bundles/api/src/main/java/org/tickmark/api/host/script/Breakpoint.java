package org.tickmark.api.host.script;

import java.util.Objects;

/**
 * Where somebody wants a run to stop. Immutable.
 *
 * @param source name of the source
 * @param line the line, from 1; a line without a statement stands for the next that has one
 * @param condition an expression of the language that must hold; empty for always
 * @param hits which of the times that it is reached and the condition holds count: {@code 5} for the fifth, {@code >=5}, {@code >5}, {@code <5},
 *     {@code <=5}, {@code %5} for every fifth; empty for each
 * @param log what to write instead of stopping, with expressions in braces, such as {@code total is {total}}; empty to stop
 */
public record Breakpoint(String source, int line, String condition, String hits, String log) {
    public Breakpoint {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(hits, "hits");
        Objects.requireNonNull(log, "log");
        if (line < 1) {
            throw new IllegalArgumentException("Line " + line + ": expected 1 or more");
        }
    }

    /** Stops always. */
    public static Breakpoint at(String source, int line) {
        return new Breakpoint(source, line, "", "", "");
    }

    /** The same, if this expression holds. */
    public Breakpoint when(String expression) {
        return new Breakpoint(source, line, expression, hits, log);
    }

    /** The same, for these of the times that it is reached. */
    public Breakpoint onHits(String which) {
        return new Breakpoint(source, line, condition, which, log);
    }

    /** The same, but it writes a text instead of stopping. */
    public Breakpoint logging(String text) {
        return new Breakpoint(source, line, condition, hits, text);
    }
}
