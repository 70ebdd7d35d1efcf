package org.tickmark.benchmarks.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What the wall clock of a rule is: one in Oslo, or one that knows no zone. */
enum Clock {
    ZONED(ZoneId.of("Europe/Oslo")),
    LOCAL(ZoneOffset.UTC);

    /** The start of every rule, a Tuesday. */
    static final LocalDateTime START = LocalDateTime.of(2005, 1, 4, 9, 0);

    private final ZoneId zone;

    Clock(ZoneId zone) {
        this.zone = zone;
    }

    /** The zone; for {@link #LOCAL} the one in which libraries that must have a zone are asked. */
    ZoneId zone() {
        return zone;
    }

    /** The start's second on the line of this clock: instants, or what the wall shows. */
    long startSecond() {
        return second(START);
    }

    /** A second that is twenty years after the start, and a little more. */
    long twentyYearsLater() {
        return second(LocalDateTime.of(2025, 1, 15, 12, 0));
    }

    /** A second that is two thousand years after the start. */
    long twoThousandYearsLater() {
        return second(START.plusYears(2000));
    }

    Instant start() {
        return Instant.ofEpochSecond(startSecond());
    }

    private long second(LocalDateTime time) {
        return time.atZone(zone).toEpochSecond();
    }
}
