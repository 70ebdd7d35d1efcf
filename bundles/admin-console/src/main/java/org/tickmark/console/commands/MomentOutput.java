package org.tickmark.console.commands;

import java.time.format.DateTimeFormatter;
import org.tickmark.recurrence.Moment;

/** Writes moments for people and programs. */
final class MomentOutput {
    private MomentOutput() {}

    /** What the calendar or the clock shows, as ISO 8601 writes it. */
    static String local(Moment moment) {
        return moment instanceof Moment.DateOnly day
                ? day.date().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.wallClock());
    }

    /** Whose clock it is; null for a date and a floating time. */
    static String zone(Moment moment) {
        if (moment instanceof Moment.Zoned zoned) {
            return zoned.zone().getId();
        }
        return moment instanceof Moment.Utc ? "UTC" : null;
    }

    /** The instant in UTC; null for a date and a floating time. */
    static String instant(Moment moment) {
        if (moment instanceof Moment.Zoned zoned) {
            return zoned.instant().toString();
        }
        return moment instanceof Moment.Utc utc ? utc.instant().toString() : null;
    }
}
