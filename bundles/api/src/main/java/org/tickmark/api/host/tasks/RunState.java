package org.tickmark.api.host.tasks;

/** How a run, or a time at which none ran, stands. */
public enum RunState {
    /** It waits for its time, for a free node, or for its turn. */
    WAITING,
    /** A node has taken it. */
    RUNNING,
    /** It has done its own work, and waits for its parts. */
    SPLIT,
    /** It did what it should. */
    SUCCEEDED,
    /** It failed. */
    FAILED,
    /** It outlived its lock. */
    TIMED_OUT,
    /** Someone cancelled it. */
    CANCELLED,
    /** The node that had taken it is gone. */
    LOST,
    /** It did not run: another run was under way, or a newer one took its place. */
    SKIPPED,
    /** It did not run: its time went by while nothing could run. */
    MISSED,
    /** It did not run: the day was free. */
    BLACKED_OUT,
    /** It did not run: the task, or all starts, were paused. */
    PAUSED;

    /** Whether it stays so. */
    public boolean isFinal() {
        return compareTo(SUCCEEDED) >= 0;
    }

    /** Whether it began and did not succeed. */
    public boolean isFailure() {
        return compareTo(FAILED) >= 0 && compareTo(LOST) <= 0;
    }

    /** Whether it never began. */
    public boolean isDropped() {
        return compareTo(SKIPPED) >= 0;
    }
}
