package org.tickmark.api.host.script;

import java.util.Objects;

/**
 * What to look for in a trace. Immutable.
 *
 * @param kind where
 * @param text what
 */
public record TraceSearch(Kind kind, String text) {
    /** Where to look. */
    public enum Kind {
        /** A change of the variable of this name, or of something inside it. */
        CHANGE,
        /** A change to a value that holds this text. */
        VALUE,
        /** A statement at this line: {@code 17}, or {@code library:17}. */
        LINE
    }

    public TraceSearch {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
