package org.tickmark.recurrence.form;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What the compact constructors of the forms check. */
final class Checks {
    private Checks() {}

    static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new DateTimeException(name + " " + value + ": expected " + least + " to " + most);
        }
    }

    /** An unmodifiable copy that iterates from Monday. */
    static Set<DayOfWeek> days(Set<DayOfWeek> days) {
        if (days.isEmpty()) {
            throw new DateTimeException("no weekday: expected at least one");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /** An unmodifiable copy that iterates from January. */
    static Set<Month> months(Set<Month> months) {
        if (months.isEmpty()) {
            throw new DateTimeException("no month: expected at least one");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(months));
    }

    static LocalTime wholeSeconds(LocalTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw new DateTimeException(time + ": expected whole seconds");
        }
        return time;
    }
}
