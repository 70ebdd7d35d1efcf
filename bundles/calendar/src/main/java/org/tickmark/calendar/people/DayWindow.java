package org.tickmark.calendar.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.WorkCalendar;

/**
 * The times that may be chosen: of a day's clock, on days that are not off.
 *
 * @param begins first time of day
 * @param ends time of day by which it is over; midnight for the end of the day
 * @param zone whose clock
 * @param calendar days off; empty where every day may be chosen
 */
public record DayWindow(LocalTime begins, LocalTime ends, ZoneId zone, Optional<WorkCalendar> calendar) {
    public DayWindow {
        if (!ends.equals(LocalTime.MIDNIGHT) && !ends.isAfter(begins)) {
            throw CalendarTexts.invalid("day", "day.window")
                    .found(begins + "–" + ends)
                    .exception();
        }
    }

    /**
     * The times of a day.
     *
     * @param freeDays id of a calendar; empty for none
     */
    public static DayWindow of(LocalTime begins, LocalTime ends, ZoneId zone, String freeDays) {
        Optional<WorkCalendar> calendar = freeDays.isEmpty() ? Optional.empty() : Optional.of(calendar(freeDays));
        return new DayWindow(begins, ends, zone, calendar);
    }

    private static WorkCalendar calendar(String id) {
        return NationalCalendars.find(id).orElseThrow(() -> CalendarTexts.invalid("free-days", "holidays")
                .found(id)
                .expected(String.join(", ", NationalCalendars.countries()))
                .exception());
    }

    boolean isOpen(LocalDate day) {
        return calendar.map(days -> days.isWorkday(day)).orElse(true);
    }

    Instant begin(LocalDate day) {
        return day.atTime(begins).atZone(zone).toInstant();
    }

    Instant end(LocalDate day) {
        return ends.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(ends).atZone(zone).toInstant();
    }

    /** Whether something may take place then. */
    boolean holds(Instant from, Instant to) {
        ZonedDateTime start = from.atZone(zone);
        LocalDate day = start.toLocalDate();
        return isOpen(day) && !from.isBefore(begin(day)) && !to.isAfter(end(day));
    }
}
