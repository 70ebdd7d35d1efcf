package org.tickmark.api.host.calendar;

import java.util.List;

/**
 * A change that was made.
 *
 * @param change its number, by which it can be undone
 * @param series the numbers of the series that stand after it, in order
 * @param singles the numbers of the appointments that stand alone after it, in order
 */
public record Saved(long change, List<Long> series, List<Long> singles) {
    public Saved {
        series = List.copyOf(series);
        singles = List.copyOf(singles);
    }
}
