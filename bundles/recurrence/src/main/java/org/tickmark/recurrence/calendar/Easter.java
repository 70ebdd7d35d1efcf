package org.tickmark.recurrence.calendar;

/** Easter Sunday of the Gregorian calendar; before 1583 by the same rule, which nobody kept then. */
final class Easter {
    private static final int MARCH = 3;

    private Easter() {}

    /**
     * Day of the year (0 is 1 January) of Easter Sunday, by the arithmetic published in Nature, 20 April 1876, and shown
     * again in J. Meeus, Astronomical Algorithms, chapter 8.
     */
    static int dayOfYear(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        int marchDay = epact + toSunday - 7 * late + 22;
        return YearShape.of(year).firstDayOfMonth(MARCH) + marchDay - 1;
    }
}
