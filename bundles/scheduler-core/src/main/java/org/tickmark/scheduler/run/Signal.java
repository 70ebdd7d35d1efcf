package org.tickmark.scheduler.run;

import java.util.List;

/** Tells the dispatcher what changed, once that is committed. Cheap, and safe for use from many threads. */
public interface Signal {
    /** A signal that nobody hears. */
    Signal NONE = new Signal() {
        @Override
        public void due(List<DueRow> rows) {}

        @Override
        public void changed() {}

        @Override
        public void cancelled(long runId, String reason) {}
    };

    /** These are due now or later, and were not before. */
    void due(List<DueRow> rows);

    /** Anything may have changed: many rows, a placement, a pause, whether starts are held. */
    void changed();

    /** Someone wants a run under way to stop. */
    void cancelled(long runId, String reason);
}
