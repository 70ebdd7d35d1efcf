package org.tickmark.web.screens.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Page;

/**
 * The days that are shown. Weeks are those of ISO 8601.
 *
 * @param kind how they are shown
 * @param day a day among them; of an agenda the first one
 */
record Period(Kind kind, LocalDate day) {
    /** Parameter: how days are shown. */
    static final String VIEW = "view";

    /** Parameter: a day that is shown, such as {@code 2026-12-01}; today if it is not said. */
    static final String DAY = "day";

    private static final int AGENDA_DAYS = 28;

    /** How days are shown. */
    enum Kind {
        MONTH,
        WEEK,
        AGENDA;

        /** The word of addresses and of texts. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an address asks for; somebody may have typed it: any days are better than none. */
    static Period of(ViewCall call, LocalDate today) {
        Kind kind = call.parameter(VIEW)
                .flatMap(word -> Stream.of(Kind.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst())
                .orElse(Kind.MONTH);
        return new Period(kind, call.parameter(DAY).flatMap(Period::day).orElse(today));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && day.getYear() < 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The days; of a month, those of whole weeks. */
    List<LocalDate> days() {
        return switch (kind) {
            case MONTH ->
                days(monday(day.withDayOfMonth(1)), sunday(YearMonth.from(day).atEndOfMonth()));
            case WEEK -> days(monday(day), sunday(day));
            case AGENDA -> days(day, day.plusDays(AGENDA_DAYS - 1L));
        };
    }

    private static List<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static LocalDate monday(LocalDate of) {
        return of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate sunday(LocalDate of) {
        return of.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** So many periods later. */
    Period plus(int steps) {
        return switch (kind) {
            case MONTH -> new Period(kind, day.withDayOfMonth(1).plusMonths(steps));
            case WEEK -> new Period(kind, day.plusWeeks(steps));
            case AGENDA -> new Period(kind, day.plusDays((long) AGENDA_DAYS * steps));
        };
    }

    /** What it is called. */
    String title(Page page) {
        return switch (kind) {
            case MONTH ->
                DateTimeFormatter.ofPattern("LLLL yyyy", page.locale()).format(day);
            case WEEK ->
                page.text(
                        "title.week",
                        String.valueOf(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        Days.days(page, monday(day), sunday(day).plusDays(1)));
            case AGENDA -> Days.days(page, day, day.plusDays(AGENDA_DAYS));
        };
    }
}
