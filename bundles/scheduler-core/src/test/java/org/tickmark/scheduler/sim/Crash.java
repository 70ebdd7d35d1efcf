package org.tickmark.scheduler.sim;

/** A process is gone: not an exception, since no code goes on after it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("crashed", null, false, false);
    }
}
