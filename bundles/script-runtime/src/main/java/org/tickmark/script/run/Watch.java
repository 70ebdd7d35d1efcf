package org.tickmark.script.run;

import java.util.Optional;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptProgram;

/** Who watches a run. */
@FunctionalInterface
public interface Watch {
    /** The one who watches this script, compiled into this program, if anyone does. */
    Optional<ScriptObserver> over(ScriptVersion script, ScriptProgram program);
}
