package org.tickmark.recurrence.calendar;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the text of a calendar says.
 *
 * @param since first year for which the calendar claims to be right
 * @param weekend bit 0 is Monday; empty where the included calendars decide
 * @param layers the first one is {@link WorkCalendar#PUBLIC}
 */
record CalendarDefinition(
        String id,
        DayName name,
        OptionalInt since,
        OptionalInt weekend,
        List<WorkCalendar> includes,
        List<CalendarLayer> layers) {
    CalendarDefinition {
        includes = List.copyOf(includes);
        layers = List.copyOf(layers);
    }

    Optional<CalendarLayer> layer(String layerId) {
        return layers.stream().filter(layer -> layer.id().equals(layerId)).findFirst();
    }
}
