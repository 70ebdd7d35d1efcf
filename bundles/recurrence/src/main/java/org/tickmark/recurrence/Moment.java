package org.tickmark.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;

/**
 * A point in calendar time, of one of four kinds that are never taken for each other: a date, a time on any wall clock
 * (floating), a time on the wall clock of a zone, and an instant in UTC. Starts, ends, added and excluded dates and
 * occurrences are moments.
 *
 * <p>Years 1 to 9999, whole seconds. The text form is that of an iCalendar property: {@code 20250106},
 * {@code 20250106T090000}, {@code TZID=Europe/Oslo:20250106T090000} and {@code 20250106T080000Z}.
 *
 * <p>Source: RFC 5545 sections 3.3.4, 3.3.5 and 3.2.19.
 */
public sealed interface Moment {
    /** A day without a time. */
    static Moment of(LocalDate date) {
        return new DateOnly(date);
    }

    /** A time on whatever clock hangs on the wall. */
    static Moment of(LocalDateTime wallClock) {
        return new Floating(wallClock);
    }

    /**
     * A time on the wall clock of a zone. One that a gap leaves out keeps the offset before the gap; one that exists twice is
     * the earlier.
     */
    static Moment of(LocalDateTime wallClock, ZoneId zone) {
        return Zoned.of(wallClock, zone);
    }

    /** An instant as the wall clock of a zone shows it. */
    static Moment of(Instant instant, ZoneId zone) {
        return Zoned.of(instant, zone);
    }

    /** An instant in UTC. */
    static Moment of(Instant instant) {
        return new Utc(instant);
    }

    /**
     * Reads the text form.
     *
     * @throws RuleSyntaxException if it is none, or its zone is not known
     */
    static Moment parse(String text) {
        return MomentParser.parse(text);
    }

    /** The date and time shown: midnight for a date, that of Greenwich for an instant in UTC. */
    LocalDateTime wallClock();

    /** The seconds of {@link #wallClock()} on {@link Timeline#WALL_CLOCK}. */
    default long wallClockSecond() {
        return wallClock().toEpochSecond(ZoneOffset.UTC);
    }

    /**
     * The second on the line that moments of this kind are put in order on: seconds since 1970-01-01T00:00:00Z for a zoned one
     * and one in UTC, and those of {@link #wallClockSecond()} for a date and a floating one.
     */
    default long lineSecond() {
        return wallClockSecond();
    }

    /**
     * A day without a time.
     *
     * @param date the day
     */
    record DateOnly(LocalDate date) implements Moment {
        public DateOnly {
            MomentLimits.check(date.getYear());
        }

        @Override
        public LocalDateTime wallClock() {
            return date.atStartOfDay();
        }

        @Override
        public String toString() {
            return date.format(DateTimeFormatter.BASIC_ISO_DATE);
        }
    }

    /**
     * A time on whatever clock hangs on the wall.
     *
     * @param wallClock what the clock shows, in whole seconds
     */
    record Floating(LocalDateTime wallClock) implements Moment {
        public Floating {
            MomentLimits.check(wallClock);
        }

        @Override
        public String toString() {
            return MomentLimits.text(wallClock);
        }
    }

    /**
     * A time on the wall clock of a zone.
     *
     * @param wallClock what the clock shows or, in a gap, would have shown
     * @param zone whose clock it is
     * @param offset which offset it is read with: one that is valid then, or in a gap the one before it
     */
    record Zoned(LocalDateTime wallClock, ZoneId zone, ZoneOffset offset) implements Moment {
        /**
         * Checks the offset.
         *
         * @throws IllegalArgumentException if the zone does not have the offset at that time
         */
        public Zoned {
            MomentLimits.check(wallClock);
            if (!zone.getRules().isValidOffset(wallClock, offset) && !offset.equals(offsetBeforeGap(wallClock, zone))) {
                throw new IllegalArgumentException("Offset " + offset + " at " + wallClock + " in " + zone
                        + ": expected one of " + zone.getRules().getValidOffsets(wallClock)
                        + " or, in a gap, the offset before it");
            }
        }

        static Zoned of(LocalDateTime wallClock, ZoneId zone) {
            return new Zoned(wallClock, zone, zone.getRules().getOffset(wallClock));
        }

        static Zoned of(Instant instant, ZoneId zone) {
            ZoneOffset offset = zone.getRules().getOffset(instant);
            return new Zoned(
                    LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset), zone, offset);
        }

        /** The instant it stands for. */
        public Instant instant() {
            return wallClock.toInstant(offset);
        }

        @Override
        public long lineSecond() {
            return wallClock.toEpochSecond(offset);
        }

        private static ZoneOffset offsetBeforeGap(LocalDateTime wallClock, ZoneId zone) {
            ZoneOffsetTransition transition = zone.getRules().getTransition(wallClock);
            return transition == null ? zone.getRules().getOffset(wallClock) : transition.getOffsetBefore();
        }

        @Override
        public String toString() {
            return "TZID=" + zone + ":" + MomentLimits.text(wallClock);
        }
    }

    /**
     * An instant in UTC.
     *
     * @param instant the instant, in whole seconds
     */
    record Utc(Instant instant) implements Moment {
        public Utc {
            MomentLimits.check(
                    LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC));
        }

        @Override
        public LocalDateTime wallClock() {
            return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        }

        @Override
        public String toString() {
            return MomentLimits.text(wallClock()) + "Z";
        }
    }
}
