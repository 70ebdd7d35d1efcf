package org.tickmark.api.script;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Severity;

/** Where a run writes. Called by the thread that advances the run. */
@ProviderType
public interface ScriptOutput {
    /** Writes a piece of the result, as it is. */
    void print(String text);

    /** Writes a line for who looks after the script, not for who reads its result. */
    void log(Severity severity, String text);
}
