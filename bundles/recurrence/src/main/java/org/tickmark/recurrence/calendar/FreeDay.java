package org.tickmark.recurrence.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day that a calendar names as free, whether or not it falls on a weekend.
 *
 * @param date the day
 * @param name what it is called
 * @param layer the layer it comes from, {@link WorkCalendar#PUBLIC} for the calendar itself
 * @param source the law and section, or whoever decided it; empty where the calendar does not say
 */
public record FreeDay(LocalDate date, DayName name, String layer, String source) {
    public FreeDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(source, "source");
    }
}
