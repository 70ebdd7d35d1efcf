package org.tickmark.recurrence.internal;

/** Days of months that depend on nothing but the month, its length and the weekday it begins with. */
@FunctionalInterface
interface DaysOfMonth {
    /**
     * The days of a month as bits, the first one lowest; the bit after the last day is a date skipped forward.
     *
     * @param month 1 to 12
     * @param length how many days it has
     * @param firstWeekday the weekday it begins with, 0 for Monday
     */
    long of(int month, int length, int firstWeekday);
}
