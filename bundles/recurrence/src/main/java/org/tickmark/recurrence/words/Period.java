package org.tickmark.recurrence.words;

/** What days, weekdays and positions are counted in. */
enum Period {
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
