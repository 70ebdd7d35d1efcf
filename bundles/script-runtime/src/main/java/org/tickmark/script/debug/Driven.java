package org.tickmark.script.debug;

import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptState;
import org.tickmark.script.run.OpenRun;

/** A run that a session carries on. For one thread at a time. */
interface Driven {
    /** What it runs. */
    ScriptProgram program();

    /** The run itself. */
    ScriptRun run();

    /** Carries on until it pauses or ends; if it waits, so does the calling thread. */
    ScriptState carryOn();

    /** A run of a stored script, whose end is kept. */
    static Driven stored(OpenRun open) {
        return new Driven() {
            @Override
            public ScriptProgram program() {
                return open.program();
            }

            @Override
            public ScriptRun run() {
                return open.run();
            }

            @Override
            public ScriptState carryOn() {
                return open.carryOn();
            }
        };
    }
}
