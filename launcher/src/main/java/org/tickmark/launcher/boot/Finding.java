package org.tickmark.launcher.boot;

import org.tickmark.api.message.Message;

/**
 * Something that does not stand.
 *
 * @param kind what sort of thing
 * @param text what it is and why
 */
record Finding(Kind kind, Message text) {
    /** Sorts of things that do not stand, the worst first. */
    enum Kind {
        /** A component refused to work with what it was given. */
        REFUSAL,
        /** A component failed. */
        FAILURE,
        /** A bundle does not run. */
        BUNDLE,
        /** A component waits for something that may still come. */
        WAITING
    }
}
