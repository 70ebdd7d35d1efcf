package org.tickmark.api;

import org.tickmark.api.message.Message;

/**
 * Where long work tells how far it is. Cheap to call for every row: the listener decides what to show. Called by one
 * thread at a time.
 */
@FunctionalInterface
public interface Progress {
    /** Progress that nobody follows. */
    Progress NONE = (phase, done, total) -> {};

    /** The {@code total} of work whose size is not known. */
    long UNKNOWN = -1;

    /**
     * Tells how far the work is.
     *
     * @param phase what is being done
     * @param done how many steps are done, 0 or more
     * @param total how many steps there are, or {@link #UNKNOWN}
     */
    void update(Message phase, long done, long total);

    /**
     * Tells how far the work is by a measure that says nothing to people, such as bytes: they are shown the share that is done and the time that is
     * left, and what else they want to know is in the phase.
     *
     * @param phase what is being done
     * @param done how much is done, 0 or more
     * @param total how much there is, 1 or more
     */
    default void share(Message phase, long done, long total) {
        update(phase, Math.min(done, total) * 100 / total, 100);
    }
}
