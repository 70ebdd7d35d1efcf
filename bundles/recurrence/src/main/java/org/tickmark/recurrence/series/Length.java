package org.tickmark.recurrence.series;

import java.time.Duration;
import java.time.LocalDateTime;
import org.tickmark.recurrence.Moment;

/**
 * How long an occurrence takes: days on the calendar, then time that passes. A day on the calendar ends at the same time of
 * day even where a zone makes it 23 or 25 hours long; 24 hours of time do not.
 *
 * <p>Source: RFC 5545 section 3.3.6 (DURATION).
 *
 * @param days whole days, 0 to 1,000,000
 * @param seconds seconds after them, 0 to 86,400,000,000
 */
public record Length(int days, long seconds) {
    /** No time at all: a mark on the clock. */
    public static final Length NONE = new Length(0, 0);

    private static final int MOST_DAYS = 1_000_000;
    private static final long MOST_SECONDS = 86_400_000_000L;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when a number is negative or too large
     */
    public Length {
        if (days < 0 || days > MOST_DAYS || seconds < 0 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("Length of " + days + " days and " + seconds
                    + " seconds: expected 0 to 1,000,000 days and 0 to 86,400,000,000 seconds");
        }
    }

    /** Whole days on the calendar. */
    public static Length ofDays(int days) {
        return new Length(days, 0);
    }

    /** Time that passes, in whole seconds. */
    public static Length of(Duration time) {
        return new Length(0, time.toSeconds());
    }

    /** Whether an occurrence that begins there can take it: a date only whole days. */
    boolean fits(Moment start) {
        return seconds == 0 || !(start instanceof Moment.DateOnly);
    }

    /**
     * Where an occurrence that begins there ends: a moment of the same kind, not part of it.
     *
     * @throws IllegalArgumentException when a date is given and the length has seconds, or the end lies after the year 9999
     */
    public Moment end(Moment start) {
        if (start instanceof Moment.DateOnly day) {
            if (!fits(start)) {
                throw new IllegalArgumentException("Length " + this + " of a date: expected whole days");
            }
            return Moment.of(day.date().plusDays(days));
        }
        if (start instanceof Moment.Floating floating) {
            return Moment.of(floating.wallClock().plusDays(days).plusSeconds(seconds));
        }
        if (start instanceof Moment.Utc utc) {
            return Moment.of(utc.instant().plus(Duration.ofDays(days)).plusSeconds(seconds));
        }
        Moment.Zoned zoned = (Moment.Zoned) start;
        if (days == 0) {
            return Moment.of(zoned.instant().plusSeconds(seconds), zoned.zone());
        }
        Moment.Zoned afterDays = (Moment.Zoned) Moment.of(zoned.wallClock().plusDays(days), zoned.zone());
        return seconds == 0 ? afterDays : Moment.of(afterDays.instant().plusSeconds(seconds), zoned.zone());
    }

    /** As {@link #end} in seconds of the moment's line; they may lead beyond the year 9999. */
    long endSecond(Moment start) {
        if (days > 0 && start instanceof Moment.Zoned zoned) {
            LocalDateTime afterDays = zoned.wallClock().plusDays(days);
            return afterDays.toEpochSecond(zoned.zone().getRules().getOffset(afterDays)) + seconds;
        }
        return start.lineSecond() + days * (long) Moments.SECONDS_A_DAY + seconds;
    }

    /** As RFC 5545 writes it: {@code P1D}, {@code PT30M}, {@code P1DT2H}, {@code PT0S}. */
    @Override
    public String toString() {
        String time = Duration.ofSeconds(seconds).toString();
        if (days == 0) {
            return time;
        }
        return "P" + days + "D" + (seconds == 0 ? "" : time.substring(1));
    }
}
