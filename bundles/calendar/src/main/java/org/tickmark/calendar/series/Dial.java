package org.tickmark.calendar.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.tickmark.recurrence.Moment;

/**
 * Which clock a wall-clock time is read on: of whole days, of any place (no zone), of a zone, or of UTC.
 *
 * @param zone id of the zone, {@link #UTC}, or empty
 * @param allDay whether only the day counts
 */
public record Dial(String zone, boolean allDay) {
    /** The zone of moments in UTC. */
    public static final String UTC = "Z";

    /**
     * The clock that a person names.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if there is no such zone
     */
    public static Dial named(String zone, boolean allDay) {
        try {
            return new Dial(allDay ? "" : ZoneId.of(zone).getId(), allDay);
        } catch (DateTimeException none) {
            throw CalendarTexts.invalid("zone", "zone").found(zone).exception(none);
        }
    }

    /** The clock of a moment. */
    public static Dial of(Moment moment) {
        if (moment instanceof Moment.Zoned zoned) {
            return new Dial(zoned.zone().getId(), false);
        }
        return new Dial(moment instanceof Moment.Utc ? UTC : "", moment instanceof Moment.DateOnly);
    }

    /**
     * The moment at which the clock shows this.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} for years that no calendar here has, and parts of a second
     */
    public Moment at(LocalDateTime wallClock) {
        if (wallClock.getYear() < 1 || wallClock.getYear() > 9999 || hasFraction(wallClock)) {
            throw CalendarTexts.invalid("start", "moment")
                    .found(wallClock.toString())
                    .exception();
        }
        if (allDay) {
            return Moment.of(wallClock.toLocalDate());
        }
        if (zone.isEmpty()) {
            return Moment.of(wallClock);
        }
        return zone.equals(UTC)
                ? Moment.of(wallClock.toInstant(ZoneOffset.UTC))
                : Moment.of(wallClock, ZoneId.of(zone));
    }

    private static boolean hasFraction(LocalDateTime wallClock) {
        return !wallClock.equals(wallClock.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What the clock of a moment's kind shows at an instant. */
    public Moment at(Instant instant, ZoneId home) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        if (zone.equals(UTC)) {
            return Moment.of(second);
        }
        return zone.isEmpty() ? at(LocalDateTime.ofInstant(second, home)) : Moment.of(second, ZoneId.of(zone));
    }

    /** The instant of a moment; days and times of any place are those at home. */
    public static Instant instant(Moment moment, ZoneId home) {
        if (moment instanceof Moment.Zoned zoned) {
            return zoned.instant();
        }
        return moment instanceof Moment.Utc utc
                ? utc.instant()
                : moment.wallClock().atZone(home).toInstant();
    }
}
