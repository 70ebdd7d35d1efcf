package org.tickmark.script.debug;

import org.tickmark.api.host.script.DebugState;

/** Hears what becomes of a session. Called by the thread that carries the run on; it must be quick. */
public interface SessionListener {
    /** Hears nothing. */
    SessionListener NOBODY = new SessionListener() {
        @Override
        public void written(String text) {}

        @Override
        public void changed(DebugState state) {}
    };

    /** The run has written something. */
    void written(String text);

    /** The run stands, goes on, or is over. */
    void changed(DebugState state);
}
