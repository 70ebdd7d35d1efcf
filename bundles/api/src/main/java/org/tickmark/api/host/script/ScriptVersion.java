package org.tickmark.api.host.script;

import java.time.Instant;
import java.util.Objects;

/**
 * A version of a stored script. Immutable.
 *
 * @param definition what it holds
 * @param number its number, from 1
 * @param by who saved it
 * @param at when
 */
public record ScriptVersion(ScriptDefinition definition, int number, String by, Instant at) {
    public ScriptVersion {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
