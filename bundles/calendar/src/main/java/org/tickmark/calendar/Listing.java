package org.tickmark.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.calendar.series.Dates;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.Labels;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/**
 * Lists of dates.
 *
 * @param caller who looks
 * @param owner whose appointments are in the way
 * @param series the number of the series itself, whose own appointments are not; 0 for one that does not stand yet
 * @param holidays id of a calendar; empty for none
 * @param limit how many dates to list
 * @param home the zone of the calendar
 */
record Listing(Caller caller, String owner, long series, String holidays, int limit, ZoneId home) {
    /** What someone has in a range. */
    @FunctionalInterface
    interface Busy {
        List<Appointment> between(Instant fromInclusive, Instant toExclusive, String owner);
    }

    /**
     * The list of a series.
     *
     * @param plain as its rule has it
     * @param adjusted as it is to be
     */
    DateList list(Series plain, Series adjusted, Busy busy) {
        List<Occurrence> occurrences = adjusted.occurrences().limit(limit + 1L).toList();
        boolean more = occurrences.size() > limit;
        List<Occurrence> shown = more ? occurrences.subList(0, limit) : occurrences;
        List<Appointment> taken = taken(shown, busy);
        Dates dates = new Dates(holidays, caller.locale(), occurrence -> conflicts(occurrence, taken));
        return new DateList(
                dates.list(adjusted, shown, !more),
                more,
                plain.size(),
                plain.last().map(last -> last.start().wallClock().toLocalDate()),
                Labels.sentence(plain, caller.locale()));
    }

    private List<Appointment> taken(List<Occurrence> shown, Busy busy) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Instant from = Dial.instant(shown.get(0).start(), home).minus(Duration.ofDays(1));
        Instant to = shown.stream()
                .map(occurrence -> Dial.instant(occurrence.end(), home))
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(Duration.ofDays(1));
        return all(from, to, busy)
                .filter(appointment -> series == 0 || appointment.series() != series)
                .filter(appointment -> !appointment.field(Fields.SHOW_AS).equals(FieldRules.FREE))
                .toList();
    }

    /** What there is in a range, page by page. */
    private Stream<Appointment> all(Instant from, Instant to, Busy busy) {
        Map<AppointmentKey, Appointment> all = new LinkedHashMap<>();
        Instant at = from;
        List<Appointment> page;
        do {
            page = busy.between(at, to, owner);
            page.forEach(appointment -> all.put(appointment.key(), appointment));
            at = page.isEmpty() ? to : page.get(page.size() - 1).startsAt();
        } while (page.size() == Appointments.MOST && at.isAfter(page.get(0).startsAt()));
        return all.values().stream();
    }

    private List<String> conflicts(Occurrence occurrence, List<Appointment> taken) {
        Instant start = Dial.instant(occurrence.start(), home);
        Instant end = Dial.instant(occurrence.end(), home);
        return taken.stream()
                .filter(other ->
                        blockedFrom(other).isBefore(end) && blockedTo(other).isAfter(start))
                .map(other -> other.field(Fields.TITLE))
                .toList();
    }

    private static Instant blockedFrom(Appointment appointment) {
        return appointment.startsAt().minus(minutes(appointment, Fields.LEAD));
    }

    private static Instant blockedTo(Appointment appointment) {
        return appointment.endsAt().plus(minutes(appointment, Fields.LAG));
    }

    private static Duration minutes(Appointment appointment, String field) {
        return Duration.ofMinutes(Shown.minutes(appointment.fields(), field));
    }
}
