package org.tickmark.recurrence.series;

import java.util.Objects;
import org.tickmark.recurrence.calendar.Shift;

/**
 * How a series keeps off free days.
 *
 * @param shift which days are free and where a date goes from there
 * @param meeting what happens when two occurrences meet
 */
public record Shifting(Shift shift, Meeting meeting) {
    public Shifting {
        Objects.requireNonNull(shift, "shift");
        Objects.requireNonNull(meeting, "meeting");
    }
}
