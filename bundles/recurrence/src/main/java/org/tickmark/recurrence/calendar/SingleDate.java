package org.tickmark.recurrence.calendar;

import java.time.LocalDate;

/** One date that is free or worked whatever the rules say. */
record SingleDate(LocalDate date, Kind kind, DayName name, String source) {
    enum Kind {
        FREE,
        WORK
    }
}
