package org.tickmark.batch;

/** How a night run stands. */
enum RunState {
    /** It is at work, or it was killed and nobody has noticed yet. */
    RUNNING,
    /** It came to its end, well or not. */
    FINISHED,
    /** It stopped between two steps, because its caller wanted it to or its time had run out. */
    INTERRUPTED,
    /** It was killed; found out by the next run. */
    CRASHED
}
