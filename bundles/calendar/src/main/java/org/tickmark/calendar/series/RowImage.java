package org.tickmark.calendar.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.recurrence.series.Occurrence;

/**
 * One occurrence as a row has it.
 *
 * @param series number of its series; 0 for one that stands alone
 * @param owner whose it is
 * @param original the start that its rule gives
 * @param start when it begins, on its clock
 * @param end when it ends, on the same clock
 * @param dial its clock
 * @param startsAt the instant, cut to a second
 * @param endsAt the instant, cut to a second
 * @param length ISO 8601
 * @param origin where it comes from
 * @param fields what is known of it
 */
public record RowImage(
        long series,
        String owner,
        LocalDateTime original,
        LocalDateTime start,
        LocalDateTime end,
        Dial dial,
        Instant startsAt,
        Instant endsAt,
        String length,
        AppointmentOrigin origin,
        Map<String, String> fields) {
    public RowImage {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** The row of an occurrence of a series, or of one that stands alone. */
    public static RowImage of(long series, String owner, Occurrence occurrence, ZoneId home) {
        return new RowImage(
                series,
                owner,
                occurrence.original().wallClock(),
                occurrence.start().wallClock(),
                occurrence.end().wallClock(),
                Dial.of(occurrence.start()),
                Dial.instant(occurrence.start(), home),
                Dial.instant(occurrence.end(), home),
                occurrence.length().toString(),
                series == 0
                        ? AppointmentOrigin.SINGLE
                        : AppointmentOrigin.valueOf(occurrence.origin().name()),
                occurrence.fields());
    }
}
