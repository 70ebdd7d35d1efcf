package org.tickmark.scheduler.sim;

/** What may strike a node. */
enum Fault {
    /** It crashes before a statement or the commit. */
    CRASH,
    /** It crashes right after a commit. */
    CRASH_AFTER_COMMIT,
    /** The connection breaks before a statement or the commit. */
    CONNECTION_LOST,
    /** The commit succeeds, and the node does not hear of it. */
    REPLY_LOST,
    /** The process stands still before a transaction until its lease is over. */
    STALL_BEFORE,
    /** The process stands still after a commit until its lease is over. */
    STALL_AFTER,
    /** One thread stands still between two transactions while the others go on. */
    INTERLUDE,
    /** The clock of its machine jumps. */
    CLOCK_JUMP,
    /** All nodes are down for a while. */
    OUTAGE
}
