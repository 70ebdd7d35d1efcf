package org.tickmark.api.script;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A compiled script. Immutable; safe for use from many threads. */
@ConsumerType
public interface ScriptProgram {
    /** The sources it was compiled from: its own first, then what it includes, each once. */
    List<ScriptSource> sources();

    /**
     * The places at which a run can pause: where its statements begin. {@link ScriptObserver} names them by their index here, and breakpoints
     * are set on them.
     */
    List<ScriptPosition> stops();

    /** A run of it, at its beginning; nothing happens before {@link ScriptRun#advance}. */
    ScriptRun start(ScriptCall call);
}
