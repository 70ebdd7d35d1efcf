package org.tickmark.api.host.script;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptUsage;

/**
 * What came of a run of a script. Immutable.
 *
 * @param run key of the run, by which it is listed
 * @param script name of the script
 * @param version number of the version that ran
 * @param end how it ended
 * @param usage what it used
 * @param results the values that it left, by name
 */
public record ScriptResult(
        long run, String script, int version, ScriptEnd end, ScriptUsage usage, Map<String, String> results) {
    public ScriptResult {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(usage, "usage");
        results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
    }
}
