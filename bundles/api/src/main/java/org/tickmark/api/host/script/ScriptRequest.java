package org.tickmark.api.host.script;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which script to run, and how.
 *
 * @param name name of the script
 * @param version number of the version; empty for the newest
 * @param parameters values of its parameters
 * @param cause why it runs, such as {@code command} or {@code task/nightly}; kept with the run
 * @param dryRun whether its granted objects only say what they would do
 */
public record ScriptRequest(
        String name, Optional<Integer> version, Map<String, String> parameters, String cause, boolean dryRun) {
    public ScriptRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        Objects.requireNonNull(cause, "cause");
    }

    /** The newest version of a script, in earnest. */
    public static ScriptRequest of(String name, Map<String, String> parameters, String cause) {
        return new ScriptRequest(name, Optional.empty(), parameters, cause, false);
    }
}
