package org.tickmark.launcher.boot;

import java.util.List;
import org.tickmark.api.message.Message;

/**
 * Whether everything that belongs to the workbench stands.
 *
 * @param verdict how it stands
 * @param missing what does not stand and why, causes before what only waits for them; empty when ready
 */
public record Readiness(Verdict verdict, List<Message> missing) {
    public Readiness {
        missing = List.copyOf(missing);
    }

    /** How the workbench stands. */
    public enum Verdict {
        /** Every bundle is active and every component satisfied. */
        READY,
        /** A component refused to work with what it was given, and says what to change. */
        REFUSED,
        /** A bundle or component is broken. */
        BROKEN,
        /** Nothing is broken, but something is not there yet, such as the database. */
        WAITING
    }
}
