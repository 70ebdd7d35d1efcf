package org.tickmark.calendar.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.calendar.BusyTime;

/** Free time between what is taken. */
public final class FreeTime {
    private FreeTime() {}

    /**
     * The first time in a range that is long enough.
     *
     * @param taken in order, without overlaps
     */
    public static Optional<Instant> first(
            List<BusyTime> taken, Instant fromInclusive, Instant toExclusive, Duration length, DayWindow window) {
        LocalDate last = toExclusive.atZone(window.zone()).toLocalDate();
        int index = 0;
        for (LocalDate day = fromInclusive.atZone(window.zone()).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            Instant begin = Busy.later(window.begin(day), fromInclusive);
            Instant end = Busy.earlier(window.end(day), toExclusive);
            while (index < taken.size() && !taken.get(index).to().isAfter(begin)) {
                index++;
            }
            Optional<Instant> found = window.isOpen(day)
                    ? first(taken.subList(index, taken.size()), begin, end, length)
                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> first(List<BusyTime> taken, Instant begin, Instant end, Duration length) {
        Instant at = begin;
        for (BusyTime time : taken) {
            if (!time.from().isBefore(at.plus(length)) || !time.from().isBefore(end)) {
                break;
            }
            at = Busy.later(at, time.to());
        }
        return at.plus(length).isAfter(end) ? Optional.empty() : Optional.of(at);
    }
}
