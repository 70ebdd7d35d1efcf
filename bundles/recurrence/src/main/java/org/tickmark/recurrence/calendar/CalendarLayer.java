package org.tickmark.recurrence.calendar;

import java.util.Comparator;
import java.util.List;

/** Holidays and single dates that are switched on together. */
record CalendarLayer(String id, DayName name, List<HolidayLine> holidays, List<SingleDate> singleDates) {
    CalendarLayer {
        holidays = List.copyOf(holidays);
        singleDates = singleDates.stream()
                .sorted(Comparator.comparing(SingleDate::date))
                .toList();
    }
}
