package org.tickmark.recurrence.internal;

/** The shapes of the 400 years after which the calendar repeats, looked up. */
final class YearShapes {
    private static final byte[] ALONE = new byte[Civil.CYCLE_YEARS];
    private static final byte[] BESIDE_OTHERS = new byte[Civil.CYCLE_YEARS];

    static {
        for (int year = 0; year < Civil.CYCLE_YEARS; year++) {
            int weekday = Civil.weekday(Civil.startOfYear(year));
            ALONE[year] = (byte) ((Civil.isLeap(year) ? 7 : 0) + weekday);
            BESIDE_OTHERS[year] = (byte) (neighbourhood(year) * 7 + weekday);
        }
    }

    private YearShapes() {}

    private static int neighbourhood(int year) {
        if (Civil.isLeap(year)) {
            return 1;
        }
        if (Civil.isLeap(year + 1)) {
            return 2;
        }
        return Civil.isLeap(year + Civil.CYCLE_YEARS - 1) ? 3 : 0;
    }

    /** By leap year and first weekday: 0 to 13. */
    static int alone(int year) {
        return ALONE[year % Civil.CYCLE_YEARS];
    }

    /** By first weekday and whether the year, the next or the one before is a leap year: 0 to 27. */
    static int besideOthers(int year) {
        return BESIDE_OTHERS[year % Civil.CYCLE_YEARS];
    }
}
