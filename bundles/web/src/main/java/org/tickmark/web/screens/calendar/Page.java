package org.tickmark.web.screens.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;

/**
 * What the screens of this package write alike.
 *
 * @param call who looks
 * @param html what is written to
 */
record Page(ViewCall call, Html html) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    Locale locale() {
        return call.caller().locale();
    }

    String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale());
    }

    /** A day in words: {@code Tuesday 10 November 2026}. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("day"), locale()).format(day);
    }

    /** A day in few words: {@code Tue 10 Nov 2026}. */
    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("day.short"), locale()).format(day);
    }

    /** A time by the clock. */
    static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** From when to when, in words: {@code Tuesday 10 November 2026 09:00–09:30}. */
    String span(LocalDateTime start, LocalDateTime end) {
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        String from = day(start.toLocalDate()) + " " + time(start);
        return sameDay ? from + "–" + time(end) : from + " – " + day(end.toLocalDate()) + " " + time(end);
    }

    /** Whole days in words; the end is the day after the last one. */
    String days(LocalDate start, LocalDate end) {
        LocalDate last = end.minusDays(1);
        return last.isAfter(start) ? day(start) + " – " + day(last) : day(start);
    }

    /** A link within this view. */
    void link(String words, Map<String, String> parameters) {
        html.element("a", words, "href", call.link(parameters));
    }

    /** A button that gives a command. */
    void button(String command, Map<String, String> given, String label) {
        call.button(html, command, given, Texts.text(label));
    }
}
