package org.tickmark.recurrence.series;

/** What a change does to the series as a whole, for the question that a person is asked and for the records. */
public enum EditCase {
    /** Nothing that needs a word: the series begins, ends and repeats as before. */
    NONE,
    /** The change begins at the second occurrence: the first one stands alone from now on. */
    CHANGED_ON_SECOND,
    /** The change begins within the series, which becomes two. */
    CHANGED_IN_SERIES,
    /** A deletion leaves one occurrence, which stands alone from now on. */
    DELETE_LEAVING_ONLY_ONE,
    /** The first occurrence is deleted: the series begins later. */
    DELETE_ONLY_FIRST,
    /** A deletion reaches the last occurrence: the series ends earlier. */
    DELETE_INCLUDING_LAST,
    /** The series is stopped on its first occurrence, which stands alone from now on. */
    STOP_ON_FIRST,
    /** The series is stopped within: it ends with the occurrence at hand. */
    STOP_IN_SERIES
}
