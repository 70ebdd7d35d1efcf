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

    /** What a file in this state has become; one that is claimed waits for the end of the run that has it. */
    Result result() {
        return switch (this) {
            case CLAIMED -> Result.WAITING;
            case IMPORTED -> Result.IMPORTED;
            case DUPLICATE -> Result.DUPLICATE;
            case REJECTED -> Result.REJECTED;
            case HELD -> Result.HELD;
        };
    }
}
