package org.tickmark.api.host.script;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptProgram;

/**
 * A program that is not stored, such as one from a file, to be debugged. Immutable, if its parts are.
 *
 * @param name what to call it
 * @param program the program
 * @param parameters values of its parameters
 * @param records what it may search, by name
 * @param limits what it may use at most
 */
public record DebugProgram(
        String name,
        ScriptProgram program,
        Map<String, String> parameters,
        Map<String, RecordSource> records,
        ScriptLimits limits) {
    public DebugProgram {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(program, "program");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        records = Map.copyOf(records);
        Objects.requireNonNull(limits, "limits");
    }
}
