package org.tickmark.console.commands;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.kit.text.Distance;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RuleSyntaxException;

/** Reads dates and times as iCalendar writes them, and as ISO 8601 does. */
final class MomentInput {
    private static final Pattern ISO = Pattern.compile(
            "(?<zone>TZID=[^:]+:)?(?<date>\\d{4}-\\d\\d-\\d\\d)(?:T(?<minute>\\d\\d:\\d\\d)(?::(?<second>\\d\\d))?(?<utc>Z?))?");
    private static final String FORMS =
            "2025-01-06, 2025-01-06T09:00, 2025-01-06T08:00Z, 20250106T090000, TZID=Europe/Oslo:20250106T090000";

    private final Optional<ZoneId> zone;

    /**
     * A reader of moments.
     *
     * @param zone of a start that names none; without it such a start has no zone
     */
    MomentInput(Optional<ZoneId> zone) {
        this.zone = zone;
    }

    /** The zone of a name. */
    static ZoneId zone(String where, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            Problem.Builder problem = Texts.problem("usage.recur-zone")
                    .where(where)
                    .found(name)
                    .expected("Europe/Oslo, Europe/Stockholm, UTC …");
            Distance.nearest(name, ZoneId.getAvailableZoneIds())
                    .ifPresent(near -> problem.advice(Texts.text("usage.recur-zone.advice", near)));
            throw problem.exception(e);
        }
    }

    /** Where something starts. */
    Moment start(String where, String given) {
        return inZone(parse(where, given), zone);
    }

    /** A moment beside a start: without a zone of its own it is on the start's clock. */
    static Moment beside(Moment start, String where, String given) {
        return inZone(parse(where, given), zoneOf(start));
    }

    /** A moment to count from or to: also a date beside a start with a time, which is the beginning of that day. */
    static Moment bound(Moment start, String where, String given) {
        Moment moment = beside(start, where, given);
        if (start instanceof Moment.DateOnly) {
            return Moment.of(moment.wallClock().toLocalDate());
        }
        return moment instanceof Moment.DateOnly day
                ? inZone(Moment.of(day.date().atStartOfDay()), zoneOf(start))
                : moment;
    }

    private static Optional<ZoneId> zoneOf(Moment start) {
        if (start instanceof Moment.Zoned zoned) {
            return Optional.of(zoned.zone());
        }
        return start instanceof Moment.Utc ? Optional.of(ZoneOffset.UTC) : Optional.empty();
    }

    private static Moment inZone(Moment moment, Optional<ZoneId> zone) {
        if (moment instanceof Moment.Floating floating && zone.isPresent()) {
            return zone.get().equals(ZoneOffset.UTC)
                    ? Moment.of(floating.wallClock().toInstant(ZoneOffset.UTC))
                    : Moment.of(floating.wallClock(), zone.get());
        }
        return moment;
    }

    private static Moment parse(String where, String given) {
        try {
            return Moment.parse(basic(given));
        } catch (RuleSyntaxException e) {
            throw Texts.problem("usage.recur-moment", e.reason())
                    .where(where)
                    .found(given)
                    .expected(FORMS)
                    .exception(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Texts.problem("usage.recur-moment", e.getMessage())
                    .where(where)
                    .found(given)
                    .expected(FORMS)
                    .exception(e);
        }
    }

    /** The form of iCalendar for one of ISO 8601; anything else as it is. */
    private static String basic(String given) {
        Matcher iso = ISO.matcher(given);
        if (!iso.matches()) {
            return given;
        }
        String zone = Optional.ofNullable(iso.group("zone")).orElse("");
        String date = iso.group("date").replace("-", "");
        if (iso.group("minute") == null) {
            return zone + date;
        }
        String second = Optional.ofNullable(iso.group("second")).orElse("00");
        return zone + date + "T" + iso.group("minute").replace(":", "") + second + iso.group("utc");
    }
}
