package org.tickmark.api.host.calendar;

import java.time.LocalTime;
import java.util.Objects;

/**
 * How far dates may be moved.
 *
 * @param days at most so many days, 0 to {@value #MOST_DAYS}; 0 to stay on the day
 * @param dayBegins not before this time of day, on the clock of the series
 * @param dayEnds over by this time of day; midnight for the end of the day
 * @param freeDays id of a calendar whose days off are left out, with weekends; empty to take every day
 */
public record ClearingLimits(int days, LocalTime dayBegins, LocalTime dayEnds, String freeDays) {
    /** The most days that a date may be moved. */
    public static final int MOST_DAYS = 31;

    public ClearingLimits {
        Objects.requireNonNull(dayBegins, "dayBegins");
        Objects.requireNonNull(dayEnds, "dayEnds");
        Objects.requireNonNull(freeDays, "freeDays");
    }
}
