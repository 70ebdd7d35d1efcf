package org.tickmark.recurrence.calendar;

/**
 * A holiday as a calendar states it.
 *
 * @param fromYear first year it is kept
 * @param untilYear last year it is kept
 */
record HolidayLine(DayRule rule, int fromYear, int untilYear, DayName name, String source) {
    /** Day of the year, or {@link DayRule#NOT_THIS_YEAR}. */
    int dayOfYear(int year) {
        return year < fromYear || year > untilYear ? DayRule.NOT_THIS_YEAR : rule.dayOfYear(year);
    }
}
