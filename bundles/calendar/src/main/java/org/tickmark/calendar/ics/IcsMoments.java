package org.tickmark.calendar.ics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Lengths;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Length;

/** Times and lengths of properties. */
final class IcsMoments {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int DATE_LENGTH = 8;

    private final IcsZones zones;

    IcsMoments(IcsZones zones) {
        this.zones = zones;
    }

    /** The time of a property. */
    Moment read(ContentLine line) {
        return read(line, line.value().strip());
    }

    /** One of the times of a property. */
    Moment read(ContentLine line, String value) {
        try {
            if (value.length() == DATE_LENGTH) {
                return Moment.of(LocalDate.parse(value, DATE));
            }
            boolean utc = value.endsWith("Z");
            LocalDateTime time = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, TIME);
            if (utc) {
                return Moment.of(time.toInstant(ZoneOffset.UTC));
            }
            Optional<String> zone = line.parameter("TZID");
            return zone.isPresent() ? Moment.of(time, zone(zone.get())) : Moment.of(time);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw CalendarTexts.invalid(line.name(), "ics.time").found(value).exception(wrong);
        }
    }

    private ZoneId zone(String name) {
        return zones.find(name)
                .orElseThrow(() ->
                        CalendarTexts.invalid("TZID", "ics.zone").found(name).exception());
    }

    /** A time on the clock of a start: a date beside a time is that date at the start's time of day. */
    static Moment beside(Moment start, Moment moment) {
        if (start instanceof Moment.Zoned zoned) {
            if (moment instanceof Moment.Utc utc) {
                return Moment.of(utc.instant(), zoned.zone());
            }
            return moment instanceof Moment.Zoned other
                    ? Moment.of(other.instant(), zoned.zone())
                    : Moment.of(wallClock(start, moment), zoned.zone());
        }
        if (start instanceof Moment.Utc) {
            return moment instanceof Moment.Zoned other
                    ? Moment.of(other.instant())
                    : moment instanceof Moment.Utc
                            ? moment
                            : Moment.of(wallClock(start, moment).toInstant(ZoneOffset.UTC));
        }
        return start instanceof Moment.DateOnly
                ? Moment.of(moment.wallClock().toLocalDate())
                : Moment.of(wallClock(start, moment));
    }

    private static LocalDateTime wallClock(Moment start, Moment moment) {
        return moment instanceof Moment.DateOnly day
                ? day.date().atTime(start.wallClock().toLocalTime())
                : moment.wallClock();
    }

    /** How long an event takes. */
    Length length(Component event, Moment start) {
        Optional<ContentLine> duration = event.line("DURATION");
        if (duration.isPresent()) {
            return Lengths.read(duration.get().value().strip());
        }
        Optional<Moment> end = event.line("DTEND").map(this::read);
        if (end.isEmpty()) {
            return start instanceof Moment.DateOnly ? Length.ofDays(1) : Length.NONE;
        }
        return between(start, end.get());
    }

    /** The length from a start to an end. */
    static Length between(Moment start, Moment end) {
        Moment on = beside(start, end);
        boolean ends = on.lineSecond() > start.lineSecond();
        if (start instanceof Moment.DateOnly) {
            long days = ChronoUnit.DAYS.between(
                    start.wallClock().toLocalDate(), on.wallClock().toLocalDate());
            return Length.ofDays(ends ? Math.toIntExact(days) : 1);
        }
        return ends ? Length.of(Duration.ofSeconds(on.lineSecond() - start.lineSecond())) : Length.NONE;
    }

    /** A time as a property. */
    static ContentLine line(String name, Moment moment) {
        String value = value(moment);
        if (moment instanceof Moment.DateOnly) {
            return new ContentLine(name, ";VALUE=DATE", value);
        }
        return moment instanceof Moment.Zoned zoned
                ? new ContentLine(name, ";TZID=" + quoted(zoned.zone().getId()), value)
                : ContentLine.of(name, value);
    }

    private static String quoted(String id) {
        return id.contains(":") ? '"' + id + '"' : id;
    }

    private static String value(Moment moment) {
        if (moment instanceof Moment.DateOnly day) {
            return DATE.format(day.date());
        }
        return TIME.format(moment.wallClock()) + (moment instanceof Moment.Utc ? "Z" : "");
    }
}
