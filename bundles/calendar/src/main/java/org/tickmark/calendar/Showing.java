package org.tickmark.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.RowImage;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/** Appointments as they are shown: from rows, and of series without end from the rule where there are no rows any more. */
final class Showing {
    private final ZoneId home;

    Showing(ZoneId home) {
        this.home = home;
    }

    Appointment of(StoredRow row) {
        return of(AppointmentKey.of(row.id()), row.revision(), row.image());
    }

    /** What of a series begins after its rows end and takes place in a range. */
    List<Appointment> of(StoredRule rule, Instant fromInclusive, Instant toExclusive, int limit) {
        Series series = rule.series();
        Dial dial = Dial.of(series.start());
        Instant rowsUntil = rule.rowsUntil().orElseThrow();
        Moment first = dial.at(later(rowsUntil, back(fromInclusive, series)), home);
        Moment rowsEnd = dial.at(rowsUntil, home);
        Moment end = dial.at(toExclusive, home);
        return series.from(first)
                .filter(occurrence -> occurrence.start().lineSecond() >= rowsEnd.lineSecond())
                .takeWhile(occurrence -> occurrence.start().lineSecond() < end.lineSecond())
                .map(occurrence -> of(rule.stored(), occurrence))
                .filter(appointment -> appointment.endsAt().isAfter(fromInclusive)
                        || !appointment.startsAt().isBefore(fromInclusive))
                .limit(limit)
                .toList();
    }

    /** An occurrence of a series, which may have no row. */
    Appointment of(StoredItem stored, Occurrence occurrence) {
        long series = stored.ref().id();
        RowImage image = RowImage.of(series, stored.item().owner(), occurrence, home);
        return of(AppointmentKey.of(series, image.original()), stored.revision(), image);
    }

    /** Far enough back for the longest occurrence that may still go on. */
    private Instant back(Instant instant, Series series) {
        long longest = series.deviations().stream()
                .flatMap(deviation -> HandChanges.of(deviation).length().stream())
                .mapToLong(length -> seconds(length.days(), length.seconds()))
                .reduce(seconds(series.length().days(), series.length().seconds()), Math::max);
        return instant.minusSeconds(longest);
    }

    private static long seconds(int days, long seconds) {
        return (days + 1L) * 86_400 + seconds;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Appointment of(AppointmentKey key, int revision, RowImage image) {
        return new Appointment(
                key,
                image.series(),
                revision,
                image.owner(),
                Optional.of(image.original()),
                image.start(),
                image.end(),
                image.dial().zone(),
                image.dial().allDay(),
                image.startsAt(),
                image.endsAt(),
                image.origin(),
                image.fields());
    }
}
