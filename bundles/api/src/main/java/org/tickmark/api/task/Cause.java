package org.tickmark.api.task;

/** Why a run runs. */
public enum Cause {
    /** The schedule said so. */
    SCHEDULE,
    /** Someone started it. */
    NOW,
    /** A task that it follows has ended. */
    CHAIN,
    /** The attempt before failed, or was lost. */
    RETRY,
    /** Someone asked for times of the past. */
    BACKFILL,
    /** Something happened in the system. */
    EVENT,
    /** It is a part of another run. */
    PART
}
