package org.tickmark.web.screens.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickmark.web.screens.Page;

/** Days and times in words. */
final class Days {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Days() {}

    /** A day in words: {@code Tuesday 10 November 2026}. */
    static String day(Page page, LocalDate day) {
        return DateTimeFormatter.ofPattern(page.text("day"), page.locale()).format(day);
    }

    /** A day in few words: {@code Tue 10 Nov 2026}. */
    static String shortDay(Page page, LocalDate day) {
        return DateTimeFormatter.ofPattern(page.text("day.short"), page.locale())
                .format(day);
    }

    /** A time by the clock. */
    static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** From when to when, in words: {@code Tuesday 10 November 2026 09:00–09:30}. */
    static String span(Page page, LocalDateTime start, LocalDateTime end) {
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        String from = day(page, start.toLocalDate()) + " " + time(start);
        return sameDay ? from + "–" + time(end) : from + " – " + day(page, end.toLocalDate()) + " " + time(end);
    }

    /** Whole days in words; the end is the day after the last one. */
    static String days(Page page, LocalDate start, LocalDate end) {
        LocalDate last = end.minusDays(1);
        return last.isAfter(start) ? day(page, start) + " – " + day(page, last) : day(page, start);
    }
}
