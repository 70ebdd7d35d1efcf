package org.tickmark.recurrence;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The range and the grain that all moments share. */
final class MomentLimits {
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private MomentLimits() {}

    static void check(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new IllegalArgumentException("Year " + year + ": expected a year from 1 to " + LAST_YEAR);
        }
    }

    static void check(LocalDateTime wallClock) {
        Objects.requireNonNull(wallClock, "wallClock");
        check(wallClock.getYear());
        if (!wallClock.equals(wallClock.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "Time " + wallClock + ": rules count whole seconds; truncate it to seconds first");
        }
    }

    static String text(LocalDateTime wallClock) {
        return wallClock.format(BASIC);
    }
}
