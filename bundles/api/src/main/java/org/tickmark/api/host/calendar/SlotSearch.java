package org.tickmark.api.host.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What a free time is looked for with.
 *
 * @param who whose time: names as in {@link Participant}, or owners
 * @param fromInclusive where to begin
 * @param toExclusive where to end
 * @param length how much time is needed
 * @param zone whose clock {@code dayBegins} and {@code dayEnds} are read on
 * @param dayBegins not before this time of day
 * @param dayEnds over by this time of day; midnight for the end of the day
 * @param freeDays id of a calendar whose days off are left out, with weekends; empty to take every day
 */
public record SlotSearch(
        List<String> who,
        Instant fromInclusive,
        Instant toExclusive,
        Duration length,
        ZoneId zone,
        LocalTime dayBegins,
        LocalTime dayEnds,
        String freeDays) {
    public SlotSearch {
        who = List.copyOf(who);
        Objects.requireNonNull(fromInclusive, "fromInclusive");
        Objects.requireNonNull(toExclusive, "toExclusive");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(dayBegins, "dayBegins");
        Objects.requireNonNull(dayEnds, "dayEnds");
        Objects.requireNonNull(freeDays, "freeDays");
    }
}
