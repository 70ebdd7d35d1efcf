package org.tickmark.api.script;

import java.util.Objects;

/**
 * A place in a source.
 *
 * @param source name of the source
 * @param line from 1
 * @param column from 1, in UTF-16 units; a tab is one
 */
public record ScriptPosition(String source, int line, int column) {
    public ScriptPosition {
        Objects.requireNonNull(source, "source");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("Position " + line + ":" + column + ": expected 1:1 or later");
        }
    }

    /** {@code source:line:column}, as compilers and editors write it. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
