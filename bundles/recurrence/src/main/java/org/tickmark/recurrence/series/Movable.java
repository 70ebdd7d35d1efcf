package org.tickmark.recurrence.series;

/** Which of two series that conflict may give way. */
public enum Movable {
    /** The one alone. */
    ONE,
    /** The other alone. */
    OTHER,
    /** Either. */
    BOTH
}
