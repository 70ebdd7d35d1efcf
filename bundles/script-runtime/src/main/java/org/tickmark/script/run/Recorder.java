package org.tickmark.script.run;

import java.util.Optional;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;

/** Records a run. It never keeps the run from going on. */
public interface Recorder extends Watch {
    /** Records nothing. */
    Recorder NONE = new Recorder() {
        @Override
        public Optional<ScriptObserver> over(ScriptVersion script, ScriptProgram program) {
            return Optional.empty();
        }

        @Override
        public void started(ScriptRun run) {}

        @Override
        public void ended(ScriptResult result) {}
    };

    /** The run is about to begin. */
    void started(ScriptRun run);

    /** The run has ended. */
    void ended(ScriptResult result);
}
