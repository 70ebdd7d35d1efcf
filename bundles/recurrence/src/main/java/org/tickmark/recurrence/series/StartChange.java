package org.tickmark.recurrence.series;

/** What it means to give a series another start date. */
public enum StartChange {
    /** Every occurrence moves by the same time, with what was changed by hand. */
    SHIFT_ALL,
    /** The rule stays and is counted from the new start; occurrences come and go as it says. */
    REANCHOR,
    /** The series ends before one occurrence; that one and the following ones move by the same time, as a new series. */
    SPLIT
}
