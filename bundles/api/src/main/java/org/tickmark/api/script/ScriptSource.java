package org.tickmark.api.script;

import java.util.Objects;

/**
 * The text of a script under the name that people know it by.
 *
 * @param name a file name or an include id; what positions call it
 * @param text the text, as it was written
 */
public record ScriptSource(String name, String text) {
    public ScriptSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }
}
