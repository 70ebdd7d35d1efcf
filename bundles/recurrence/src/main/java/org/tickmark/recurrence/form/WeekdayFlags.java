package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** Weekdays as the bits of a number: Monday 1, Tuesday 2, Wednesday 4 and so on to Sunday 64. */
final class WeekdayFlags {
    private static final int ALL = 127;

    private WeekdayFlags() {}

    static int of(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
    }

    static Set<DayOfWeek> days(int flags, String combinedName, int combined) {
        if (flags < 1 || flags > ALL) {
            throw new StoredNumberException(
                    "weekdays", flags, combinedName, combined, "a sum of 1 to 64, at least one day");
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((flags >> (day.getValue() - 1) & 1) == 1) {
                days.add(day);
            }
        }
        return days;
    }
}
