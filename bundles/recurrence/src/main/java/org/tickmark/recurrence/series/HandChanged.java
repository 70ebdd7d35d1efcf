package org.tickmark.recurrence.series;

/** What a change of many occurrences does to those that were changed by hand before. */
public enum HandChanged {
    /** They take over what they have no value of their own for. */
    FIELD_BY_FIELD,
    /** They stay exactly as they look. */
    UNTOUCHED,
    /** They lose what was changed by hand; exclusions and added occurrences stay. */
    RESET
}
