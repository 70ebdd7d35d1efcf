package org.tickmark.recurrence.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;

/** Moments as seconds, and back into moments of the same kind. */
final class Moments {
    static final int SECONDS_A_DAY = 86_400;

    private Moments() {}

    /** Whether they are of the same kind and, if zoned, of the same zone. */
    static boolean sameKind(Moment one, Moment other) {
        if (one instanceof Moment.Zoned zoned && other instanceof Moment.Zoned otherZoned) {
            return zoned.zone().equals(otherZoned.zone());
        }
        return one.getClass().equals(other.getClass());
    }

    static boolean sameTime(Moment one, Moment other) {
        return sameKind(one, other) && one.lineSecond() == other.lineSecond();
    }

    /** The moment of that second on the line of the model; seconds beyond the supported range become its edges. */
    static Moment at(long second, Moment model) {
        if (model instanceof Moment.Zoned zoned) {
            return Moment.of(Instant.ofEpochSecond(inRange(second, SECONDS_A_DAY)), zoned.zone());
        }
        return atWallClock(inRange(second, 0), model);
    }

    private static long inRange(long second, int margin) {
        return Math.min(Math.max(second, Sequence.MIN + margin), Sequence.MAX - margin);
    }

    /** What a clock shows at that second, as a moment of the kind of the model. */
    static Moment atWallClock(long wallClockSecond, Moment model) {
        LocalDateTime wallClock = LocalDateTime.ofEpochSecond(wallClockSecond, 0, ZoneOffset.UTC);
        if (model instanceof Moment.Zoned zoned) {
            return Moment.of(wallClock, zoned.zone());
        }
        if (model instanceof Moment.DateOnly) {
            return Moment.of(wallClock.toLocalDate());
        }
        return model instanceof Moment.Utc ? Moment.of(wallClock.toInstant(ZoneOffset.UTC)) : Moment.of(wallClock);
    }

    /** Seconds since midnight that a clock shows. */
    static int timeOfDay(Moment moment) {
        return Math.floorMod(moment.wallClockSecond(), SECONDS_A_DAY);
    }

    /** The moment of that second as RFC 5545 wants it in UNTIL: a date, a floating time, or else UTC. */
    static Moment asEnd(long second, Moment model) {
        return model instanceof Moment.Zoned ? Moment.of(Instant.ofEpochSecond(second)) : at(second, model);
    }

    /** The day that a clock shows, in days from 1970-01-01. */
    static long day(Moment moment) {
        return Math.floorDiv(moment.wallClockSecond(), SECONDS_A_DAY);
    }
}
