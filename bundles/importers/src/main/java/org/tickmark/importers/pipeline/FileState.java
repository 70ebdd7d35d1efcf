package org.tickmark.importers.pipeline;

import org.tickmark.api.host.imports.FileOutcome.Result;

/** How far a file has come. */
enum FileState {
    /** Taken out of its folder; nothing is decided. */
    CLAIMED,
    /** Booked. */
    IMPORTED,
    /** Everything in it stood already. */
    DUPLICATE,
    /** Rejected. */
    REJECTED,
    /** Put back until something is set right. */
    HELD;

    /** The state in which a file with this result is. */
    static FileState of(Result result) {
        return switch (result) {
            case IMPORTED -> IMPORTED;
            case DUPLICATE -> DUPLICATE;
            case REJECTED -> REJECTED;
            case HELD, WAITING -> HELD;
        };
    }
}
