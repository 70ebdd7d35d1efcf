package org.tickmark.recurrence.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Easter the way the reform of 1582 explains it, as a second opinion: the epact is the age of the moon on 1 January; the
 * Paschal full moon is the fourteenth day of the moon that is full on or after 21 March; Easter is the Sunday after it.
 */
final class EpactEaster {
    private EpactEaster() {}

    static LocalDate sunday(int year) {
        LocalDate fullMoon = paschalFullMoon(year);
        return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }

    private static LocalDate paschalFullMoon(int year) {
        int golden = year % 19 + 1;
        int epact = epact(year, golden);
        int fullMoonInMarch = 44 - epact;
        if (fullMoonInMarch < 21) {
            fullMoonInMarch += 30;
        }
        return LocalDate.of(year, 3, 1).plusDays(fullMoonInMarch - 1L);
    }

    /** The moon's age, with the corrections of the two lunations that the calendar shortens. */
    private static int epact(int year, int golden) {
        int century = year / 100 + 1;
        int leapDaysLeftOut = 3 * century / 4 - 12;
        int moonCorrections = (8 * century + 5) / 25 - 5;
        int epact = Math.floorMod(11 * golden + 20 + moonCorrections - leapDaysLeftOut, 30);
        boolean twoMoonsWouldShareADay = epact == 24 || (epact == 25 && golden > 11);
        return twoMoonsWouldShareADay ? epact + 1 : epact;
    }
}
