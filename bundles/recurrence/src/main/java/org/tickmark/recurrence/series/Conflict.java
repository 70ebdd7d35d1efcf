package org.tickmark.recurrence.series;

import java.util.Objects;
import org.tickmark.recurrence.Moment;

/**
 * Two occurrences that take place at the same time.
 *
 * @param one of the one series
 * @param other of the other series
 * @param start where the time that they share begins
 * @param end where it ends; not part of it. An occurrence without length takes one second.
 */
public record Conflict(Occurrence one, Occurrence other, Moment start, Moment end) {
    public Conflict {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
