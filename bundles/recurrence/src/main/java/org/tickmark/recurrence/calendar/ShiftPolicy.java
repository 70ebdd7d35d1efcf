package org.tickmark.recurrence.calendar;

/**
 * What becomes of a date that is no working day. A working day always stays where it is, and a shift never puts a later
 * date before an earlier one.
 */
public enum ShiftPolicy {
    /** It stays where it is. */
    KEEP,
    /** It is left out. */
    SKIP,
    /** It moves to the next working day. */
    FOLLOWING,
    /** It moves to the working day before. */
    PRECEDING,
    /** It moves to the next working day, or, where that lies in another month, to the one before. */
    MODIFIED_FOLLOWING,
    /** It moves to the working day before, or, where that lies in another month, to the next one. */
    MODIFIED_PRECEDING,
    /** It moves to the nearest working day, to the later one of two that are as near. */
    NEAREST
}
