package org.tickmark.recurrence.form;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.internal.ListSequence;

/** Dates that are listed one by one, put to a start. */
final class SingleDates {
    private SingleDates() {}

    /** Those from the start on; of a start that is a date, their days. */
    static Sequence of(List<LocalDateTime> dates, Moment start) {
        boolean days = start instanceof Moment.DateOnly;
        return ListSequence.of(dates.stream()
                .map(date -> days ? date.truncatedTo(ChronoUnit.DAYS) : date)
                .mapToLong(date -> date.toEpochSecond(ZoneOffset.UTC))
                .filter(second -> second >= start.wallClockSecond()));
    }
}
