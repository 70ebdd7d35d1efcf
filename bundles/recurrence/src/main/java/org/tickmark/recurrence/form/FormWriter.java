package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of the canonical texts. */
final class FormWriter {
    private FormWriter() {}

    /** The two letters of RFC 5545. */
    static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    static String names(Set<DayOfWeek> days) {
        return days.stream().map(FormWriter::name).collect(Collectors.joining(","));
    }

    static String numbers(Set<Month> months) {
        return months.stream().map(month -> Integer.toString(month.getValue())).collect(Collectors.joining(","));
    }

    /** Month and day, {@code 09-23}. */
    static String date(Month month, int day) {
        return String.format(Locale.ROOT, "%02d-%02d", month.getValue(), day);
    }

    /** The choice for short months, led by a blank, where it matters; else nothing. */
    static String shortMonth(boolean needed, ShortMonth choice) {
        return needed ? " " + choice.name().toLowerCase(Locale.ROOT) : "";
    }
}
