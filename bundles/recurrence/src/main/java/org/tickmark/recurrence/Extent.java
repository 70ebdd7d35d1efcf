package org.tickmark.recurrence;

/** How far a recurrence goes; known exactly as soon as it is compiled. */
public enum Extent {
    /** It never fires. */
    EMPTY,
    /** It has a last occurrence. */
    FINITE,
    /** It goes on for ever; only the supported range, which ends with year 9999, ends it. */
    ENDLESS
}
