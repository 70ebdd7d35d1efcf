package org.tickmark.api.host.script;

import java.util.Objects;

/**
 * What a variable, or something inside one, was at a moment of a trace. Immutable.
 *
 * @param depth of the call that it belongs to, 0 for the script itself; -1 for a variable of the whole program
 * @param path its name, with fields and indices, such as {@code p.x} or {@code a[0]}
 * @param type its type, as the language writes it
 * @param text its value in one line; stars if its name says that it is secret
 * @param changed whether the statement before gave it that value
 */
public record TraceValue(int depth, String path, String type, String text, boolean changed) {
    public TraceValue {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
    }
}
