package org.tickmark.api.macro;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.script.ScriptEvent;

/** One use of an action, as the action sees it. For the thread that it is called on. */
@ProviderType
public interface ActionCall {
    /** In whose name. */
    Caller caller();

    /** A value for every parameter that is set or has a default, checked against its type. */
    Map<String, String> parameters();

    /** The event that the macro reacts to, if it is started by one. */
    Optional<ScriptEvent> event();

    /** Whether to change nothing. */
    boolean isDryRun();

    /** What to know this work by, the same when the macro is run once more for the same reason; empty if it is done anew each time. */
    Optional<String> once();

    /** Writes a line for who reads the result. */
    void print(String line);

    /** Whether it should stop. */
    CancelToken cancel();
}
